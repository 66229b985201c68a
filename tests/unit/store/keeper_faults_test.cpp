// A scripted session in which every single request fails once, in every way: what is found
// afterwards is the state before or after an action, never one between.
#include "store/journal.h"
#include "support/store_page.h"

#include <doctest/doctest.h>

#include <map>

using namespace bb;

namespace {

using Dumps = std::map<std::uint64_t, std::string>;

struct Outcome {
    KeeperState state{};
    std::uint64_t saved = 0;
    bool fell_back = false;
};

std::vector<Edit> bulk(std::uint64_t first, std::string value) {
    std::vector<Edit> edits;
    for (std::uint64_t n = first; n < first + 40; ++n) {
        edits.push_back(test_edit({2, n}, customer::name, value + std::to_string(n)));
        edits.push_back(test_edit({2, n}, customer::notes, std::string(3000, 'n')));
    }
    return edits;
}

void one_session(FakeStore& store, int session, Dumps* dumps, Outcome& outcome) {
    StorePage page(store);
    const auto note = [&] {
        page.keeper.pump();
        if (dumps) (*dumps)[page.file().last_sequence()] = page.dump();
        store.run();
    };
    const std::string mark = std::to_string(session);
    if (page.ready()) {
        page.file().attach_blob("picture" + mark, Bytes(100, 1));
        page.file().perform(test_action({test_edit({1, 1}, customer::name, "one" + mark)}),
                            test_noon);
        note();
        page.file().perform(test_action(bulk(1, mark)), test_noon); // several rows
        note();
        page.keeper.put_setting("theme", "\"" + mark + "\"");
        page.file().undo(test_noon);
        note();
        page.compact();
        page.file().redo(test_noon);
        note();
        page.compact();
        page.file().perform(test_action({test_edit({1, 1}, customer::city, "two" + mark)}),
                            test_noon);
        note();
    }
    outcome.state = page.keeper.state();
    outcome.saved = page.keeper.saved_sequence();
    outcome.fell_back = outcome.fell_back || page.keeper.fell_back();
}

/// Three starts, as compaction keeps things over them.
Outcome run_script(FakeStore& store, Dumps* dumps) {
    Outcome outcome;
    for (int session = 0; session < 3; ++session) {
        one_session(store, session, dumps, outcome);
        if (outcome.state != KeeperState::ready) break;
    }
    return outcome;
}

} // namespace

TEST_CASE("whichever request fails, nothing acknowledged is lost and nothing is torn") {
    Dumps dumps;
    FakeStore whole;
    REQUIRE(run_script(whole, &dumps).state == KeeperState::ready);
    dumps[0] = "";
    const std::size_t requests = whole.request_count();
    REQUIRE(requests > 25);

    constexpr StoreFault faults[] = {StoreFault::quota,   StoreFault::blocked,
                                     StoreFault::closed,  StoreFault::unknown,
                                     StoreFault::timeout, StoreFault::newer_schema};
    for (std::size_t index = 0; index < requests; ++index) {
        for (const StoreFault fault : faults) {
            for (const bool applied : {false, true}) {
                CAPTURE(index);
                CAPTURE(static_cast<int>(fault));
                CAPTURE(applied);
                FakeStore store;
                store.fail_request(index, fault, applied);
                const Outcome outcome = run_script(store, nullptr);
                // A shard that cannot be read is made good by the generation before.
                CHECK((outcome.state == KeeperState::ready) == outcome.fell_back);
                CHECK(outcome.state != KeeperState::opening);
                CHECK(outcome.saved <= store.durable_sequence());
                CHECK((store.writes_after_fault() == 0 || outcome.fell_back));

                StorePage again(store);
                REQUIRE(again.ready());
                CHECK(again.keeper.saved_sequence() == store.durable_sequence());
                CHECK(again.dump() == dumps.at(store.durable_sequence()));
            }
        }
    }
}

TEST_CASE("after a failed write the edits stay and nothing more is written") {
    FakeStore store;
    StorePage page(store);
    page.act_and_save({test_edit({1, 1}, customer::name, "A")});
    store.fail_request(store.request_count(), StoreFault::quota);
    page.act_and_save({test_edit({1, 1}, customer::name, "B")});
    CHECK(page.keeper.state() == KeeperState::frozen);
    CHECK(page.keeper.fault() == StoreFault::quota);
    const std::size_t made = store.request_count();
    page.act_and_save({test_edit({1, 1}, customer::name, "C")});
    page.compact();
    page.keeper.put_setting("theme", "1");
    page.keeper.pump();
    CHECK(store.request_count() == made);
    CHECK(page.file().records().find(RecordType::customer, {1, 1}).value(customer::name) == "C");
    CHECK(!page.keeper.all_saved());
    CHECK(page.keeper.saved_sequence() == 1);
}

TEST_CASE("when there is space again, the failed write is made good and editing goes on") {
    for (const bool applied : {false, true}) {
        FakeStore store;
        std::string dump;
        {
            StorePage page(store);
            page.act_and_save({test_edit({1, 1}, customer::name, "A")});
            store.fail_request(store.request_count(), StoreFault::quota, applied);
            page.act_and_save({test_edit({1, 1}, customer::name, "B")});
            page.act_and_save({test_edit({1, 1}, customer::city, "Lima")});
            REQUIRE(page.keeper.can_try_again());
            CHECK(page.keeper.unsaved_count() == 2);
            page.keeper.try_again();
            store.run();
            CHECK(page.ready());
            CHECK(page.keeper.all_saved());
            CHECK(page.keeper.saved_sequence() == 3);
            page.compact();
            page.act_and_save({test_edit({1, 1}, customer::name, "C")});
            dump = page.dump();
        }
        StorePage again(store);
        REQUIRE(again.ready());
        CHECK(again.dump() == dump);
    }
}

TEST_CASE("trying again on a disk that is still full freezes again, after one write") {
    FakeStore store;
    StorePage page(store);
    const std::size_t made = store.request_count();
    for (std::size_t n = 0; n < 2; ++n) store.fail_request(made + n, StoreFault::quota);
    page.act_and_save({test_edit({1, 1}, customer::name, "A")});
    REQUIRE(page.keeper.can_try_again());
    page.keeper.try_again();
    store.run();
    CHECK(page.keeper.state() == KeeperState::frozen);
    CHECK(store.request_count() == made + 2);
    page.keeper.try_again();
    store.run();
    CHECK(page.keeper.all_saved());
}

TEST_CASE("a tab that another one has barred is not asked to try again") {
    FakeStore store;
    StorePage page(store);
    store.fail_request(store.request_count(), StoreFault::blocked);
    page.act_and_save({test_edit({1, 1}, customer::name, "A")});
    CHECK(page.keeper.state() == KeeperState::frozen);
    CHECK_FALSE(page.keeper.can_try_again());
}

TEST_CASE("an answer that comes after it was given up changes nothing") {
    FakeStore store;
    StorePage page(store);
    page.keeper.committed(999);
    page.keeper.failed(999, StoreFault::unknown);
    page.keeper.rows_read(999, {});
    CHECK(page.ready());
}

TEST_CASE("a read that fails at the start is no reason to write") {
    FakeStore store;
    store.fail_request(0, StoreFault::blocked);
    StorePage page(store);
    CHECK(page.keeper.state() == KeeperState::unreadable);
    CHECK(page.keeper.fault() == StoreFault::blocked);
    page.act_and_save({test_edit({1, 1}, customer::name, "A")});
    CHECK(store.rows(Place::journal).empty());
}
