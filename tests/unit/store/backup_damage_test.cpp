// Backups of random files and their restoring (R10), and everything that can happen to one on its
// way (R10, R11): bits flipped, cut short, pieces in another order, twice or missing, locked.
#include "base/hash.h"
#include "store/backup.h"
#include "store/container.h"
#include "support/store_page.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace bb;

namespace {

constexpr std::size_t header_size = 40; // with its hash
constexpr std::size_t version_at = 8;
constexpr std::size_t derivation_at = 10;
constexpr std::size_t hash_at = 32;

struct Random {
    IdSource source;
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(source.next_random() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }
};

std::string random_value(Random& random) {
    constexpr std::string_view pieces[] = {"a", "Ł", "客户", "\"", "\\", "\n", "\t", "7", "😀", " "};
    std::string value;
    for (std::size_t n = random.below(30); n > 0; --n)
        value += pieces[random.below(std::size(pieces))];
    if (random.one_in(300)) value.append(random.below(150'000), 'x'); // more than one chunk
    return value;
}

Edit random_edit(Random& random) {
    constexpr RecordType types[] = {RecordType::customer, RecordType::contact, RecordType::quote,
                                    RecordType::product, static_cast<RecordType>(0x7E)};
    const std::uint16_t fields[] = {common::deleted, 10, 11, 12, 13, 40'000};
    const std::uint16_t field = fields[random.below(std::size(fields))];
    std::string value = random_value(random);
    if (field == common::deleted) value = random.one_in(2) ? "1" : "";
    const RecordId id{1 + random.below(3), 1 + random.below(40)};
    return {types[random.below(std::size(types))], id, field, std::move(value)};
}

/// Two devices that wrote, undid and merged: standing values, history and conflicts.
CustomerFile random_file(Random& random) {
    CustomerFile mine(1);
    CustomerFile theirs(2);
    for (std::size_t steps = random.below(40); steps > 0; --steps) {
        CustomerFile& file = random.one_in(3) ? theirs : mine;
        const Instant now{test_noon.ms + static_cast<std::int64_t>(random.below(1000))};
        Action action;
        for (std::size_t n = 1 + random.below(6); n > 0; --n)
            action.edits.push_back(random_edit(random));
        file.perform(action, now);
        if (random.one_in(5) && file.can_undo()) file.undo(now);
    }
    mine.merge(all_writes(theirs.records()), Text{}, test_noon);
    return mine;
}

std::vector<std::pair<std::string, Bytes>> random_pictures(Random& random) {
    std::vector<std::pair<std::string, Bytes>> pictures;
    for (std::size_t n = random.below(4); n > 0; --n) {
        Bytes bytes(random.below(100'000));
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random.below(256));
        pictures.emplace_back("picture " + std::to_string(n), std::move(bytes));
    }
    return pictures;
}

Bytes exported(const CustomerFile& file,
               const std::vector<std::pair<std::string, Bytes>>& pictures) {
    std::vector<std::pair<std::string, const Bytes*>> blobs;
    for (const auto& [name, bytes] : pictures) blobs.emplace_back(name, &bytes);
    return write_backup(file, blobs, test_noon);
}

/// A backup of several chunks.
Bytes long_backup() {
    Random random{IdSource(77)};
    CustomerFile file = random_file(random);
    for (std::uint64_t n = 1; n <= 5; ++n)
        file.perform(test_action({test_edit({9, n}, customer::notes, std::string(60'000, 'n'))}),
                     test_noon);
    return exported(file, random_pictures(random));
}

/// Where each chunk begins, and the end of the last.
std::vector<std::size_t> chunk_bounds(ByteView container) {
    std::vector<std::size_t> bounds{header_size};
    while (bounds.back() < container.size()) {
        ByteReader head(container.subspan(bounds.back() + 5));
        bounds.push_back(bounds.back() + 9 + head.u32() + 8);
    }
    return bounds;
}

void append(Bytes& out, ByteView piece) { out.insert(out.end(), piece.begin(), piece.end()); }

Text refusal_of(ByteView bytes) {
    const auto backup = read_backup(bytes);
    return backup.ok() ? Text::count_ : backup.error().text;
}

/// As web/sealed_container.mjs makes it: another check behind the header, chunks that are sealed.
Bytes sealed_like() {
    Bytes bytes = seal_container(Bytes(1000, 7));
    bytes[derivation_at] = 1;
    for (std::size_t n = 0; n < 8; ++n) bytes[hash_at + n] = static_cast<std::uint8_t>(n);
    return bytes;
}

} // namespace

TEST_CASE("200 random files come back from their backups byte by byte") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Random random{IdSource(seed)};
        const CustomerFile file = random_file(random);
        const auto pictures = random_pictures(random);
        const Bytes bytes = exported(file, pictures);
        const auto backup = read_backup(bytes);
        REQUIRE(backup.ok());
        REQUIRE(backup->blobs == pictures);
        CustomerFile wiped(3);
        wiped.merge(backup->writes, Text{}, test_noon);
        REQUIRE(wiped.records().canonical_dump() == file.records().canonical_dump());
    }
}

TEST_CASE("any of 1,000 random flipped bits is a refusal, and any in the heads") {
    Bytes bytes = long_backup();
    REQUIRE(bytes.size() > 3 * container_chunk);
    Random random{IdSource(4)};
    constexpr std::size_t bits_of_heads = (header_size + 9) * 8;
    for (std::size_t n = 0; n < bits_of_heads + 1000; ++n) {
        const std::size_t bit = n < bits_of_heads ? n : random.below(bytes.size() * 8);
        CAPTURE(bit);
        bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (1U << (bit % 8)));
        REQUIRE(refusal_of(bytes) != Text::count_);
        bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (1U << (bit % 8)));
    }
    CHECK(refusal_of(bytes) == Text::count_);
}

TEST_CASE("a backup cut short is a refusal, between chunks and inside of them") {
    const Bytes bytes = long_backup();
    const auto bounds = chunk_bounds(bytes);
    REQUIRE(bounds.size() > 4);
    REQUIRE(bounds.back() == bytes.size());
    for (std::size_t size = 0; size < header_size; ++size)
        REQUIRE(refusal_of(ByteView(bytes).first(size)) != Text::count_);
    for (std::size_t chunk = 0; chunk + 1 < bounds.size(); ++chunk) {
        const std::size_t start = bounds[chunk];
        const std::size_t size = bounds[chunk + 1] - start;
        for (const std::size_t kept :
             {std::size_t{0}, std::size_t{1}, std::size_t{4}, std::size_t{8}, std::size_t{9},
              size / 2, size - 8, size - 1}) {
            CAPTURE(chunk);
            CAPTURE(kept);
            REQUIRE(refusal_of(ByteView(bytes).first(start + kept)) == Text::error_backup_damaged);
        }
    }
    Bytes longer = bytes;
    longer.push_back(0);
    CHECK(refusal_of(longer) == Text::error_backup_damaged);
}

TEST_CASE("chunks swapped, twice or missing are a refusal") {
    const Bytes bytes = long_backup();
    const auto bounds = chunk_bounds(bytes);
    const std::size_t count = bounds.size() - 1;
    std::vector<std::size_t> right;
    for (std::size_t n = 0; n < count; ++n) right.push_back(n);
    const auto refused = [&](const std::vector<std::size_t>& order) {
        Bytes pieces(bytes.begin(), bytes.begin() + header_size);
        for (const std::size_t n : order)
            append(pieces, ByteView(bytes).subspan(bounds[n], bounds[n + 1] - bounds[n]));
        return refusal_of(pieces) == Text::error_backup_damaged;
    };
    CHECK(!refused(right));
    for (std::size_t n = 0; n < count; ++n) {
        CAPTURE(n);
        auto twice = right;
        twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(n), n);
        CHECK(refused(twice));
        auto missing = right;
        missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(n));
        CHECK(refused(missing));
        for (std::size_t other = n + 1; other < count; ++other) {
            auto swapped = right;
            std::swap(swapped[n], swapped[other]);
            CHECK(refused(swapped));
        }
    }
}

TEST_CASE("a locked backup asks for its passphrase, whatever stands where the hash would be") {
    Bytes bytes = sealed_like();
    CHECK(refusal_of(bytes) == Text::error_backup_encrypted);
    CHECK(refusal_of(ByteView(bytes).first(header_size - 1)) == Text::error_backup_damaged);
    bytes[version_at] = 2;
    CHECK(refusal_of(bytes) == Text::error_backup_newer);
}
