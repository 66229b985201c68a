// Pictures of a backup: waited for, and left out only where that is said.
#include "unit/app/filled_desk.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

const Bytes photo{0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3};

/// A file of one product with a picture.
void fill_with_picture(FakeStore& store) {
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.send(AddProduct{});
    desk.event(FileArrived{FilePurpose::dropped_picture, 1, "lamp.jpg", 1000});
    desk.event(JobDone{desk.host.jobs.back().id, true, photo});
    desk.turn();
    REQUIRE(store.rows(Place::blob).size() == 1);
}

std::size_t pictures_in(const Desk& desk) {
    return read_backup(desk.host.saved.back().second)->blobs.size();
}

} // namespace

TEST_CASE("a backup has the pictures, those that were not looked at too") {
    FakeStore store;
    fill_with_picture(store);
    Desk desk(store);
    desk.send(DownloadBackup{});
    desk.turn();
    REQUIRE(desk.host.saved.size() == 1);
    CHECK(pictures_in(desk) == 1);
    CHECK(desk.said() == Text::settings_backup_made);
}

TEST_CASE(
    "a picture that cannot be read is left out of a backup, named, and asked for the next time") {
    FakeStore store;
    fill_with_picture(store);
    const FakeStore::Rows pictures = store.rows(Place::blob);
    Desk desk(store);
    store.rows(Place::blob).clear();
    desk.send(DownloadBackup{});
    desk.turn();
    REQUIRE(desk.host.saved.size() == 1);
    CHECK(pictures_in(desk) == 0);
    CHECK(desk.said() == Text::settings_backup_lacks);
    CHECK(desk.state().toast->says.args == std::vector<std::string>{"1"});
    store.rows(Place::blob) = pictures; // the disk is there again
    desk.send(DownloadBackup{});
    desk.turn();
    REQUIRE(desk.host.saved.size() == 2);
    CHECK(pictures_in(desk) == 1);
    CHECK(desk.said() == Text::settings_backup_made);
}

TEST_CASE("a tab that cannot follow any more still gives a backup, with pictures") {
    FakeStore database;
    fill_with_picture(database);
    Desk writer(database);
    FakeStore seen;
    seen.copy_durable(database);
    Desk follower(seen, "", true);
    const RecordId own = follower.add_customer(); // which nobody gets
    writer.add_customer();
    writer.add_customer();
    seen.copy_durable(database);
    // The first of two entries is gone.
    auto& journal = seen.rows(Place::journal);
    journal.erase(std::prev(std::prev(journal.end())));
    Bytes saved_more{1};
    follower.event(SafetyNews{SafetyNews::What::from_tab, "", saved_more});
    follower.turn();
    REQUIRE(follower.state().keeper->state() == KeeperState::unreadable);
    follower.send(DownloadBackup{});
    follower.turn();
    REQUIRE(follower.host.saved.size() == 1);
    CHECK(pictures_in(follower) == 1);
    CHECK(follower.state().records().find(RecordType::customer, own).exists());
}
