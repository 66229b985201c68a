// Format 1 is frozen: a store, a backup and a JSON export of it lie in tests/golden/format1 and must
// open for ever, with everything that is in them. The encrypted ones are opened by
// tests/web/format1.test.mjs.
#include "store/backup.h"
#include "support/store_page.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

using namespace bb;

namespace {

const std::string folder = BUYERBOOK_FIXTURES "/../golden/format1/";
constexpr std::string_view places[] = {"journal", "shard", "meta", "blob"};

std::string read_text(const std::string& name) {
    std::ifstream in(folder + name, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

Bytes from_base64(std::string_view text) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    Bytes bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t digit = digits.find(c);
        if (digit == digits.npos) break; // the filling at the end
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<std::uint8_t>(bits >> count));
    }
    return bytes;
}

/// The rows as the page at ?rescue=1 puts them back (web/raw_export.mjs).
void put_back(FakeStore& store) {
    const auto raw = nlohmann::json::parse(read_text("store.bbraw.json"));
    REQUIRE(raw["version"] == 1);
    for (std::size_t place = 0; place < std::size(places); ++place)
        for (const auto& row : raw["stores"][std::string(places[place])])
            store.rows(static_cast<Place>(place))[row[0].get<std::string>()] =
                from_base64(row[1].get<std::string>());
}

Workspace workspace_of(std::span<const Write> writes) {
    Workspace records;
    for (const Write& write : writes) records.apply(write);
    return records;
}

} // namespace

TEST_CASE("a store of format 1 opens with every write that was ever made in it") {
    FakeStore store;
    put_back(store);
    StorePage page(store);
    REQUIRE(page.ready());
    CHECK_FALSE(page.keeper.fell_back());
    CHECK(page.dump() == read_text("dump.txt"));
    CHECK(page.keeper.setting("theme") == "\"dark\"");
    const Workspace& records = page.file().records();
    CHECK(records.live_count(RecordType::customer) == 40); // 40 samples, one gone, one new
    CHECK(records.live_count(RecordType::quote) == 4);
    const std::string picture = store.rows(Place::blob).begin()->first;
    page.keeper.want_picture(picture);
    store.run();
    CHECK(page.keeper.picture(picture) != nullptr);
    // And it goes on from there.
    page.act_and_save({test_edit(RecordId{1, 1}, customer::name, "of a later program")});
    CHECK(page.keeper.all_saved());
    const std::string dump = page.dump();
    page.compact();
    StorePage again(store);
    CHECK(again.dump() == dump);
}

TEST_CASE("the generation before and the second copy of format 1 serve as well") {
    FakeStore store;
    put_back(store);
    for (auto& [key, bytes] : store.rows(Place::shard)) {
        const bool newest = key == store.rows(Place::shard).rbegin()->first;
        if (newest) bytes[bytes.size() / 2] ^= 1;
    }
    StorePage page(store);
    REQUIRE(page.ready());
    CHECK(page.keeper.fell_back());
    CHECK(page.dump() == read_text("dump.txt"));
}

TEST_CASE("a backup of format 1 holds the same") {
    const Result<Backup> backup = read_backup(bytes_of(read_text("backup.bbk")));
    REQUIRE(backup);
    CHECK(backup->customers == 40);
    CHECK(backup->made_at == Instant::parse("2026-11-25T08:12:00.000Z"));
    REQUIRE(backup->blobs.size() == 1);
    CHECK(workspace_of(backup->writes).canonical_dump() == read_text("dump.txt"));
}

TEST_CASE("the readable export says of format 1 what it said") {
    const Result<Backup> backup = read_backup(bytes_of(read_text("backup.bbk")));
    REQUIRE(backup);
    const auto now = nlohmann::json::parse(json_export(
        workspace_of(backup->writes), Instant::parse("2026-11-25T08:12:00.000Z").value()));
    const auto then = nlohmann::json::parse(read_text("records.json"));
    // Later versions may say more, not less or something else.
    for (const auto& item : then.items()) {
        CHECK_MESSAGE(now[item.key()] == item.value(), item.key());
    }
}
