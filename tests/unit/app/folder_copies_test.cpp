// Automatic copies into a folder: when one is made, of what, and which are removed.
#include "app/copy_names.h"
#include "unit/app/filled_desk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace bb;

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;

/// A customer, and a folder that has no copy yet, or `files`.
struct FolderDesk {
    explicit FolderDesk(const std::string& files = "", bool sample = false) : desk(store) {
        desk.environment.sample_database = sample;
        desk.send(StartEmpty{});
        id = desk.add_customer();
        desk.send(named(id, "A"));
        storage(R"({"persisted":true})");
        desk.event(SafetyNews{
            SafetyNews::What::folder,
            R"({"available":true,"name":"Backups","permission":"granted","files":[)" + files + "]}",
            {}});
        desk.turn();
    }
    void storage(const std::string& json) {
        desk.event(SafetyNews{SafetyNews::What::storage, json, {}});
    }
    void copied() {
        desk.event(SafetyNews{SafetyNews::What::folder_copied, last()->text, {}});
        desk.turn();
    }
    void failed() {
        desk.event(SafetyNews{SafetyNews::What::folder_failed, "x", {}});
        desk.turn();
    }
    const FakeHost::Safety* last() const { return desk.host.last(SafetyCall::copy_to_folder); }
    std::ptrdiff_t copies() const {
        return std::ranges::count(desk.host.safety_calls, SafetyCall::copy_to_folder,
                                  &FakeHost::Safety::call);
    }

    FakeStore store;
    Desk desk;
    RecordId id{};
};

/// "buyerbook-auto-" and the series.
std::string series_of(const std::string& copy) { return copy.substr(15, 8); }

} // namespace

TEST_CASE(
    "a folder gets a copy at once, and one more an hour after it when something has changed") {
    FolderDesk folder;
    REQUIRE(folder.copies() == 1);
    CHECK(read_backup(folder.last()->bytes)->customers == 1);
    CHECK(folder.desk.state().changes_since_backup > 0); // not before it was read back
    folder.copied();
    CHECK(folder.desk.state().changes_since_backup == 0);
    folder.desk.wait(2 * hour);
    CHECK(folder.copies() == 1); // nothing has changed
    folder.desk.send(named(folder.id, "B"));
    folder.desk.turn();
    REQUIRE(folder.copies() == 2);
    folder.copied();
    folder.desk.wait(30 * minute);
    folder.desk.send(named(folder.id, "C"));
    folder.desk.turn();
    CHECK(folder.copies() == 2);
    // The page is told when to look again: nobody may do anything until then.
    REQUIRE(folder.desk.state().folder.next_copy);
    const Instant next = *folder.desk.state().folder.next_copy;
    CHECK(next.ms > folder.desk.environment.now.ms + 29 * minute);
    folder.desk.wait(next.ms - folder.desk.environment.now.ms);
    CHECK(folder.copies() == 3);
}

TEST_CASE("what is changed while a copy is on its way is not counted as copied") {
    FolderDesk folder;
    REQUIRE(folder.copies() == 1);
    const Instant taken = folder.desk.environment.now;
    folder.desk.wait(minute);
    folder.desk.send(named(folder.id, "changed meanwhile"));
    folder.copied();
    CHECK(folder.desk.state().changes_since_backup == 1);
    CHECK(folder.desk.state().last_backup->ms <= taken.ms);
    folder.desk.wait(hour);
    CHECK(folder.copies() == 2);
}

TEST_CASE("what is changed while a passphrase is thought of is not in that backup") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    const RecordId id = desk.add_customer();
    desk.send(DownloadSealedBackup{});
    desk.send(named(id, "B"));
    desk.send(named(id, "C"));
    desk.event(SafetyNews{SafetyNews::What::sealed_saved, "", {}});
    CHECK(desk.state().changes_since_backup == 2);
    CHECK(desk.said() == Text::settings_backup_made);
}

TEST_CASE("a copy that failed is tried again in ten minutes, and said once") {
    FolderDesk folder;
    folder.failed();
    CHECK(folder.desk.said() == Text::backup_folder_failed);
    CHECK(folder.desk.state().folder.failed);
    folder.desk.wait(9 * minute);
    CHECK(folder.copies() == 1);
    CHECK(folder.desk.said() != Text::backup_folder_failed);
    folder.desk.wait(minute);
    CHECK(folder.copies() == 2);
    folder.failed();
    CHECK(folder.desk.said() != Text::backup_folder_failed);
    folder.desk.send(CopyToFolder{});
    folder.desk.turn();
    REQUIRE(folder.copies() == 3);
    folder.copied();
    CHECK_FALSE(folder.desk.state().folder.failed);
}

TEST_CASE("a backup that is downloaded while a copy waits takes nothing from it") {
    FolderDesk folder;
    folder.copied();
    folder.desk.app.send(CopyToFolder{});
    folder.desk.send(DownloadBackup{});
    CHECK(folder.desk.host.saved.size() == 1);
    REQUIRE(folder.copies() == 2);
    folder.copied();
    folder.desk.send(CopyToFolder{}); // the one before is not waited for any more
    CHECK(folder.copies() == 3);
}

TEST_CASE("no frame is asked for by a copy that waits for the file to be saved") {
    FolderDesk folder;
    folder.copied();
    folder.desk.send(named(folder.id, "B"));
    folder.desk.turn();
    REQUIRE(folder.desk.state().folder.next_copy);
    folder.store.fail_request(folder.store.request_count(), StoreFault::quota);
    folder.desk.send(named(folder.id, "C"));
    folder.desk.turn();
    REQUIRE(folder.desk.state().keeper->state() == KeeperState::frozen);
    CHECK_FALSE(folder.desk.state().folder.next_copy);
    folder.desk.wait(2 * hour);
    CHECK(folder.copies() == 1);
}

TEST_CASE("customer files that share a folder leave each other's copies alone") {
    const std::string others =
        R"("buyerbook-auto-0badcafe-2026-11-21T0501Z.bbk","buyerbook-auto-0badcafe-2026-11-21T0502Z.bbk","notes.txt")";
    FolderDesk folder(others);
    REQUIRE(folder.copies() == 1); // theirs, of this hour, is none of ours
    const std::string series = series_of(folder.last()->text);
    CHECK(series != "0badcafe");
    folder.copied();
    for (int n = 0; n < 3; ++n) {
        folder.desk.wait(10 * minute);
        folder.desk.send(CopyToFolder{});
        folder.desk.turn();
        folder.copied();
    }
    std::set<std::string> removed;
    for (const auto& call : folder.desk.host.safety_calls)
        if (call.call == SafetyCall::remove_from_folder) removed.insert(call.text);
    CHECK(removed.size() == 3); // three of four of this hour
    for (const std::string& name : removed) CHECK(series_of(name) == series);
    // The next day it is still the same series.
    folder.desk.turn();
    Desk again(folder.store);
    again.event(SafetyNews{SafetyNews::What::storage, R"({"persisted":true})", {}});
    again.send(named(folder.id, "D"));
    again.event(SafetyNews{SafetyNews::What::folder,
                           R"({"available":true,"name":"Backups","permission":"granted"})",
                           {}});
    again.turn();
    REQUIRE(again.host.last(SafetyCall::copy_to_folder));
    CHECK(series_of(again.host.last(SafetyCall::copy_to_folder)->text) == series);
}

TEST_CASE("sample data is not copied into the folder of the customer file") {
    FolderDesk folder("", true);
    folder.desk.wait(2 * hour);
    folder.desk.send(CopyToFolder{});
    folder.desk.turn();
    CHECK(folder.copies() == 0);
}

TEST_CASE("copies of an encrypted file are encrypted, and none is made before that is known") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.send(named(desk.add_customer(), "A"));
    const std::string folder = R"({"available":true,"name":"Backups","permission":"granted"})";
    desk.event(SafetyNews{SafetyNews::What::folder, folder, {}});
    desk.wait(2 * hour);
    desk.send(CopyToFolder{});
    desk.turn();
    CHECK_FALSE(desk.host.last(SafetyCall::copy_to_folder));
    CHECK_FALSE(desk.host.last(SafetyCall::seal_to_folder));
    desk.event(SafetyNews{SafetyNews::What::storage, R"({"sealed":true,"lock":"1"})", {}});
    desk.turn();
    CHECK_FALSE(desk.host.last(SafetyCall::copy_to_folder));
    const auto* copy = desk.host.last(SafetyCall::seal_to_folder);
    REQUIRE(copy);
    CHECK(read_backup_content(copy->bytes)->customers == 1);
    desk.send(OpenLockPage{});
    CHECK(desk.host.last(SafetyCall::open_lock_page));
}

TEST_CASE("under another passcode there is a copy at once, also where nothing has changed") {
    FolderDesk folder;
    folder.copied();
    folder.desk.wait(minute);
    const auto sealed = [&] {
        return std::ranges::count(folder.desk.host.safety_calls, SafetyCall::seal_to_folder,
                                  &FakeHost::Safety::call);
    };
    for (const std::string lock : {"1", "2"}) { // encrypted, then a new passcode
        const auto before = sealed();
        folder.storage(R"({"persisted":true,"sealed":true,"lock":")" + lock + "\"}");
        folder.desk.turn();
        CHECK(sealed() == before + 1);
        folder.desk.event(SafetyNews{SafetyNews::What::folder_copied,
                                     folder.desk.host.last(SafetyCall::seal_to_folder)->text,
                                     {}});
        folder.desk.wait(2 * hour);
        CHECK(sealed() == before + 1);
    }
}

TEST_CASE("of the automatic copies 24 hourly, 14 daily and 8 weekly ones are kept") {
    const std::string series = copy_series(7);
    const Instant newest = Instant::parse("2026-11-25T12:30:00.000Z").value();
    const auto name_before = [&](std::int64_t hours) {
        return copy_name(series, {newest.ms - hours * hour});
    };
    std::vector<std::string> names{"somebody-elses.bbk", copy_name(copy_series(8), newest)};
    for (std::int64_t n = 0; n < 24 * 100; ++n) names.push_back(name_before(n));
    const auto removed = copies_to_remove(series, names);
    const auto gone = [&](const std::string& name) {
        return std::ranges::find(removed, name) != removed.end();
    };
    const std::size_t kept = names.size() - 2 - removed.size();
    CHECK(kept <= hourly_copies + daily_copies + weekly_copies);
    CHECK(kept >= hourly_copies + daily_copies - 2 + weekly_copies - 3);
    for (std::int64_t n = 0; n < 24; ++n) CHECK_FALSE(gone(name_before(n)));
    CHECK(gone(name_before(30)));
    CHECK_FALSE(gone(names[0]));
    CHECK_FALSE(gone(names[1]));
    // Removing again removes nothing more.
    std::erase_if(names, gone);
    CHECK(copies_to_remove(series, names).empty());
    CHECK(copy_time(series, name_before(0)) == newest);
    CHECK_FALSE(copy_time(series, "buyerbook-auto-now.bbk"));
    CHECK_FALSE(copy_time(copy_series(8), name_before(0)));
    CHECK_FALSE(copy_time("", "buyerbook-auto--2026-11-21T0501Z.bbk"));
}
