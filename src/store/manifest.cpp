#include "store/manifest.h"

#include "base/hash.h"

#include <algorithm>

namespace bb {
namespace {

constexpr std::uint32_t manifest_magic = 0x314D4242; // "BBM1"

/// The hash of all shards' hashes: one number for the state of the whole file.
std::uint64_t root_hash(const std::vector<Manifest::Shard>& shards) {
    ByteWriter all;
    for (const Manifest::Shard& shard : shards) {
        all.u8(shard.table);
        all.u32(shard.place.number);
        all.u64(shard.place.hash);
    }
    return hash64(all.bytes());
}

/// A key before `key` and not before any shard that stands before it.
std::string just_before(const Manifest::Shard& shard) {
    if (shard.place.number > 0) {
        return shard_key(shard.place.generation, shard.table, shard.place.number - 1) + "~";
    }
    const std::string key = shard.key();
    return key.substr(0, key.rfind('/') + 1);
}

} // namespace

Bytes Manifest::encode() const {
    ByteWriter out;
    out.u32(manifest_magic);
    out.u16(schema);
    out.u32(generation);
    out.blob(covers.encode());
    out.u64(customers);
    out.u64(root_hash(shards));
    out.varint(shards.size());
    for (const Shard& shard : shards) {
        out.u8(shard.table);
        out.u32(shard.place.number);
        out.u32(shard.place.generation);
        out.u64(shard.place.hash);
        out.u32(shard.place.count);
        out.u32(shard.place.bytes);
    }
    out.u64(hash64(out.bytes()));
    return out.take();
}

bool Manifest::decode(ByteView row) {
    if (row.size() < 8) return false;
    const ByteView body = row.first(row.size() - 8);
    if (hash64(body) != packed::load_u64(row.data() + body.size())) return false;
    ByteReader in(body);
    if (in.u32() != manifest_magic) return false;
    schema = in.u16();
    generation = in.u32();
    if (covers.decode(in.blob()) == JournalHead::Read::damaged) return false;
    customers = in.u64();
    const std::uint64_t root = in.u64();
    const std::uint64_t count = in.varint();
    if (!in.ok() || count > in.left()) return false;
    shards.resize(static_cast<std::size_t>(count));
    for (Shard& shard : shards) {
        shard.table = in.u8();
        shard.place.number = in.u32();
        shard.place.generation = in.u32();
        shard.place.hash = in.u64();
        shard.place.count = in.u32();
        shard.place.bytes = in.u32();
        shard.place.dirty = false;
    }
    return in.ok() && root == root_hash(shards);
}

std::vector<StoreBatch::Removal> unnamed_shards(const Manifest* active, const Manifest* previous) {
    std::vector<Manifest::Shard> named;
    for (const Manifest* manifest : {active, previous}) {
        if (manifest) named.insert(named.end(), manifest->shards.begin(), manifest->shards.end());
    }
    std::sort(named.begin(), named.end(),
              [](const auto& a, const auto& b) { return a.key() < b.key(); });
    std::vector<StoreBatch::Removal> removals;
    std::string from = "g";
    for (const Manifest::Shard& shard : named) {
        const std::string until = just_before(shard);
        const bool neighbours = until == from.substr(0, from.size() - 1) + "~";
        if (from < until && !neighbours) removals.push_back({Place::shard, from, until});
        from = shard.key() + "!";
    }
    removals.push_back({Place::shard, from, "g~"});
    return removals;
}

} // namespace bb
