// The recovery screen: what it says of a file with a shard that is nowhere, what its export holds, and
// that an empty file is begun only by whoever is sure.
#include "base/hash.h"
#include "store/sentinel.h"
#include "support/generations.h"
#include "unit/app/app_desk.h"

#include <doctest/doctest.h>

#include <set>

using namespace bb;

namespace {

constexpr std::size_t content_digits = 32;

Bytes picture_of(const char* what) {
    const std::string_view text(what);
    return {text.begin(), text.end()};
}

std::string name_of(const char* what) { return content_name(picture_of(what)); }

/// Products with pictures of these; none is in a shard.
void fill_with_pictures(FakeStore& store, std::initializer_list<const char*> pictures) {
    StorePage page(store);
    page.keeper.put_setting("started", "1");
    std::uint64_t n = 0;
    for (const char* what : pictures) {
        page.file().attach_blob(name_of(what), picture_of(what));
        page.act_and_save(
            {test_edit({4, ++n}, product::picture, name_of(what), RecordType::product)});
    }
}

/// Something is missing, whatever the store holds.
const std::string one_too_few = Sentinel{1000, 0, {}}.to_text();

Bytes backup_with(const char* picture, RecordId product) {
    CustomerFile other(9);
    other.perform(
        test_action({test_edit(product, product::picture, name_of(picture), RecordType::product)}),
        test_noon);
    const Bytes bytes = picture_of(picture);
    const std::pair<std::string, const Bytes*> blob(name_of(picture), &bytes);
    return write_backup(other, {&blob, 1}, test_noon);
}

void add_backup(Desk& desk, const Bytes& backup) {
    desk.send(ChooseBackup{});
    desk.event(FileArrived{FilePurpose::restore_backup, 1, "old.bbk", backup.size()});
    desk.event(FileBytes{1, backup});
}

std::set<std::string> exported_pictures(const Bytes& backup) {
    const Result<Backup> read = read_backup(backup);
    REQUIRE(read);
    std::set<std::string> names;
    for (const auto& [name, bytes] : read->blobs) {
        CHECK(content_name(bytes) == name);
        names.insert(name);
    }
    return names;
}

const RecoverySession& recovered(const Desk& desk) {
    REQUIRE(desk.state().phase == Phase::recovery);
    return *desk.state().recovery;
}

} // namespace

TEST_CASE("what was found is exported with the pictures of store, second copy and added backups") {
    FakeStore store;
    fill_with_pictures(store, {"lamp", "torch", "candle"});
    store.copy_to_spare();
    store.rows(Place::blob).erase(name_of("torch"));
    store.corrupt(Place::blob, name_of("candle"), 2);
    store.spare(Place::blob).erase(name_of("lamp"));
    store.rows(Place::blob)[std::string(content_digits, '0')] = picture_of("nobody's");
    Desk desk(store, one_too_few);
    desk.turn();
    REQUIRE(recovered(desk).stage == RecoverySession::Stage::shown);
    add_backup(desk, backup_with("lantern", {4, 77}));
    desk.send(DownloadBackup{});
    desk.turn();
    REQUIRE(desk.host.saved.size() == 1);
    CHECK(desk.host.saved[0].first == "buyerbook-found.bbk");
    CHECK(exported_pictures(desk.host.saved[0].second) ==
          std::set{name_of("lamp"), name_of("torch"), name_of("candle"), name_of("lantern")});
    CHECK(desk.said() == Text::recovery_exported);
    // It goes on from there.
    CHECK(recovered(desk).stage == RecoverySession::Stage::shown);
    CHECK(recovered(desk).all.records().live_count(RecordType::product) == 4);
    CHECK_FALSE(store.old_rows());
}

TEST_CASE("pictures that cannot be read are left out of the export and counted") {
    FakeStore store;
    fill_with_pictures(store, {"lamp", "torch", "candle"});
    store.rows(Place::blob).erase(name_of("torch"));
    store.corrupt(Place::blob, name_of("candle"), 2);
    Desk desk(store, one_too_few);
    desk.turn();
    desk.send(DownloadBackup{});
    desk.turn();
    REQUIRE(desk.host.saved.size() == 1);
    CHECK(exported_pictures(desk.host.saved[0].second) == std::set{name_of("lamp")});
    CHECK(desk.said() == Text::recovery_export_lacks);
    CHECK(desk.state().toast->says.args == std::vector<std::string>{"2"});
}

TEST_CASE("while pictures are read for the export nothing else is begun") {
    FakeStore store;
    fill_with_pictures(store, {"lamp"});
    Desk desk(store, one_too_few);
    desk.turn();
    for (const Command& command :
         {Command(DownloadBackup{}), Command(RestoreFound{}), Command(DownloadBackup{})})
        desk.app.send(command);
    desk.app.step(desk.environment);
    CHECK(recovered(desk).stage == RecoverySession::Stage::exporting);
    CHECK(recovered(desk).pictures == 1);
    desk.turn();
    CHECK(recovered(desk).stage == RecoverySession::Stage::shown);
    CHECK(desk.host.saved.size() == 1);
    CHECK_FALSE(desk.host.last(SafetyCall::reload));
}

TEST_CASE("after a restoring that failed everything can be exported, added backups with it") {
    // The copying of pictures fails, or the transaction that has them.
    for (const std::size_t fails : {std::size_t{0}, std::size_t{1}}) {
        FakeStore store;
        fill_with_pictures(store, {"lamp"});
        store.copy_to_spare();
        Desk desk(store, one_too_few);
        desk.turn();
        add_backup(desk, backup_with("lantern", {4, 77}));
        store.fail_request(store.request_count() + fails, StoreFault::quota);
        desk.send(RestoreFound{});
        desk.turn();
        CHECK(desk.said() == Text::recovery_failed);
        CHECK(recovered(desk).stage == RecoverySession::Stage::shown);
        CHECK(recovered(desk).backups == 1);
        desk.send(DownloadBackup{});
        desk.turn();
        REQUIRE(desk.host.saved.size() == 1);
        CHECK(exported_pictures(desk.host.saved[0].second) ==
              std::set{name_of("lamp"), name_of("lantern")});
        // And another try goes well.
        desk.send(RestoreFound{});
        desk.turn();
        CHECK(desk.host.last(SafetyCall::reload));
        CHECK(store.rows(Place::blob).contains(name_of("lantern")));
    }
}

TEST_CASE(
    "a shard of quotes that is nowhere is named, though no customer and no change is missing") {
    FakeStore store;
    fill_generations(store);
    lose_shards(store.rows(Place::shard), static_cast<std::uint8_t>(RecordType::quote));
    store.copy_to_spare();
    const std::string sentinel = Sentinel{3, 3, {}}.to_text();
    Desk desk(store, sentinel);
    desk.turn();
    const RecoverySession& found = recovered(desk);
    CHECK(found.gap == 0);
    CHECK(found.unnamed == 0);
    CHECK(found.customers == 3);
    REQUIRE(found.lost.size() == 1);
    CHECK(found.lost[0].type == RecordType::quote);
    CHECK(found.lost[0].nowhere == 5);
}

TEST_CASE("the manifest says how many customers there were where the second copy alone remembers") {
    FakeStore store;
    fill_generations(store);
    lose_shards(store.rows(Place::shard), static_cast<std::uint8_t>(RecordType::customer));
    store.copy_to_spare();
    for (const Place place : {Place::journal, Place::shard, Place::meta}) store.rows(place).clear();
    Desk desk(store, R"({"sequence":3})");
    desk.turn();
    const RecoverySession& found = recovered(desk);
    CHECK(found.why == RecoverySession::Why::empty);
    CHECK(found.customers == 0); // of one there is an edit
    CHECK(found.unnamed == 3);
}

TEST_CASE("an empty file is begun only when that was said twice, and the old one stays") {
    FakeStore store;
    fill_generations(store);
    store.corrupt(Place::meta, "last", 20);
    const auto old = store.rows(Place::shard);
    Desk desk(store, Sentinel{3, 3, {}}.to_text());
    desk.turn();
    desk.send(StartAnew{true}); // nobody was asked yet
    CHECK(recovered(desk).asks_anew);
    desk.send(CancelRestore{});
    CHECK_FALSE(recovered(desk).asks_anew);
    desk.send(StartAnew{});
    desk.send(StartAnew{}); // the same button twice
    CHECK(recovered(desk).stage == RecoverySession::Stage::shown);
    CHECK_FALSE(store.old_rows());
    desk.send(StartAnew{true});
    desk.turn();
    CHECK(desk.host.last(SafetyCall::reload));
    REQUIRE(store.old_rows());
    CHECK((*store.old_rows())[static_cast<std::size_t>(Place::shard)] == old);
    CHECK(store.rows(Place::shard).empty());
}
