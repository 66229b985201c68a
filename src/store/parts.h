// What a workspace is made of, for those in this floor who store and load it.
#pragma once

#include "store/record_table.h"

#include <array>
#include <memory>

namespace bb {

struct Workspace::Parts {
    /// By record type; also types of newer programs, which are carried and not understood.
    std::array<std::unique_ptr<RecordTable>, 0x80> tables;
    std::vector<Applied> results;
    std::vector<FieldValue> scratch;
    std::uint64_t origin = 0; // of revisions: another one for each workspace

    /// Made when missing; type is below 0x80.
    RecordTable& table(RecordType type) {
        auto& slot = tables[static_cast<std::uint8_t>(type) & 0x7F];
        if (!slot) slot = std::make_unique<RecordTable>(type);
        return *slot;
    }
    /// Null when nothing of that type was ever written.
    const RecordTable* find(RecordType type) const {
        return tables[static_cast<std::uint8_t>(type) & 0x7F].get();
    }
    template <class Visit> void each_table(Visit visit) const {
        for (const auto& slot : tables) {
            if (slot) visit(*slot);
        }
    }
    bool any_dirty() const;
    void mark_all_dirty();
    /// The first dirty shard of all; false when none is dirty.
    bool encode_dirty(std::uint32_t generation, EncodedShard& out);
};

} // namespace bb
