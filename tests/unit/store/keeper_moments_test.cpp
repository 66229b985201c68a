// Tabs of one browser, moment by moment: between any two answers of the database another tab may
// have written, its user may have typed, or the writing tab may have gone.
#include "store/journal.h"
#include "support/store_page.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

/// A tab whose requests are answered one at a time, on rows that other tabs see at once.
struct SteppedTab {
    SteppedTab(FakeStore& shared, std::uint32_t device, bool writes, bool read_as_asked = false)
        : database(shared), keeper(store, device) {
        store.connect(&keeper);
        if (read_as_asked) store.read_as_asked();
        store.look_at(database);
        if (!writes) keeper.follow();
        keeper.open();
    }
    void read_on() {
        store.look_at(database);
        keeper.read_on();
    }
    void take_over() {
        store.look_at(database);
        keeper.take_over();
    }
    bool step() {
        store.look_at(database);
        const bool some = store.step();
        database.look_at(store);
        return some;
    }
    void steps(std::size_t count) {
        for (; count > 0; --count) step();
    }
    void run() {
        while (step()) {
        }
    }
    void act(std::uint64_t id, std::string value) {
        keeper.file().perform(test_action({test_edit({1, id}, customer::name, std::move(value))}),
                              test_noon);
    }
    void act_and_save(std::uint64_t id, std::string value) {
        act(id, std::move(value));
        keeper.pump();
        run();
    }
    void compact() {
        for (int n = 0; n < 2; ++n) {
            keeper.compact_if_due(true);
            run();
        }
    }
    std::string name_of(std::uint64_t id) const {
        const auto record = keeper.file().records().find(RecordType::customer, {1, id});
        return std::string(record.value(customer::name));
    }
    std::string dump() const { return keeper.file().records().canonical_dump(); }

    FakeStore& database;
    FakeStore store;
    Keeper keeper;
};

/// A start finds all that the tab shows.
void check_found(const SteppedTab& tab) {
    FakeStore rows;
    rows.look_at(tab.database);
    const StorePage page(rows, 99);
    REQUIRE(page.ready());
    CHECK(page.dump() == tab.dump());
}

/// One that writes, and another that has followed it as far as A and is not told of B yet.
struct TwoTabs {
    explicit TwoTabs(bool read_as_asked = false)
        : writer(database, 7, true), follower(database, 8, false, read_as_asked) {
        writer.run();
        writer.act_and_save(1, "A");
        follower.run();
        follower.read_on();
        follower.run();
        REQUIRE(follower.name_of(1) == "A");
        writer.act_and_save(2, "B");
    }
    FakeStore database;
    SteppedTab writer;
    SteppedTab follower;
};

/// More answers than any of these tests waits for.
constexpr std::size_t many = 12;

} // namespace

TEST_CASE("an edit at any moment of a change of writers leaves no gap in the journal") {
    for (std::size_t moment = 0; moment <= many; ++moment) {
        CAPTURE(moment);
        TwoTabs tabs;
        SteppedTab& follower = tabs.follower;
        follower.act(3, "before");
        follower.take_over();
        follower.steps(moment);
        follower.act(4, "meanwhile");
        follower.keeper.pump();
        CHECK_FALSE(follower.keeper.all_saved()); // it is on its way at best
        follower.run();
        follower.act_and_save(5, "after");
        REQUIRE(follower.keeper.all_saved());
        check_found(follower);
    }
}

TEST_CASE("a tab that takes over while it still reads on finds all of it") {
    TwoTabs tabs;
    tabs.follower.read_on();
    tabs.follower.take_over();
    tabs.follower.run();
    REQUIRE(tabs.follower.keeper.state() == KeeperState::ready);
    tabs.follower.act_and_save(3, "C");
    check_found(tabs.follower);
}

TEST_CASE("a tab that is told of more while it reads on reads that too") {
    TwoTabs tabs(true);
    tabs.follower.read_on();
    tabs.writer.act_and_save(3, "C");
    tabs.follower.read_on();
    tabs.follower.step();
    CHECK(tabs.follower.name_of(2) == "B");
    CHECK(tabs.follower.name_of(3).empty());
    tabs.follower.run();
    CHECK(tabs.follower.name_of(3) == "C");
}

TEST_CASE("what the writing tab has not confirmed is kept, whatever it has confirmed after it") {
    TwoTabs tabs;
    SteppedTab& follower = tabs.follower;
    follower.act(3, "told to nobody who could write");
    follower.act(4, "told to the writer");
    const auto told = follower.keeper.take_handovers();
    REQUIRE(told.size() == 2);
    tabs.writer.keeper.file().merge(writes_of(*told[1]), Text{}, test_noon, false);
    tabs.writer.keeper.pump();
    tabs.writer.run();
    follower.keeper.confirm_handover(told[1]->sequence);
    CHECK(follower.keeper.unsaved_count() == 1);
    follower.act(5, "not told yet");
    CHECK(follower.keeper.unsaved_count() == 2);
    CHECK(follower.keeper.take_handovers().size() == 1);
    follower.take_over();
    follower.run();
    CHECK(follower.keeper.all_saved());
    check_found(follower);
}

TEST_CASE("a tab opens beside one that saves, compacts or cleans at any moment") {
    for (const int what : {0, 1, 2}) {
        for (std::size_t moment = 0; moment <= 2 * many; ++moment) {
            CAPTURE(what);
            CAPTURE(moment);
            FakeStore database;
            {
                SteppedTab earlier(database, 6, true);
                earlier.run();
                earlier.act_and_save(1, "A");
                earlier.compact();
                earlier.act_and_save(2, "B");
            }
            SteppedTab writer(database, 7, true);
            writer.run();
            SteppedTab follower(database, 8, false, moment % 2 == 0);
            follower.steps(moment / 2);
            writer.act_and_save(3, "C");
            if (what > 0) writer.compact();
            if (what > 1) {
                writer.act_and_save(1, "A once more");
                writer.keeper.compact_if_due(true);
                writer.run();
                // The generations that the other tab began with are not there any more.
                SteppedTab next(database, 9, true);
                next.run();
                next.compact();
                next.act_and_save(4, "D");
            }
            follower.read_on();
            follower.run();
            follower.read_on(); // as it is told once the writer has saved
            follower.run();
            REQUIRE(follower.keeper.state() == KeeperState::following);
            check_found(follower);
        }
    }
}

TEST_CASE("a damaged file is damaged for a following tab too") {
    FakeStore database;
    {
        SteppedTab earlier(database, 6, true);
        earlier.run();
        earlier.act_and_save(1, "A");
        earlier.act_and_save(2, "B");
    }
    database.corrupt(Place::journal, journal_key(1, 0), 50);
    SteppedTab follower(database, 8, false);
    follower.run();
    CHECK(follower.keeper.state() == KeeperState::unreadable);
}

TEST_CASE("the writing tab may go at any moment of another one's start") {
    for (std::size_t moment = 0; moment <= 2 * many; ++moment) {
        for (std::size_t later = 0; later <= 3; ++later) {
            CAPTURE(moment);
            CAPTURE(later);
            FakeStore database;
            SteppedTab writer(database, 7, true);
            writer.run();
            writer.act_and_save(1, "A");
            writer.compact();
            writer.act_and_save(2, "B");
            SteppedTab follower(database, 8, false, moment % 2 == 0);
            follower.steps(moment / 2);
            writer.act_and_save(3, "the last one");
            follower.steps(later);
            follower.take_over();
            follower.run();
            REQUIRE(follower.keeper.state() == KeeperState::ready);
            follower.act_and_save(4, "D");
            CHECK(follower.name_of(3) == "the last one");
            check_found(follower);
        }
    }
}

TEST_CASE("an import that is being written goes into no shard before it goes into the journal") {
    FakeStore database;
    SteppedTab tab(database, 7, true);
    tab.run();
    constexpr std::uint64_t enough_for_many_transactions = 40'000;
    std::vector<Edit> edits;
    for (std::uint64_t n = 0; n < enough_for_many_transactions; ++n)
        edits.push_back(test_edit({1, n + 1}, customer::name, "buyer " + std::to_string(n)));
    tab.keeper.file().perform(test_action(std::move(edits)), test_noon);
    tab.keeper.pump();
    tab.run();
    tab.keeper.compact_if_due(true);
    REQUIRE(tab.store.waiting() > 0);
    tab.keeper.file().begin(test_action({}), test_noon);
    const std::vector<Edit> row{test_edit({2, 1}, customer::name, "half an import")};
    tab.keeper.file().add(row);
    tab.run();
    {
        FakeStore rows;
        rows.look_at(database);
        const StorePage page(rows, 99);
        REQUIRE(page.ready());
        CHECK_FALSE(page.keeper.file().records().find(RecordType::customer, {2, 1}).exists());
    }
    tab.keeper.file().end();
    tab.keeper.pump();
    tab.run();
    tab.keeper.compact_if_due();
    tab.run();
    CHECK(tab.keeper.journal_length() == 0); // the compaction went on
    check_found(tab);
}

TEST_CASE("a following tab is a device of its own") {
    TwoTabs tabs;
    tabs.writer.act(3, "by the first");
    tabs.follower.act(3, "by the second");
    const auto stamp = [](const SteppedTab& tab) {
        const auto record = tab.keeper.file().records().find(RecordType::customer, {1, 3});
        return record.stamp(customer::name);
    };
    CHECK(stamp(tabs.writer).device == 7);
    CHECK(stamp(tabs.follower).device == 8);
}

TEST_CASE("a tab that cannot follow any more still counts what was edited in it") {
    TwoTabs tabs;
    tabs.database.rows(Place::journal).clear();
    tabs.writer.act_and_save(3, "behind the gap");
    tabs.follower.act(4, "handed over");
    CHECK(tabs.follower.keeper.take_handovers().size() == 1);
    tabs.follower.act(5, "not yet");
    tabs.follower.read_on();
    tabs.follower.run();
    tabs.follower.take_over();
    REQUIRE(tabs.follower.keeper.state() == KeeperState::unreadable);
    CHECK(tabs.follower.keeper.unsaved_count() == 2);
    CHECK_FALSE(tabs.follower.keeper.all_saved());
}
