// What the manifests of a damaged file name, and which of it was found sound: how far its journal goes
// without a gap, and which shards are nowhere though no older piece makes up for them.
#pragma once

#include "store/manifest.h"

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace bb {

class FoundPieces {
public:
    void add_manifest(Manifest manifest);
    /// Of a shard whose bytes are sound.
    void add_shard(std::uint64_t hash) { shards_.insert(hash); }
    /// Of the journal, when all rows of the entry are sound.
    void add_entry(std::uint64_t sequence) { entries_.insert(sequence); }
    /// Takes over what was found elsewhere as well.
    void join(const FoundPieces& other);

    /// Null when no sound manifest was found.
    const Manifest* newest() const;
    /// Entries up to this one are covered by the newest manifest, or there without a gap.
    std::uint64_t until() const;
    /// Of those that the newest manifest names: what they held is not in an older generation and the
    /// journal after it either.
    std::vector<Manifest::Shard> lost_shards() const;

private:
    /// The last entry that is there without a gap after `sequence`.
    std::uint64_t reach(std::uint64_t sequence) const;
    std::set<std::uint8_t> made_up_for() const;

    /// By last entry and generation.
    std::map<std::pair<std::uint64_t, std::uint32_t>, Manifest> manifests_;
    std::set<std::uint64_t> shards_; // their hashes
    std::set<std::uint64_t> entries_;
};

} // namespace bb
