#include "store/found_pieces.h"

#include <algorithm>
#include <iterator>

namespace bb {
namespace {

/// Rows and history of a type stand or fall together: what one lacks, the other may have had.
std::uint8_t type_of_shard(const Manifest::Shard& shard) {
    return static_cast<std::uint8_t>(shard.table & ~history_table);
}

} // namespace

void FoundPieces::add_manifest(Manifest manifest) {
    const std::pair at(manifest.covers.sequence, manifest.generation);
    manifests_.try_emplace(at, std::move(manifest));
}

void FoundPieces::join(const FoundPieces& other) {
    manifests_.insert(other.manifests_.begin(), other.manifests_.end());
    shards_.insert(other.shards_.begin(), other.shards_.end());
    entries_.insert(other.entries_.begin(), other.entries_.end());
}

const Manifest* FoundPieces::newest() const {
    return manifests_.empty() ? nullptr : &manifests_.rbegin()->second;
}

std::uint64_t FoundPieces::reach(std::uint64_t sequence) const {
    for (auto next = entries_.upper_bound(sequence);
         next != entries_.end() && *next == sequence + 1; ++next)
        ++sequence;
    return sequence;
}

std::uint64_t FoundPieces::until() const {
    const Manifest* const last = newest();
    return reach(last ? last->covers.sequence : 0);
}

/// Types of which an older generation is whole, and the journal from there to the newest one.
std::set<std::uint8_t> FoundPieces::made_up_for() const {
    const Manifest& last = *newest();
    std::set<std::uint8_t> all;
    for (const Manifest::Shard& shard : last.shards) all.insert(type_of_shard(shard));
    if (reach(0) >= last.covers.sequence) return all; // the journal alone has everything
    std::set<std::uint8_t> whole;
    for (const auto& [at, older] : manifests_) {
        if (&older == &last || reach(at.first) < last.covers.sequence) continue;
        std::set<std::uint8_t> broken;
        for (const Manifest::Shard& shard : older.shards)
            if (!shards_.contains(shard.place.hash)) broken.insert(type_of_shard(shard));
        std::set_difference(all.begin(), all.end(), broken.begin(), broken.end(),
                            std::inserter(whole, whole.end()));
    }
    return whole;
}

std::vector<Manifest::Shard> FoundPieces::lost_shards() const {
    std::vector<Manifest::Shard> lost;
    if (manifests_.empty()) return lost;
    const std::set<std::uint8_t> made_up = made_up_for();
    for (const Manifest::Shard& shard : newest()->shards)
        if (!shards_.contains(shard.place.hash) && !made_up.contains(type_of_shard(shard)))
            lost.push_back(shard);
    return lost;
}

} // namespace bb
