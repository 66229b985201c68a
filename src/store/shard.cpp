#include "store/shard.h"

#include "base/hash.h"
#include "store/packed_record.h"

#include <cstdio>
#include <cstring>

namespace bb {
namespace {

constexpr std::uint32_t shard_magic = 0x31534242; // "BBS1"
constexpr std::size_t hash_at = 16;

std::uint64_t hash_of(ByteView shard) {
    const std::uint64_t head = hash64(shard.first(hash_at));
    return hash64(shard.subspan(ShardHeader::size), head);
}

} // namespace

void begin_shard(Bytes& out) { out.assign(ShardHeader::size, 0); }

std::uint64_t finish_shard(Bytes& shard, std::uint8_t table, std::uint32_t count,
                           std::uint16_t deleted) {
    const auto body = static_cast<std::uint32_t>(shard.size() - ShardHeader::size);
    std::memcpy(shard.data(), &shard_magic, 4);
    shard[4] = 1; // layout
    shard[5] = table;
    std::memcpy(shard.data() + 6, &deleted, 2);
    std::memcpy(shard.data() + 8, &count, 4);
    std::memcpy(shard.data() + 12, &body, 4);
    const std::uint64_t hash = hash_of(shard);
    std::memcpy(shard.data() + hash_at, &hash, 8);
    return hash;
}

std::optional<ShardHeader> checked_shard(ByteView shard) {
    if (shard.size() < ShardHeader::size) return {};
    if (packed::load_u32(shard.data()) != shard_magic || shard[4] != 1) return {};
    if (packed::load_u32(shard.data() + 12) != shard.size() - ShardHeader::size) return {};
    const std::uint64_t hash = packed::load_u64(shard.data() + hash_at);
    if (hash != hash_of(shard)) return {};
    const auto deleted = static_cast<std::uint16_t>(shard[6] | shard[7] << 8);
    return ShardHeader{shard[5], deleted, packed::load_u32(shard.data() + 8), hash};
}

std::string shard_key(std::uint32_t generation, std::uint8_t table, std::uint32_t number) {
    char key[32];
    std::snprintf(key, sizeof key, "g%08x/%02x/%06x", static_cast<unsigned>(generation),
                  static_cast<unsigned>(table), static_cast<unsigned>(number));
    return key;
}

} // namespace bb
