// Bytes, ids and hashes.
#include "base/bytes.h"
#include "base/hash.h"
#include "base/id.h"

#include <doctest/doctest.h>

#include <set>

using namespace bb;

TEST_CASE("What is written is read back") {
    ByteWriter out;
    out.u8(0xFE);
    out.u16(0x1234);
    out.u32(0xDEADBEEF);
    out.u64(0x0123456789ABCDEFULL);
    out.varint(300);
    out.id({1, 2});
    out.text("客户");
    out.blob({});
    const Bytes bytes = out.take();
    CHECK(bytes[1] == 0x34);
    CHECK(bytes[2] == 0x12);
    ByteReader in{bytes};
    CHECK(in.u8() == 0xFE);
    CHECK(in.u16() == 0x1234);
    CHECK(in.u32() == 0xDEADBEEF);
    CHECK(in.u64() == 0x0123456789ABCDEFULL);
    CHECK(in.varint() == 300);
    CHECK(in.id() == RecordId{1, 2});
    CHECK(in.text() == "客户");
    CHECK(in.blob().empty());
    CHECK(in.ok());
    CHECK(in.at_end());
}

TEST_CASE("A length can be filled in afterwards") {
    ByteWriter out;
    out.u32(0);
    out.text("abc");
    out.patch_u32(0, static_cast<std::uint32_t>(out.size()));
    ByteReader in{out.bytes()};
    CHECK(in.u32() == 8);
}

TEST_CASE("Every varint takes its shortest form, and only that is read") {
    IdSource random{8};
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t v = random.next_random() >> (random.next_random() % 64);
        ByteWriter out;
        out.varint(v);
        REQUIRE(out.size() <= 10);
        ByteReader in{out.bytes()};
        REQUIRE(in.varint() == v);
        REQUIRE(in.at_end());
    }
    for (const Bytes& bytes : {Bytes{0x80}, Bytes{0x80, 0x00}, Bytes(10, 0xFF), Bytes(11, 0x80),
                               Bytes{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02}}) {
        ByteReader in{bytes};
        CHECK(in.varint() == 0);
        CHECK(!in.ok());
    }
}

TEST_CASE("A cut input fails at every length and then yields nothing") {
    ByteWriter out;
    out.u32(7);
    out.id({3, 4});
    out.text("some text");
    const Bytes whole = out.take();
    for (std::size_t n = 0; n < whole.size(); ++n) {
        ByteReader in{ByteView{whole}.first(n)};
        in.u32();
        in.id();
        in.text();
        CHECK(!in.ok());
        CHECK(in.u64() == 0);
        CHECK(in.text().empty());
        CHECK(in.id().empty());
    }
}

TEST_CASE("A length beyond the input is refused before anything is taken") {
    ByteWriter out;
    out.varint(~std::uint64_t{0});
    ByteReader in{out.bytes()};
    CHECK(in.blob().empty());
    CHECK(!in.ok());
}

TEST_CASE("Ids have one written form") {
    const RecordId id{0x0123456789abcdefULL, 0xfedcba9876543210ULL};
    CHECK(id.to_text() == "0123456789abcdeffedcba9876543210");
    CHECK(RecordId::parse(id.to_text()) == id);
    CHECK(!RecordId::parse("0123456789ABCDEFfedcba9876543210"));
    CHECK(!RecordId::parse("0123456789abcdeffedcba987654321"));
    CHECK(!RecordId::parse("0123456789abcdeffedcba987654321g"));
    CHECK(!RecordId::parse(""));
}

TEST_CASE("Ids follow the time and do not repeat") {
    IdSource source{42};
    std::set<RecordId> seen;
    for (int i = 0; i < 10'000; ++i) {
        const RecordId id = source.next(1'795'000'000'000 + i / 10);
        CHECK(seen.insert(id).second);
        CHECK((id.high >> 16) == 1'795'000'000'000ULL + static_cast<unsigned>(i) / 10);
    }
    CHECK(source.next(5) < source.next(6));
    CHECK(!source.next(-1).empty());
    IdSource one{9};
    IdSource same{9};
    CHECK(one.next(1) == same.next(1));
}

TEST_CASE("Hashes are those of XXH3") {
    CHECK(hash64({}) == 0x2D06800538D394C2ULL);
    CHECK(content_name({}) == "99aa06d3014798d86001c324468d497f");
    CHECK(hash64(as_bytes("a")) != hash64(as_bytes("b")));
    CHECK(hash64(as_bytes("a")) != hash64(as_bytes("a"), 1));
    CHECK(content_name(as_bytes("picture")).size() == 32);
}

TEST_CASE("One flipped bit changes the hash") {
    IdSource random{10};
    Bytes bytes(1000);
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.next_random());
    const std::uint64_t before = hash64(bytes);
    for (std::size_t bit = 0; bit < bytes.size() * 8; bit += 7) {
        bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (1U << bit % 8));
        REQUIRE(hash64(bytes) != before);
        bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (1U << bit % 8));
    }
}
