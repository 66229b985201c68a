// Of a damaged file: shards that the newest manifest names and no piece makes up for are told by type
// and number, and a customer of whom only an edit is left is not taken for found.
#include "store/manifest.h"
#include "store/salvage.h"
#include "support/generations.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

constexpr auto customer_table = static_cast<std::uint8_t>(RecordType::customer);
constexpr auto quote_table = static_cast<std::uint8_t>(RecordType::quote);

Salvage saved_of(const FakeStore& store) {
    Salvage salvage;
    for (const Place place : {Place::journal, Place::shard, Place::meta}) {
        std::vector<StoredRow> rows;
        for (const auto& [key, bytes] : store.rows(place)) rows.push_back({key, bytes});
        salvage.take(place, std::move(rows));
    }
    return salvage;
}

} // namespace

TEST_CASE("a whole store has lost nothing, in whatever order its places are read") {
    FakeStore store;
    fill_generations(store);
    const Salvage salvage = saved_of(store);
    CHECK(salvage.lost().empty());
    CHECK(salvage.found_until() == 3);
    CHECK(salvage.sequence() == 3);
    CHECK(salvage.customers_expected() == 3);
    CHECK(salvage.customers_missing() == 0);
}

TEST_CASE("a shard that both generations name and nobody has is counted by its type") {
    for (const bool absent : {true, false}) {
        CAPTURE(absent);
        FakeStore store;
        fill_generations(store);
        FakeStore whole;
        whole.copy_durable(store);
        const std::string key = shard_key(1, quote_table, 0);
        REQUIRE(store.rows(Place::shard).contains(key));
        if (absent)
            store.rows(Place::shard).erase(key);
        else
            store.corrupt(Place::shard, key, 40);
        Salvage salvage = saved_of(store);
        REQUIRE(salvage.lost().size() == 1);
        CHECK(salvage.lost()[0].type == RecordType::quote);
        CHECK(salvage.lost()[0].held == 5);
        CHECK(salvage.lost()[0].nowhere == 5);
        CHECK(salvage.lost()[0].earlier == 0);
        // The journal is whole, and so are the customers.
        CHECK(salvage.found_until() == 3);
        CHECK(salvage.customers_missing() == 0);
        // A backup has four of them, as they were once.
        Salvage with_backup = saved_of(store);
        std::vector<Write> writes = all_writes(saved_of(whole).records());
        std::erase_if(writes, [](const Write& write) { return write.id == RecordId{2, 5}; });
        with_backup.add(writes);
        REQUIRE(with_backup.lost().size() == 1);
        CHECK(with_backup.lost()[0].held == 5);
        CHECK(with_backup.lost()[0].nowhere == 1);
        // The second copy has it.
        salvage.join(saved_of(whole));
        CHECK(salvage.lost().empty());
    }
}

TEST_CASE("a lost shard that the generation before and the journal make up for is not lost") {
    FakeStore store;
    fill_generations(store);
    const std::string dump = saved_of(store).records().canonical_dump();
    lose_shards(store.rows(Place::shard), customer_table, 3);
    lose_shards(store.rows(Place::shard), customer_table | history_table, 3);
    const Salvage made_up = saved_of(store);
    CHECK(made_up.lost().empty());
    CHECK(made_up.records().canonical_dump() == dump);
    // Without what was done between the two, nobody knows.
    store.rows(Place::journal).erase(journal_key(3, 0));
    const Salvage salvage = saved_of(store);
    REQUIRE(salvage.lost().size() == 1);
    CHECK(salvage.lost()[0].type == RecordType::customer);
    CHECK(salvage.lost()[0].held == 3);
    CHECK(salvage.lost()[0].nowhere == 0); // all three are there, as they were
    CHECK(salvage.lost()[0].earlier == 1);
    CHECK(salvage.customers_missing() == 0);
}

TEST_CASE("overwritten values that only a lost shard had are counted") {
    FakeStore store;
    fill_generations(store);
    lose_shards(store.rows(Place::shard), customer_table | history_table);
    CHECK(saved_of(store).lost().empty()); // from the generation before they come about again
    std::erase_if(store.rows(Place::shard),
                  [](const auto& row) { return row.first == shard_key(2, customer_table, 0); });
    const Salvage salvage = saved_of(store);
    REQUIRE(salvage.lost().size() == 1);
    CHECK(salvage.lost()[0].held == 0);
    CHECK(salvage.lost()[0].earlier == 1);
}

TEST_CASE("a customer of whom nothing but an edit is left was not found") {
    FakeStore store;
    fill_generations(store);
    lose_shards(store.rows(Place::shard), customer_table);
    const Salvage salvage = saved_of(store);
    CHECK(salvage.records().live_count(RecordType::customer) == 1); // its city is in the journal
    CHECK(customers_named(salvage.records()) == 0);
    CHECK(salvage.customers_missing() == 3);
    REQUIRE(salvage.lost().size() == 1);
    CHECK(salvage.lost()[0].nowhere == 3);
    // Where another piece has the name, the store is said to lack it.
    FakeStore whole;
    fill_generations(whole);
    std::size_t missing = 0;
    missing_names(saved_of(whole).records(), salvage.records(), 5, missing);
    CHECK(missing == 3);
    // Without any manifest the edit still tells of one.
    store.rows(Place::meta).clear();
    CHECK(saved_of(store).customers_missing() == 1);
}

TEST_CASE("who was deleted or made after the manifest is neither missed nor makes up for one") {
    FakeStore store;
    fill_generations(store);
    {
        StorePage page(store);
        page.act_and_save({test_edit({1, 2}, common::deleted, "1")});
        page.act_and_save({test_birth(RecordType::customer, {1, 9}),
                           test_edit({1, 9}, customer::name, "a new one")});
    }
    CHECK(saved_of(store).customers_missing() == 0);
    lose_shards(store.rows(Place::shard), customer_table);
    CHECK(saved_of(store).customers_missing() == 3);
    CHECK(saved_of(store).lost()[0].nowhere == 3);
}

TEST_CASE("entries that store and second copy have by turns are without a gap") {
    FakeStore store;
    fill_generations(store);
    {
        StorePage page(store);
        for (const char* city : {"Turin", "Oslo", "Porto"})
            page.act_and_save({test_edit({1, 3}, customer::city, city)});
    }
    FakeStore spare;
    spare.copy_durable(store);
    store.rows(Place::journal).erase(journal_key(5, 0));
    spare.rows(Place::journal).erase(journal_key(4, 0));
    Salvage salvage = saved_of(store);
    CHECK(salvage.found_until() == 4);
    CHECK(saved_of(spare).found_until() == 3);
    salvage.join(saved_of(spare));
    CHECK(salvage.found_until() == 6);
}
