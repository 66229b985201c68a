// The bytes of one shard as kept in the store: a header with count and hash, then packed records
// or, for the history, packed writes. Not who names the shard: that is the manifest's matter.
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <optional>
#include <string>

namespace bb {

/// Shards are cut at about this many bytes.
inline constexpr std::size_t shard_size = std::size_t{1} << 20;
/// Set in the table number of history shards.
inline constexpr std::uint8_t history_table = 0x80;

struct ShardHeader {
    static constexpr std::size_t size = 24;
    std::uint8_t table = 0;    // record type, with history_table for its history
    std::uint16_t deleted = 0; // of the records
    std::uint32_t count = 0;
    std::uint64_t hash = 0; // over header and body
};

/// Room for the header; the body is appended by the caller.
void begin_shard(Bytes& out);
/// Fills in the header of a finished shard; returns its hash.
std::uint64_t finish_shard(Bytes& shard, std::uint8_t table, std::uint32_t count,
                           std::uint16_t deleted = 0);
/// The header when magic, version, size and hash are right.
std::optional<ShardHeader> checked_shard(ByteView shard);

/// "g<generation>/<table>/<number>" in fixed width, so that keys sort by all three.
std::string shard_key(std::uint32_t generation, std::uint8_t table, std::uint32_t number);

/// Where a shard stands in the store.
struct ShardPlace {
    std::uint32_t number = 0;     // within its table; never reused while the table lives
    std::uint32_t generation = 0; // 0 = never written
    std::uint64_t hash = 0;
    std::uint32_t count = 0;
    std::uint32_t bytes = 0;
    bool dirty = true;
};

/// One shard ready to be written.
struct EncodedShard {
    std::uint8_t table = 0;
    std::uint32_t number = 0;
    Bytes bytes;
};

} // namespace bb
