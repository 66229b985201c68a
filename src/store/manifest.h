// Names the shards of one generation and the journal entry up to which they speak. Two are kept:
// the one in use and the last one that was read back whole at a start.
#pragma once

#include "store/journal.h"
#include "store/shard.h"

#include <vector>

namespace bb {

struct Manifest {
    struct Shard {
        std::uint8_t table = 0;
        ShardPlace place{};
        std::string key() const { return shard_key(place.generation, table, place.number); }
    };

    std::uint16_t schema = store_schema;
    std::uint32_t generation = 0;
    /// The journal after this entry is not in the shards.
    JournalHead covers{};
    std::uint64_t customers = 0; // living ones, to be named when something is missing
    std::vector<Shard> shards;   // by table, then in the order of their rows

    Bytes encode() const;
    /// A newer schema is read as far as its layout is ours.
    bool decode(ByteView row);
};

/// Removals of all shards that neither manifest names; either may be null.
std::vector<StoreBatch::Removal> unnamed_shards(const Manifest* active, const Manifest* previous);

} // namespace bb
