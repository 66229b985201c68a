// Silent damage to what is stored: every changed byte and every missing row is noticed at the next
// start, nothing is written then, and what a newer program wrote is left alone.
#include "base/hash.h"
#include "store/journal.h"
#include "store/manifest.h"
#include "support/store_page.h"

#include <doctest/doctest.h>

#include <cstring>

using namespace bb;

namespace {

/// Two generations, history, and a journal with an entry of several rows after them.
void fill(FakeStore& store) {
    for (int session = 0; session < 2; ++session) {
        StorePage page(store);
        std::vector<Edit> edits;
        for (std::uint64_t n = 1; n <= 300; ++n) {
            edits.push_back(test_edit({1, n}, customer::name, std::to_string(n * 10) + "x"));
        }
        page.act_and_save(edits);
        page.act_and_save({test_edit({1, 5}, customer::name, "again " + std::to_string(session))});
        page.compact();
        page.act_and_save({test_edit({1, 6}, customer::notes,
                                     std::string(130'000, 'n') + std::to_string(session))});
    }
}

/// What a start makes of it: the state, and whether all was there after all.
struct Start {
    KeeperState state{};
    bool whole = false; // opened, from the generation before, with nothing lost
};

Start start_on(const FakeStore& stored, const std::string& dump) {
    FakeStore store;
    store.copy_durable(stored);
    StorePage page(store);
    const auto before = store.rows(Place::meta);
    const bool whole = page.ready() && page.keeper.fell_back() && page.dump() == dump;
    page.act_and_save({test_edit({1, 1}, customer::name, "written on damage")});
    page.compact();
    if (page.ready()) return {KeeperState::ready, whole};
    CHECK(store.rows(Place::meta) == before);
    CHECK(store.rows(Place::journal) == stored.rows(Place::journal));
    CHECK(store.rows(Place::shard) == stored.rows(Place::shard));
    return {page.keeper.state(), false};
}

KeeperState state_of(const FakeStore& stored) { return start_on(stored, {}).state; }

std::string dump_of(const FakeStore& stored) {
    FakeStore store;
    store.copy_durable(stored);
    StorePage page(store);
    return page.dump();
}

Manifest active_of(const FakeStore& store) {
    Manifest manifest;
    REQUIRE(manifest.decode(store.rows(Place::meta).at("active")));
    return manifest;
}

/// Rows that the next start reads.
std::vector<std::pair<Place, std::string>> rows_in_use(const FakeStore& store) {
    const Manifest manifest = active_of(store);
    std::vector<std::pair<Place, std::string>> rows{{Place::meta, "active"}, {Place::meta, "last"}};
    for (const Manifest::Shard& shard : manifest.shards)
        rows.emplace_back(Place::shard, shard.key());
    for (const auto& [key, bytes] : store.rows(Place::journal)) {
        if (key >= journal_key(manifest.covers.sequence + 1, 0))
            rows.emplace_back(Place::journal, key);
    }
    return rows;
}

} // namespace

TEST_CASE("any flipped byte of a shard, a journal row or a manifest is noticed") {
    FakeStore store;
    fill(store);
    REQUIRE(state_of(store) == KeeperState::ready);
    const auto rows = rows_in_use(store);
    const std::string dump = dump_of(store);
    REQUIRE(rows.size() >= 7);
    std::size_t made_good = 0;
    for (const auto& row : rows) {
        const auto place = row.first;
        const auto& key = row.second;
        const std::size_t size = store.rows(place).at(key).size();
        std::size_t unnoticed = 0;
        for (std::size_t n = 0; n < 60; ++n) {
            const std::size_t at = n < 40 ? n : n * 7919;
            const auto mask = static_cast<std::uint8_t>(1U << (n % 8));
            store.corrupt(place, key, at % size, mask);
            const Start start = start_on(store, dump);
            unnoticed += start.state != KeeperState::unreadable && !start.whole;
            made_good += start.whole;
            store.corrupt(place, key, at % size, mask);
        }
        CAPTURE(key);
        CHECK(unnoticed == 0);
    }
    CHECK(made_good >= 3 * 60); // the manifest and the shards of the newest generation
}

TEST_CASE("any missing or cut row is noticed") {
    FakeStore store;
    fill(store);
    const std::string dump = dump_of(store);
    const auto noticed = [&](const FakeStore& damaged) {
        const Start start = start_on(damaged, dump);
        return start.state == KeeperState::unreadable || start.whole;
    };
    for (const auto& row : rows_in_use(store)) {
        const auto place = row.first;
        const auto& key = row.second;
        CAPTURE(key);
        FakeStore damaged;
        damaged.copy_durable(store);
        damaged.rows(place).erase(key);
        // Without any manifest there is only the whole journal, and its first entries are gone.
        CHECK(noticed(damaged));
        damaged.rows(place)[key] = store.rows(place).at(key);
        damaged.rows(place)[key].pop_back();
        CHECK(noticed(damaged));
    }
    FakeStore tail; // the last entry is gone whole
    tail.copy_durable(store);
    auto& journal = tail.rows(Place::journal);
    const std::string last = journal.rbegin()->first.substr(0, 16);
    journal.erase(journal.lower_bound(last), journal.end());
    CHECK(state_of(tail) == KeeperState::unreadable);
    FakeStore hollow; // everything but meta
    hollow.copy_durable(store);
    hollow.rows(Place::journal).clear();
    hollow.rows(Place::shard).clear();
    CHECK(state_of(hollow) == KeeperState::unreadable);
}

TEST_CASE("the generation before is whole, with the journal that leads on from it") {
    FakeStore store;
    fill(store);
    const std::string dump = [&] {
        FakeStore c;
        c.copy_durable(store);
        return StorePage(c).dump();
    }();
    FakeStore older;
    older.copy_durable(store);
    for (const auto& shard : active_of(store).shards) {
        if (shard.place.generation == 2) older.rows(Place::shard).erase(shard.key());
    }
    auto& meta = older.rows(Place::meta);
    meta["active"] = meta.at("previous");
    JournalHead last;
    REQUIRE(last.decode(meta.at("last")) == JournalHead::Read::sound);
    last.generation = 1;
    meta["last"] = last.encode();
    StorePage page(older);
    REQUIRE(page.ready());
    CHECK(page.dump() == dump);
}

TEST_CASE("a damaged newest generation is made good, and the next start is as any other") {
    FakeStore store;
    fill(store);
    const std::string dump = dump_of(store);
    for (const auto& shard : active_of(store).shards)
        if (shard.place.generation == 2) store.corrupt(Place::shard, shard.key(), 99);
    std::string later;
    {
        StorePage page(store);
        REQUIRE(page.ready());
        CHECK(page.keeper.fell_back());
        CHECK(page.dump() == dump);
        page.act_and_save({test_edit({1, 7}, customer::name, "after the damage")});
        page.compact();
        page.act_and_save({test_edit({1, 8}, customer::name, "and more")});
        later = page.dump();
    }
    StorePage again(store);
    REQUIRE(again.ready());
    CHECK_FALSE(again.keeper.fell_back());
    CHECK(again.dump() == later);
}

TEST_CASE("a damaged first generation is made good by the whole journal") {
    FakeStore store;
    std::string dump;
    {
        StorePage page(store);
        page.act_and_save({test_edit({1, 1}, customer::name, "A")});
        page.compact();
        page.act_and_save({test_edit({1, 2}, customer::name, "B")});
        dump = page.dump();
    }
    store.corrupt(Place::meta, "active", 30);
    StorePage page(store);
    REQUIRE(page.ready());
    CHECK(page.dump() == dump);
    page.compact();
    StorePage again(store);
    REQUIRE(again.ready());
    CHECK(again.dump() == dump);
}

TEST_CASE("a store of a newer schema is read, never written") {
    FakeStore store;
    fill(store);
    Bytes& manifest = store.rows(Place::meta).at("active");
    manifest[4] = 2; // the schema number
    const std::uint64_t hash = hash64(ByteView(manifest).first(manifest.size() - 8));
    std::memcpy(manifest.data() + manifest.size() - 8, &hash, 8);
    CHECK(state_of(store) == KeeperState::newer_schema);
    StorePage page(store);
    CHECK(page.file().records().row_count(RecordType::customer) == 300);
}
