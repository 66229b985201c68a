#include "store/record_rows.h"

#include <algorithm>
#include <cstring>
#include <set>

namespace bb {
namespace {

/// The first is small, as most types have few records; each is twice the one before, up to a limit.
constexpr std::size_t first_overlay_chunk = 8 * 1024;
constexpr std::size_t most_doublings = 5;

bool is_live(const std::uint8_t* record) {
    return packed::value_of(record, common::deleted) != "1";
}

} // namespace

const std::uint8_t* RecordRows::keep(ByteView record) {
    if (record.size() > overlay_left_) {
        const std::size_t doublings = std::min(overlay_.size(), most_doublings);
        const std::size_t size = std::max(first_overlay_chunk << doublings, record.size());
        overlay_.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(size));
        overlay_at_ = overlay_.back().get();
        overlay_left_ = size;
    }
    std::uint8_t* const kept = overlay_at_;
    std::memcpy(kept, record.data(), record.size());
    overlay_at_ += record.size();
    overlay_left_ -= record.size();
    return kept;
}

std::uint32_t RecordRows::end_of(std::size_t shard) const {
    return shard + 1 < shards_.size() ? shards_[shard + 1].first : count();
}

RecordRows::Shard& RecordRows::shard_of(std::uint32_t row) {
    const auto after =
        std::upper_bound(shards_.begin(), shards_.end(), row,
                         [](std::uint32_t r, const Shard& s) { return r < s.first; });
    return *(after - 1);
}

void RecordRows::begin_new_shard(std::size_t at, std::uint32_t first) {
    Shard shard;
    shard.first = first;
    shard.place.number = next_number_++;
    shards_.insert(shards_.begin() + static_cast<std::ptrdiff_t>(at), std::move(shard));
}

std::uint32_t RecordRows::append(ByteView record) {
    const std::uint32_t row = count();
    if (shards_.empty() || shards_.back().bytes >= shard_size) {
        begin_new_shard(shards_.size(), row);
    }
    rows_.push_back(keep(record));
    shards_.back().bytes += record.size();
    shards_.back().place.dirty = true;
    live_ += is_live(rows_[row]);
    return row;
}

void RecordRows::replace(std::uint32_t row, ByteView record) {
    const std::uint8_t* const before = rows_[row];
    rows_[row] = keep(record);
    Shard& shard = shard_of(row);
    shard.bytes = shard.bytes - packed::load_u32(before) + record.size();
    shard.place.dirty = true;
    live_ = live_ - is_live(before) + is_live(rows_[row]);
}

void RecordRows::reserve(std::size_t count) { rows_.reserve(count); }

void RecordRows::index_rows() const {
    if (indexed_ == count()) return;
    index_.reserve(count(), id_of_row());
    for (; indexed_ < count(); ++indexed_) {
        index_.add(packed::id_of(rows_[indexed_]), indexed_, id_of_row());
    }
}

bool RecordRows::load_checked(Bytes bytes, const ShardPlace& place) {
    if (bytes.size() < ShardHeader::size) return false;
    ByteView rest = ByteView(bytes).subspan(ShardHeader::size);
    std::set<RecordId> seen;
    while (!rest.empty()) {
        const std::size_t length = packed::checked_length(rest);
        if (length == 0) return false;
        const RecordId id = packed::id_of(rest.data());
        if (row_of(id) != RowIndex::none || !seen.insert(id).second) return false;
        rest = rest.subspan(length);
    }
    return load(std::move(bytes), place);
}

bool RecordRows::load(Bytes bytes, const ShardPlace& place) {
    const auto header = checked_shard(bytes);
    if (!header || header->table != table_ || header->count != place.count ||
        header->hash != place.hash) {
        return false;
    }
    Shard shard;
    shard.first = count();
    shard.base = std::move(bytes);
    shard.bytes = shard.base.size() - ShardHeader::size;
    shard.place = place;
    shard.place.dirty = false;
    ByteView rest = ByteView(shard.base).subspan(ShardHeader::size);
    shards_.push_back(std::move(shard));
    for (std::uint32_t n = 0; n < header->count; ++n) {
        if (rest.size() < packed::stamps_at) return false;
        const std::size_t length = packed::load_u32(rest.data());
        if (length < packed::stamps_at || length > rest.size()) return false;
        rows_.push_back(rest.data());
        rest = rest.subspan(length);
    }
    live_ += header->count - std::min<std::uint32_t>(header->deleted, header->count);
    return rest.empty();
}

void RecordRows::split_when_grown(std::size_t at) {
    if (shards_[at].bytes < shard_size + shard_size / 2) return;
    std::size_t bytes = 0;
    for (std::uint32_t row = shards_[at].first, end = end_of(at); row < end; ++row) {
        bytes += packed::load_u32(rows_[row]);
        if (bytes < shard_size || row + 1 == end) continue;
        begin_new_shard(at + 1, row + 1);
        shards_[at + 1].bytes = shards_[at].bytes - bytes;
        // Rows of the new shard may still lie in the old one's buffer, which is about to go.
        for (std::uint32_t moved = row + 1; moved < end; ++moved) rows_[moved] = keep(view(moved));
        shards_[at].bytes = bytes;
        return;
    }
}

bool RecordRows::any_dirty() const {
    return std::any_of(shards_.begin(), shards_.end(),
                       [](const Shard& shard) { return shard.place.dirty; });
}

void RecordRows::mark_all_dirty() {
    for (Shard& shard : shards_) shard.place.dirty = true;
}

bool RecordRows::encode_dirty(std::uint32_t generation, EncodedShard& out) {
    const auto found = std::find_if(shards_.begin(), shards_.end(),
                                    [](const Shard& shard) { return shard.place.dirty; });
    if (found == shards_.end()) return false;
    const auto at = static_cast<std::size_t>(found - shards_.begin());
    split_when_grown(at);
    Shard& shard = shards_[at];
    const std::uint32_t end = end_of(at);

    Bytes packed_rows;
    packed_rows.reserve(ShardHeader::size + shard.bytes);
    begin_shard(packed_rows);
    std::size_t deleted = 0;
    for (std::uint32_t row = shard.first; row < end; ++row) {
        const ByteView record = view(row);
        packed_rows.insert(packed_rows.end(), record.begin(), record.end());
        deleted += !is_live(rows_[row]);
    }
    // A shard is too small for more records than the number holds.
    shard.place.hash =
        finish_shard(packed_rows, table_, end - shard.first, static_cast<std::uint16_t>(deleted));
    shard.place.count = end - shard.first;
    shard.place.bytes = static_cast<std::uint32_t>(packed_rows.size());
    shard.place.generation = generation;
    shard.place.dirty = false;
    out = {table_, shard.place.number, packed_rows};

    // From here on the rows live in what was written.
    std::size_t offset = ShardHeader::size;
    for (std::uint32_t row = shard.first; row < end; ++row) {
        const std::size_t length = packed::load_u32(rows_[row]);
        rows_[row] = packed_rows.data() + offset;
        offset += length;
    }
    shard.base = std::move(packed_rows);
    if (!any_dirty()) {
        overlay_.clear();
        overlay_left_ = 0;
    }
    return true;
}

} // namespace bb
