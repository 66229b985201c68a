// Tabs: one writes, others follow, hand their edits over, and take over when it goes.
#include "support/store_page.h"

#include <doctest/doctest.h>

#include <random>

using namespace bb;

namespace {

/// Tabs on one database; each has a port of its own onto the same rows.
struct Tab {
    Tab(FakeStore& shared, std::uint32_t device, bool writes)
        : database(shared), keeper(store, device) {
        store.connect(&keeper);
        store.copy_durable(database);
        if (!writes) keeper.follow();
        keeper.open();
        store.run();
    }
    /// The writer's rows become the database's.
    void save() {
        keeper.pump();
        store.run();
        database.copy_durable(store);
    }
    void act(std::vector<Edit> edits) {
        keeper.file().perform(test_action(std::move(edits)), test_noon);
    }
    void read_on() {
        store.copy_durable(database);
        keeper.read_on();
        store.run();
    }
    void take_over(const std::vector<Edit>& meanwhile = {}) {
        store.copy_durable(database);
        keeper.take_over();
        if (!meanwhile.empty()) act(meanwhile);
        store.run();
        database.copy_durable(store);
    }
    /// As the page does: another tab's entry is merged, without a step of undo.
    void take(const JournalEntry& entry) {
        keeper.file().merge(writes_of(entry), Text{}, test_noon, false);
    }
    std::string dump() const { return keeper.file().records().canonical_dump(); }

    FakeStore& database;
    FakeStore store;
    Keeper keeper;
};

Edit name(std::uint64_t n, std::string value) {
    return test_edit({1, n}, customer::name, std::move(value));
}

} // namespace

TEST_CASE("a following tab sees what the writing one saves") {
    FakeStore database;
    Tab writer(database, 7, true);
    writer.act({name(1, "A")});
    writer.save();
    Tab follower(database, 8, false);
    CHECK(follower.keeper.state() == KeeperState::following);
    CHECK(follower.dump() == writer.dump());
    for (int n = 0; n < 5; ++n) {
        writer.act({name(2, "B" + std::to_string(n))});
        writer.save();
        if (n == 2) {
            writer.keeper.compact_if_due(true);
            writer.save();
        }
        follower.read_on();
        CHECK(follower.dump() == writer.dump());
    }
    CHECK(follower.keeper.all_saved());
}

TEST_CASE("an edit made in a following tab is saved once the writing one has it") {
    FakeStore database;
    Tab writer(database, 7, true);
    writer.act({name(1, "A")});
    writer.save();
    Tab follower(database, 8, false);
    follower.act({name(1, "by the second tab"), name(2, "new")});
    const auto entries = follower.keeper.take_handovers();
    REQUIRE(entries.size() == 1);
    CHECK_FALSE(follower.keeper.all_saved());
    CHECK(follower.keeper.unsaved_count() == 1);
    CHECK(follower.keeper.take_handovers().empty());
    writer.take(*entries[0]);
    writer.take(*entries[0]); // sent twice does no harm
    CHECK_FALSE(writer.keeper.file().undo_action().label != Text{});
    writer.save();
    follower.read_on();
    CHECK_FALSE(follower.keeper.all_saved());
    follower.keeper.confirm_handover(entries[0]->sequence);
    CHECK(follower.keeper.all_saved());
    CHECK(follower.dump() == writer.dump());
    CHECK(writer.keeper.file().records().find(RecordType::customer, {1, 1}).value(customer::name) ==
          "by the second tab");
}

TEST_CASE("a tab takes over with what the writer saved last and with its own unconfirmed edits") {
    FakeStore database;
    Tab writer(database, 7, true);
    writer.act({name(1, "A")});
    writer.save();
    Tab follower(database, 8, false);
    writer.act({name(2, "not yet followed")});
    writer.save();
    writer.keeper.compact_if_due(true);
    writer.save();
    writer.act({name(3, "after the compaction")});
    writer.save();
    follower.act({name(4, "mine")});
    CHECK(follower.keeper.take_handovers().size() == 1);
    follower.take_over();
    REQUIRE(follower.keeper.state() == KeeperState::ready);
    CHECK(follower.keeper.all_saved());
    follower.act({name(5, "written by the new writer")});
    follower.save();
    follower.keeper.compact_if_due(true);
    follower.save();
    const std::string dump = follower.dump();
    for (std::uint64_t n = 1; n <= 5; ++n)
        CHECK(follower.keeper.file().records().find(RecordType::customer, {1, n}).exists());
    Tab again(database, 9, true);
    REQUIRE(again.keeper.state() == KeeperState::ready);
    CHECK(again.dump() == dump);
}

TEST_CASE("edits that are made right before a tab takes over, and while it does, come last") {
    FakeStore database;
    Tab writer(database, 7, true);
    writer.act({name(1, "A")});
    writer.save();
    Tab follower(database, 8, false);
    follower.act({name(2, "on its way")});
    CHECK(follower.keeper.take_handovers().size() == 1);
    follower.act({name(3, "not on its way yet")});
    for (std::uint64_t n = 4; n <= 6; ++n) {
        writer.act({name(n, "not yet followed")});
        writer.save();
    }
    follower.take_over({name(7, "meanwhile")});
    REQUIRE(follower.keeper.state() == KeeperState::ready);
    CHECK(follower.keeper.all_saved());
    Tab again(database, 9, true);
    REQUIRE(again.keeper.state() == KeeperState::ready);
    CHECK(again.dump() == follower.dump());
    for (std::uint64_t n = 1; n <= 7; ++n)
        CHECK(again.keeper.file().records().find(RecordType::customer, {1, n}).exists());
}

TEST_CASE("a tab that cannot follow any more stops and says so") {
    FakeStore database;
    Tab writer(database, 7, true);
    writer.act({name(1, "A")});
    writer.save();
    Tab follower(database, 8, false);
    writer.act({name(2, "B")});
    writer.save();
    writer.act({name(3, "C")});
    writer.save();
    database.rows(Place::journal).erase("0000000000000002.0000");
    follower.read_on();
    CHECK(follower.keeper.state() == KeeperState::unreadable);
}

TEST_CASE("a damaged manifest at the change of writers costs the following tab nothing it shows") {
    FakeStore database;
    Tab writer(database, 7, true);
    writer.act({name(1, "A")});
    writer.save();
    writer.keeper.compact_if_due(true);
    writer.save();
    Tab follower(database, 8, false);
    follower.act({name(2, "not handed over yet")});
    CHECK(follower.keeper.take_handovers().size() == 1);
    const std::string dump = follower.dump();
    database.corrupt(Place::meta, "active", 30);
    follower.take_over();
    CHECK(follower.keeper.state() == KeeperState::unreadable);
    CHECK(follower.dump() == dump);
    CHECK(follower.keeper.unsaved_count() == 1);
}

// R6 on the store alone: what any tab was told to be saved is there at the end, in every tab.
TEST_CASE("random tabs, edits, deaths and changes of the writer lose nothing") {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto below = [&](std::uint32_t n) { return random() % n; };
        FakeStore database;
        std::vector<std::unique_ptr<Tab>> tabs;
        std::uint32_t device = 100;
        tabs.push_back(std::make_unique<Tab>(database, device++, true));
        std::map<std::uint64_t, std::string> confirmed; // customer → name that was called saved
        std::uint64_t next = 1;
        // What a tab has handed over, and what of it the writer has put into the journal.
        const auto hand_over = [&](Tab& tab) {
            tab.keeper.take_handovers();
            for (const JournalEntry* entry : tab.keeper.unconfirmed()) tabs[0]->take(*entry);
            tabs[0]->save();
            while (!tab.keeper.unconfirmed().empty())
                tab.keeper.confirm_handover(tab.keeper.unconfirmed()[0]->sequence);
        };
        for (int step = 0; step < 120; ++step) {
            const std::size_t which = below(static_cast<std::uint32_t>(tabs.size()));
            Tab& tab = *tabs[which];
            switch (below(7)) {
            case 0:
                if (tabs.size() < 5)
                    tabs.push_back(std::make_unique<Tab>(database, device++, false));
                break;
            case 1:
            case 2:
            case 3: {
                const std::string value = "v" + std::to_string(step);
                const std::uint64_t id = next++;
                tab.act({name(id, value)});
                if (which != 0 && below(3) != 0) tab.keeper.take_handovers();
                if (below(3) == 0) break; // not saved before something happens to the tab
                which == 0 ? tab.save() : hand_over(tab);
                REQUIRE(tab.keeper.all_saved());
                confirmed[id] = value;
                break;
            }
            case 4:
                if (which != 0) tab.read_on();
                break;
            case 5:
                tabs[0]->save();
                tabs[0]->keeper.compact_if_due(true);
                tabs[0]->save();
                break;
            case 6:
                if (tabs.size() == 1) break;
                tabs.erase(tabs.begin() + static_cast<std::ptrdiff_t>(which));
                if (which != 0) break;
                confirmed[next] = "meanwhile";
                tabs[0]->take_over({name(next++, "meanwhile")});
                REQUIRE(tabs[0]->keeper.all_saved());
                break;
            }
            REQUIRE(tabs[0]->keeper.state() == KeeperState::ready);
        }
        for (auto& tab : tabs) {
            if (tab != tabs[0]) hand_over(*tab);
        }
        tabs[0]->save();
        for (auto& tab : tabs) {
            if (tab != tabs[0]) tab->read_on();
            CHECK(tab->dump() == tabs[0]->dump());
        }
        Tab fresh(database, 999, true);
        CHECK(fresh.dump() == tabs[0]->dump());
        for (const auto& [id, value] : confirmed) {
            const auto record = fresh.keeper.file().records().find(RecordType::customer, {1, id});
            CHECK(record.value(customer::name) == value);
        }
    }
}
