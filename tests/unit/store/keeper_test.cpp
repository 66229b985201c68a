// The keeper against the fake store: what is saved is there again, and "saved" is never early.
#include "base/hash.h"
#include "store/journal.h"
#include "support/store_page.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

const RecordId first_id{1, 1};

} // namespace

TEST_CASE("an empty store opens as an empty file") {
    FakeStore store;
    StorePage page(store);
    CHECK(page.keeper.state() == KeeperState::ready);
    CHECK(page.keeper.empty_at_open());
    CHECK(page.keeper.all_saved());
    CHECK(store.rows(Place::meta).empty());
}

TEST_CASE("an edit is saved when the transaction is complete, and is there at the next start") {
    FakeStore store;
    std::string dump;
    {
        StorePage page(store);
        page.act({test_edit(first_id, customer::name, "Bauer GmbH")});
        CHECK(!page.keeper.all_saved());
        CHECK(page.keeper.saved_sequence() == 0);
        store.run();
        CHECK(page.keeper.all_saved());
        CHECK(page.keeper.saved_sequence() == 1);
        CHECK(page.keeper.saved_at() == test_noon);
        dump = page.keeper.file().records().canonical_dump();
    }
    StorePage again(store);
    CHECK(again.keeper.state() == KeeperState::ready);
    CHECK(!again.keeper.empty_at_open());
    CHECK(again.keeper.file().records().canonical_dump() == dump);
    CHECK(again.keeper.saved_at() == test_noon);
}

TEST_CASE("compaction keeps everything, and the journal before it only until it was read back") {
    FakeStore store;
    std::string dump;
    for (int session = 0; session < 4; ++session) {
        StorePage page(store);
        REQUIRE(page.keeper.state() == KeeperState::ready);
        CHECK(page.keeper.file().records().canonical_dump() == dump);
        page.act_and_save({test_edit(first_id, customer::name, "name " + std::to_string(session))});
        page.compact();
        CHECK(page.keeper.journal_length() == 0);
        page.act_and_save({test_edit(first_id, customer::city, "city " + std::to_string(session))});
        dump = page.keeper.file().records().canonical_dump();
    }
    CHECK(store.rows(Place::journal).size() == 5);
    CHECK(store.rows(Place::shard).size() == 6);
}

TEST_CASE("journal rows stay below 48 KiB, and an import is one transaction") {
    FakeStore store;
    StorePage page(store);
    std::vector<Edit> edits;
    for (std::uint64_t n = 1; n <= 3000; ++n) {
        edits.push_back(test_edit({1, n}, customer::name, "buyer " + std::to_string(n)));
        edits.push_back(test_edit({1, n}, customer::notes, std::string(200, 'n')));
    }
    edits.push_back(test_edit({1, 1}, customer::address, std::string(200'000, 'a')));
    page.act(edits);
    CHECK(store.waiting() == 1);
    store.run();
    CHECK(store.rows(Place::journal).size() > 10);
    for (const auto& [key, bytes] : store.rows(Place::journal)) {
        CHECK(bytes.size() < journal_row_limit);
    }
    const std::string dump = page.dump();
    store.kill();
    StorePage again(store);
    CHECK(again.dump() == dump);
    CHECK(again.keeper.journal_length() == 1);
}

TEST_CASE("what comes while a transaction is on its way goes together in the next") {
    FakeStore store;
    StorePage page(store);
    page.act({test_edit(first_id, customer::name, "1")});
    page.act({test_edit(first_id, customer::name, "2")});
    page.act({test_edit(first_id, customer::name, "3")});
    CHECK(store.waiting() == 1);
    store.step();
    CHECK(page.keeper.saved_sequence() == 1);
    CHECK(store.waiting() == 1);
    store.step();
    CHECK(page.keeper.saved_sequence() == 3);
    CHECK(store.waiting() == 0);
}

TEST_CASE("what is packed before it is handed over is stored as ever") {
    const auto big = [] {
        std::vector<Edit> edits;
        for (std::uint64_t n = 1; n <= 40; ++n)
            edits.push_back(test_edit({1, n}, customer::notes, std::string(10'000, 'n')));
        return test_action(std::move(edits));
    };
    FakeStore store, as_ever;
    StorePage page(store), other(as_ever);
    const auto at_once = [] { return true; };
    CHECK_FALSE(page.keeper.pack(at_once)); // nothing to pack
    page.file().perform(big(), test_noon);
    CHECK(page.keeper.pack(at_once));
    CHECK(page.keeper.pack(at_once));
    CHECK(store.waiting() == 0);
    page.file().perform(test_action({test_edit(first_id, customer::name, "more")}), test_noon);
    page.keeper.pump();                     // the rest of it, and what came meanwhile
    CHECK_FALSE(page.keeper.pack(at_once)); // it is on its way
    store.run();
    CHECK(page.keeper.all_saved());
    CHECK(page.keeper.journal_length() == 2);

    other.file().perform(big(), test_noon);
    other.act_and_save({test_edit(first_id, customer::name, "more")});
    CHECK(store.rows(Place::journal) == as_ever.rows(Place::journal));
    CHECK(store.rows(Place::meta).at("last") == as_ever.rows(Place::meta).at("last"));
    store.kill();
    StorePage again(store);
    CHECK(again.dump() == other.dump());
}

TEST_CASE("a big file is compacted in several transactions while editing goes on") {
    FakeStore store;
    StorePage page(store);
    for (std::uint64_t part = 0; part < 4; ++part) {
        std::vector<Edit> edits;
        for (std::uint64_t n = 0; n < 50; ++n) {
            const RecordId id{1, part * 1000 + n + 1};
            edits.push_back(test_edit(id, customer::notes, std::string(100'000, 'n')));
        }
        page.act_and_save(edits);
    }
    page.keeper.compact_if_due();
    REQUIRE(store.waiting() == 1);
    int transactions = 0;
    while (store.step()) {
        CHECK(page.keeper.saved_sequence() <= store.durable_sequence());
        if (++transactions == 1) page.act({test_edit({1, 2}, customer::name, "meanwhile")});
    }
    CHECK(transactions >= 4);
    CHECK(page.keeper.journal_length() == 0);
    CHECK(page.keeper.all_saved());
    const std::string dump = page.dump();
    store.kill();
    store.rows(Place::journal).clear(); // all of it is in the shards
    StorePage again(store);
    REQUIRE(again.ready());
    CHECK(again.dump() == dump);
}

TEST_CASE("compaction writes only what changed") {
    FakeStore store;
    std::vector<Edit> edits;
    for (std::uint64_t n = 1; n <= 60; ++n) {
        edits.push_back(test_edit({1, n}, customer::notes, std::string(100'000, 'n')));
    }
    {
        StorePage page(store);
        page.act_and_save(edits);
        page.compact();
        CHECK(store.rows(Place::shard).size() == 6);
    }
    StorePage page(store);
    page.act_and_save({test_edit({1, 60}, customer::name, "changed")});
    page.compact();
    CHECK(store.rows(Place::shard).size() == 7);
}

TEST_CASE("a shard whose records grow is split, and rows keep their order") {
    FakeStore store;
    std::string dump;
    {
        StorePage page(store);
        std::vector<Edit> edits;
        for (std::uint64_t n = 1; n <= 100; ++n) {
            edits.push_back(test_edit({1, n}, customer::name, std::to_string(n)));
        }
        page.act_and_save(edits);
        page.compact();
        for (Edit& edit : edits)
            edit = test_edit(edit.id, customer::notes, std::string(40'000, 'n'));
        page.act_and_save(edits);
        page.compact();
        CHECK(page.file().records().at(RecordType::customer, 70).value(customer::name) == "71");
        page.act_and_save({test_edit({1, 90}, customer::name, "ninety")});
        page.compact();
        dump = page.dump();
    }
    StorePage again(store);
    REQUIRE(again.ready());
    CHECK(again.dump() == dump);
    CHECK(again.file().records().at(RecordType::customer, 70).value(customer::name) == "71");
}

TEST_CASE("settings are saved and found again") {
    FakeStore store;
    {
        StorePage page(store);
        page.keeper.put_setting("theme", "\"dark\"");
        CHECK(!page.keeper.all_saved());
        page.keeper.pump();
        store.run();
        CHECK(page.keeper.all_saved());
    }
    StorePage again(store);
    CHECK(again.keeper.setting("theme") == "\"dark\"");
    CHECK(again.keeper.setting("none").empty());
    CHECK(again.keeper.empty_at_open());
}

TEST_CASE("a device keeps its number, and undone steps end with the session") {
    FakeStore store;
    Stamp stamp;
    {
        StorePage page(store, 70);
        page.act_and_save({test_edit(first_id, customer::name, "1")});
        stamp = page.file().records().find(RecordType::customer, first_id).stamp(customer::name);
    }
    StorePage again(store, 71);
    CHECK(!again.file().can_undo());
    again.act_and_save({test_edit(first_id, customer::name, "2")});
    const Stamp next =
        again.file().records().find(RecordType::customer, first_id).stamp(customer::name);
    CHECK(next.device == 70);
    CHECK(next > stamp);
}

TEST_CASE("pictures come back from the store, and a damaged one does not") {
    FakeStore store;
    const Bytes bytes(5000, 9);
    const std::string name = content_name(bytes);
    {
        StorePage page(store);
        page.file().attach_blob(name, bytes);
        page.act({test_edit(first_id, customer::name, "1")});
        REQUIRE(page.keeper.picture(name));
        store.run();
    }
    {
        StorePage page(store);
        CHECK(!page.keeper.picture(name));
        page.keeper.want_picture(name);
        page.keeper.want_picture(name);
        CHECK(store.waiting() == 1);
        store.run();
        REQUIRE(page.keeper.picture(name));
        CHECK(*page.keeper.picture(name) == bytes);
    }
    store.corrupt(Place::blob, name, 100);
    StorePage page(store);
    page.keeper.want_picture(name);
    store.run();
    CHECK(!page.keeper.picture(name));
}
