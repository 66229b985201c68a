// Loading shards: by their hash alone, or record by record where nothing vouches for them.
#include "store/record_rows.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace bb;

namespace {

constexpr std::uint8_t table = static_cast<std::uint8_t>(RecordType::customer);

Bytes record(std::uint64_t number, bool deleted = false) {
    const Stamp stamp{1000, 7};
    std::vector<FieldValue> fields{{customer::name, "a name", stamp, {}}};
    if (deleted) fields.push_back({common::deleted, "1", stamp, {}});
    std::ranges::sort(fields, {}, &FieldValue::field);
    Bytes out;
    packed::pack({1, number}, fields, out);
    return out;
}

/// A shard of these bytes with a hash that is right for them, and its place.
std::pair<Bytes, ShardPlace> shard_of(const std::vector<Bytes>& records) {
    Bytes bytes;
    begin_shard(bytes);
    for (const Bytes& one : records) bytes.insert(bytes.end(), one.begin(), one.end());
    ShardPlace place;
    place.count = static_cast<std::uint32_t>(records.size());
    place.hash = finish_shard(bytes, table, place.count);
    return {bytes, place};
}

bool loads_checked(const std::vector<Bytes>& records) {
    auto [bytes, place] = shard_of(records);
    RecordRows rows(table);
    return rows.load_checked(std::move(bytes), place);
}

} // namespace

TEST_CASE("a loaded shard knows its records and how many of them live") {
    RecordRows written(table);
    for (std::uint64_t n = 1; n <= 500; ++n) written.append(record(n, n % 5 == 0));
    EncodedShard shard;
    REQUIRE(written.encode_dirty(1, shard));

    RecordRows rows(table);
    REQUIRE(rows.load(shard.bytes, written.place(0)));
    CHECK(rows.count() == 500);
    CHECK(rows.live() == 400);
    CHECK(rows.row_of({1, 1}) == 0);
    CHECK(rows.row_of({1, 500}) == 499);
    CHECK(rows.row_of({1, 501}) == RowIndex::none);

    // The index goes on from where it is.
    CHECK(rows.append(record(501)) == 500);
    CHECK(rows.row_of({1, 501}) == 500);
    rows.replace(4, record(5));
    CHECK(rows.live() == 402);
    CHECK(rows.row_of({1, 5}) == 4);
}

TEST_CASE("a shard with any flipped bit of its head or body is not loaded") {
    RecordRows written(table);
    for (std::uint64_t n = 1; n <= 3; ++n) written.append(record(n, n == 2));
    EncodedShard shard;
    REQUIRE(written.encode_dirty(1, shard));
    for (std::size_t bit = 0; bit < shard.bytes.size() * 8; ++bit) {
        Bytes damaged = shard.bytes;
        damaged[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
        RecordRows rows(table);
        CAPTURE(bit);
        CHECK_FALSE(rows.load(std::move(damaged), written.place(0)));
    }
}

TEST_CASE("lengths that lead out of a shard are not followed, whatever its hash says") {
    Bytes too_long = record(1);
    too_long[0] = static_cast<std::uint8_t>(too_long[0] + 1);
    Bytes too_short = record(1);
    too_short[0] = 3;
    for (const Bytes& wrong : {too_long, too_short, Bytes(10)}) {
        auto [bytes, place] = shard_of({wrong});
        RecordRows rows(table);
        CHECK_FALSE(rows.load(std::move(bytes), place));
    }
}

TEST_CASE("a checked load looks into every record") {
    CHECK(loads_checked({record(1), record(2)}));
    CHECK_FALSE(loads_checked({record(1), record(1)}));
    Bytes without_fields = record(2);
    without_fields.resize(packed::stamps_at);
    without_fields[0] = packed::stamps_at;
    CHECK_FALSE(loads_checked({record(1), without_fields}));

    RecordRows rows(table);
    auto [first, first_place] = shard_of({record(1)});
    auto [again, again_place] = shard_of({record(2), record(1)});
    CHECK(rows.load_checked(std::move(first), first_place));
    CHECK_FALSE(rows.load_checked(std::move(again), again_place));
    CHECK(rows.count() == 1);
}
