// What keeps the file safe: recovery, the sentinel, restores that shrink.
#include "store/sentinel.h"
#include "unit/app/filled_desk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

using namespace bb;

TEST_CASE("an empty store after use opens recovery, and the second copy gives everything back") {
    FakeStore store;
    const std::string sentinel = filled(store, 3);
    store.copy_to_spare();
    for (const Place place : {Place::journal, Place::shard, Place::meta}) store.rows(place).clear();
    {
        Desk desk(store, sentinel);
        desk.turn();
        REQUIRE(desk.state().phase == Phase::recovery);
        const RecoverySession& found = *desk.state().recovery;
        CHECK(found.why == RecoverySession::Why::empty);
        CHECK(found.stage == RecoverySession::Stage::shown);
        CHECK(found.missing_count == 3);
        CHECK(found.missing.front() == "buyer 0");
        CHECK(found.unnamed == 0);
        CHECK(found.gap == 0);
        CHECK(store.rows(Place::meta).empty()); // nothing is done by itself
        desk.send(RestoreFound{});
        desk.turn();
        CHECK(desk.host.last(SafetyCall::reload));
    }
    Desk again(store, sentinel);
    CHECK(again.state().phase == Phase::ready);
    CHECK(customers(again) == 3);
}

TEST_CASE("a store that was set back is noticed, and the gap is named when nothing has it") {
    FakeStore store;
    filled(store, 2);
    FakeStore older;
    older.copy_durable(store);
    const std::string sentinel = filled(store, 0);
    std::string later;
    {
        Desk desk(store);
        const RecordId id = desk.add_customer();
        desk.send(named(id, "the last one"));
        desk.turn();
        later = desk.host.last(SafetyCall::keep_sentinel)->text;
    }
    Desk desk(older, later);
    desk.turn();
    REQUIRE(desk.state().phase == Phase::recovery);
    const RecoverySession& found = *desk.state().recovery;
    CHECK(found.why == RecoverySession::Why::set_back);
    CHECK(found.unnamed == 1);
    CHECK(found.gap == found.lost_entries);
    CHECK(found.gap >= 1);
    // The person goes on with what is there.
    desk.send(RestoreFound{});
    desk.turn();
    Desk again(older, later);
    CHECK(again.state().phase == Phase::ready);
    CHECK(customers(again) == 2);
}

TEST_CASE("a backup added to what was found fills the gap") {
    FakeStore store;
    std::string sentinel;
    Bytes backup;
    {
        Desk desk(store);
        desk.send(StartEmpty{});
        desk.send(named(desk.add_customer(), "kept only in the backup"));
        desk.send(DownloadBackup{});
        backup = desk.host.saved.at(0).second;
        sentinel = desk.host.last(SafetyCall::keep_sentinel)->text;
    }
    FakeStore empty;
    Desk desk(empty, sentinel);
    desk.turn();
    REQUIRE(desk.state().phase == Phase::recovery);
    CHECK(desk.state().recovery->unnamed == 1);
    desk.send(ChooseBackup{});
    desk.event(FileArrived{FilePurpose::restore_backup, 1, "old.bbk", backup.size()});
    desk.event(FileBytes{1, backup});
    CHECK(desk.state().recovery->unnamed == 0);
    CHECK(desk.state().recovery->missing == std::vector<std::string>{"kept only in the backup"});
    desk.send(RestoreFound{});
    desk.turn();
    Desk again(empty, sentinel);
    CHECK(customers(again) == 1);
}

TEST_CASE("only the tab that writes restores; the next one reads what was made of it") {
    FakeStore store;
    filled(store, 1);
    store.corrupt(Place::meta, "last", 20);
    const auto before = store.rows(Place::meta);
    Desk desk(store, {}, true);
    desk.turn();
    REQUIRE(desk.state().phase == Phase::recovery);
    for (const Command& command : {Command(RestoreFound{}), Command(StartAnew{})}) {
        desk.send(command);
        desk.turn();
        CHECK(desk.said() == Text::error_only_in_writer);
        CHECK(store.rows(Place::meta) == before);
    }
    desk.environment.writer_elsewhere = false;
    desk.event(WriterElsewhere{false});
    CHECK(desk.host.last(SafetyCall::reload));
}

TEST_CASE("a file that is as the sentinel says, or newer, opens as ever") {
    FakeStore store;
    const std::string sentinel = filled(store, 2);
    Desk desk(store, sentinel);
    CHECK(desk.state().phase == Phase::ready);
    FakeStore unused;
    Desk first(unused, "");
    CHECK(first.state().phase == Phase::first_start);
}

TEST_CASE("the second copy follows only a file that was found in order") {
    FakeStore store;
    const std::string sentinel = filled(store, 1);
    {
        Desk desk(store, sentinel);
        CHECK(desk.host.last(SafetyCall::follow_with_spare));
    }
    store.corrupt(Place::journal, std::prev(store.rows(Place::journal).end())->first, 30);
    Desk desk(store, sentinel);
    desk.turn();
    CHECK(desk.state().phase == Phase::recovery);
    CHECK_FALSE(desk.host.last(SafetyCall::follow_with_spare));
}

TEST_CASE("a restore that moves many customers to the bin is asked about") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    std::vector<RecordId> ids;
    for (int n = 0; n < 10; ++n) {
        ids.push_back(desk.add_customer());
        desk.send(named(ids.back(), "buyer " + std::to_string(n)));
    }
    FakeStore other_store;
    other_store.copy_durable(store);
    Desk other(other_store);
    other.send(Remove{RecordType::customer, ids[3]});
    other.send(DownloadBackup{});
    const Bytes backup = other.host.saved.at(0).second;
    desk.send(ChooseBackup{});
    desk.event(FileArrived{FilePurpose::restore_backup, 1, "b.bbk", backup.size()});
    desk.event(FileBytes{1, backup});
    REQUIRE(desk.state().restore);
    CHECK(desk.state().restore->counts.removed_customers == 1);
    CHECK(desk.state().restore->shrinks); // one of ten is more than one of twenty
    desk.send(ConfirmRestore{});
    CHECK(customers(desk) == 10);
    desk.send(AcceptShrinking{true});
    desk.send(ConfirmRestore{});
    CHECK(customers(desk) == 9);
}

TEST_CASE("the browser is asked to keep the data after twenty edits, once") {
    FakeStore store;
    Desk desk(store);
    desk.event(SafetyNews{SafetyNews::What::storage, R"({"persisted":false})", {}});
    desk.send(StartEmpty{});
    for (int n = 0; n < 9; ++n) desk.send(named(desk.add_customer(), "x" + std::to_string(n)));
    CHECK_FALSE(desk.host.last(SafetyCall::ask_persist));
    for (int n = 0; n < 9; ++n) desk.send(named(desk.add_customer(), "y" + std::to_string(n)));
    std::size_t asked = 0;
    for (const auto& call : desk.host.safety_calls) asked += call.call == SafetyCall::ask_persist;
    CHECK(asked == 1);
}

TEST_CASE("the settings ask how full the storage is each time they are shown") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.add_customer();
    CHECK(desk.host.last(SafetyCall::look_at_storage) == nullptr);
    desk.send(Go{View::settings});
    desk.turn();
    const auto asked = [&] {
        return std::ranges::count(desk.host.safety_calls, SafetyCall::look_at_storage,
                                  &FakeHost::Safety::call);
    };
    CHECK(asked() == 1);
    desk.send(Go{View::today});
    desk.send(Go{View::settings});
    CHECK(asked() == 2);
}
