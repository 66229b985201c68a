// What is saved of damaged rows, and how it is put into a fresh database.
#include "base/hash.h"
#include "store/manifest.h"
#include "store/salvage.h"
#include "store/sentinel.h"
#include "support/store_page.h"

#include <doctest/doctest.h>

#include <iterator>

using namespace bb;

namespace {

/// Two generations and a journal after them.
void fill(FakeStore& store) {
    for (int session = 0; session < 2; ++session) {
        StorePage page(store);
        for (std::uint64_t part = 0; part < 4; ++part) {
            std::vector<Edit> edits;
            for (std::uint64_t n = 1; n <= 20; ++n)
                edits.push_back(test_edit({part + 1, n}, customer::name,
                                          "buyer " + std::to_string(part * 100 + n)));
            page.act_and_save(edits);
        }
        page.keeper.put_setting("started", "1");
        page.compact();
        page.act_and_save({test_edit({1, 5}, customer::name, "again " + std::to_string(session))});
        page.act_and_save({test_edit({9, 1 + static_cast<std::uint64_t>(session)}, customer::name,
                                     "newest " + std::to_string(session))});
    }
}

void take_all(Salvage& salvage, const std::array<FakeStore::Rows, 4>& places) {
    for (const Place place : {Place::meta, Place::shard, Place::journal}) {
        std::vector<StoredRow> rows;
        for (const auto& [key, bytes] : places[static_cast<std::size_t>(place)])
            rows.push_back({key, bytes});
        salvage.take(place, std::move(rows));
    }
}

std::array<FakeStore::Rows, 4> rows_of(FakeStore& store) {
    return {store.rows(Place::journal), store.rows(Place::shard), store.rows(Place::meta),
            store.rows(Place::blob)};
}

Salvage salvaged(FakeStore& store) {
    Salvage salvage;
    take_all(salvage, rows_of(store));
    return salvage;
}

} // namespace

TEST_CASE("of a whole store everything is saved") {
    FakeStore store;
    fill(store);
    std::uint64_t sequence = 0;
    const std::string dump = [&] {
        StorePage page(store);
        sequence = page.keeper.saved_sequence();
        return page.dump();
    }();
    const Salvage salvage = salvaged(store);
    CHECK(salvage.records().canonical_dump() == dump);
    CHECK(salvage.damaged_pieces() == 0);
    CHECK(salvage.sequence() == sequence);
    CHECK(salvage.found_until() == sequence);
    CHECK(salvage.customers_expected() == 81);
    CHECK(salvage.settings().at("started") == "1");
}

TEST_CASE("whatever single row is damaged, all that other rows hold is saved") {
    FakeStore whole;
    fill(whole);
    const Workspace& all = [&]() -> const Workspace& {
        static Salvage salvage;
        salvage = salvaged(whole);
        return salvage.records();
    }();
    for (const Place place : {Place::meta, Place::shard, Place::journal}) {
        for (const auto& row : whole.rows(place)) {
            const auto& key = row.first;
            CAPTURE(key);
            if (key == "cleaned" || key == "device" || key.starts_with("setting.")) continue;
            FakeStore store;
            store.copy_durable(whole);
            store.corrupt(place, key, row.second.size() / 2);
            const Salvage salvage = salvaged(store);
            CHECK(salvage.damaged_pieces() == 1);
            std::size_t missing = 0;
            const auto names = missing_names(all, salvage.records(), 3, missing);
            // Both generations and the journal hold most of it more than once.
            CHECK(missing <= 1);
            CHECK(names.size() == missing);
        }
    }
}

TEST_CASE("a store and its second copy make each other good") {
    FakeStore store;
    fill(store);
    const std::string dump = salvaged(store).records().canonical_dump();
    FakeStore half;
    half.copy_durable(store);
    auto& journal = half.rows(Place::journal);
    journal.erase(std::prev(journal.end()));
    Salvage main = salvaged(half);
    CHECK(main.found_until() + 1 == main.sequence());
    FakeStore spare;
    spare.copy_durable(store);
    spare.rows(Place::shard).clear();
    const Salvage copy = salvaged(spare);
    std::size_t missing = 0;
    CHECK(missing_names(copy.records(), main.records(), 5, missing) ==
          std::vector<std::string>{"newest 1"});
    main.join(copy);
    CHECK(main.records().canonical_dump() == dump);
    CHECK(main.found_until() == main.sequence());
}

TEST_CASE("what was saved goes whole into a fresh database, and the old one is left alone") {
    FakeStore store;
    fill(store);
    auto& journal = store.rows(Place::journal);
    store.corrupt(Place::journal, std::prev(journal.end())->first, 20);
    const auto old = rows_of(store);
    std::string dump;
    {
        StorePage page(store, 70);
        REQUIRE(page.keeper.state() == KeeperState::unreadable);
        Salvage salvage = salvaged(store);
        dump = salvage.records().canonical_dump();
        for (const auto& [name, value] : salvage.settings()) page.keeper.put_setting(name, value);
        page.keeper.restore_anew(std::move(salvage.records()), salvage.sequence() + 5,
                                 salvage.newest());
        CHECK(page.keeper.state() == KeeperState::restoring);
        store.run();
        CHECK(page.keeper.state() == KeeperState::restored);
    }
    REQUIRE(store.old_rows());
    CHECK(*store.old_rows() == old);
    CHECK_FALSE(store.rows(Place::meta).contains(unfinished_row));
    StorePage again(store);
    REQUIRE(again.ready());
    CHECK(again.dump() == dump);
    CHECK(again.keeper.setting("started") == "1");
    again.act_and_save({test_edit({1, 5}, customer::name, "life goes on")});
    again.compact();
    const std::string later = again.dump();
    StorePage last(store);
    REQUIRE(last.ready());
    CHECK(last.dump() == later);
}

TEST_CASE("a restoring that fails says so and has not touched what was there") {
    FakeStore probe;
    fill(probe);
    for (std::size_t fails = 0; fails < 2; ++fails) {
        FakeStore store;
        store.copy_durable(probe);
        store.corrupt(Place::meta, "last", 20);
        StorePage page(store);
        REQUIRE(page.keeper.state() == KeeperState::unreadable);
        Salvage salvage = salvaged(store);
        store.fail_request(store.request_count() + fails, StoreFault::quota);
        page.keeper.restore_anew(std::move(salvage.records()), salvage.sequence(),
                                 salvage.newest());
        store.run();
        CHECK(page.keeper.state() == KeeperState::unreadable);
        CHECK(page.keeper.fault() == StoreFault::quota);
        // Killed before its end: the mark is still there.
        if (fails == 1) CHECK(store.rows(Place::meta).contains(unfinished_row));
    }
}

TEST_CASE("the sentinel is read as it was written, and nonsense is none") {
    const Sentinel sentinel{812, 341, Instant::parse("2026-11-20T08:00:00.000Z")};
    CHECK(Sentinel::parse(sentinel.to_text()) == sentinel);
    CHECK(Sentinel::parse(Sentinel{}.to_text()) == Sentinel{});
    for (const std::string_view text : {"", "[]", "{", "null", "7"})
        CHECK_FALSE(Sentinel::parse(text));
    CHECK(Sentinel::parse(R"({"sequence":-4,"customers":"x"})") == Sentinel{});
}
