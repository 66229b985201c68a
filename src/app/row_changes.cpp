#include "app/row_changes.h"

#include "base/hash.h"
#include "store/packed_record.h"

#include <algorithm>

namespace bb {
namespace {

// Length, id and stamps: every change of a value brings a stamp, so the values need no hashing.
std::uint64_t fingerprint(ByteView record) {
    if (record.size() < packed::stamps_at) return hash64(record);
    const std::size_t stamps = packed::load_u32(record.data() + packed::stamps_size_at);
    return hash64(record.first(std::min(record.size(), packed::stamps_at + stamps)));
}

} // namespace

std::span<const Row> RowChanges::look(const Workspace& records, RecordType type) {
    changed_.clear();
    if (revision_ == records.revision(type)) return changed_;
    revision_ = records.revision(type);
    const Row count = records.row_count(type);
    const std::size_t known = std::min<std::size_t>(hashes_.size(), count);
    hashes_.resize(count);
    for (Row row = 0; row < count; ++row) {
        const std::uint64_t hash = fingerprint(records.at(type, row).packed());
        if (row < known && hashes_[row] == hash) continue;
        hashes_[row] = hash;
        changed_.push_back(row);
    }
    return changed_;
}

} // namespace bb
