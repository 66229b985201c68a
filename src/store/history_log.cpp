#include "store/history_log.h"

#include <algorithm>
#include <cstring>

namespace bb {
namespace {

// u32 length, id, stamp, then varints: seen, field; the value fills the rest.
constexpr std::size_t fixed_part = 4 + 16 + 12;

std::pair<RecordId, FieldValue> unpack_entry(const std::uint8_t* start) {
    const std::uint8_t* at = start + packed::id_at;
    const RecordId id{packed::load_u64(at), packed::load_u64(at + 8)};
    at += 16;
    FieldValue write;
    packed::take_stamps(at, write.stamp, write.seen);
    write.field = static_cast<std::uint16_t>(packed::take_varint(at));
    const auto length = static_cast<std::size_t>(start + packed::load_u32(start) - at);
    write.value = {reinterpret_cast<const char*>(at), length};
    return {id, write};
}

std::size_t checked_entry(ByteView bytes) {
    if (bytes.size() < fixed_part) return 0;
    const std::size_t length = packed::load_u32(bytes.data());
    if (length < fixed_part || length > bytes.size()) return 0;
    if (packed::load_u64(bytes.data() + 20) >= packed::stamp_time_limit) return 0;
    ByteReader in(bytes.subspan(fixed_part, length - fixed_part));
    const std::uint64_t seen_time = in.varint();
    const std::uint64_t seen_device = in.varint();
    const std::uint64_t field = in.varint();
    const bool sound = in.ok() && seen_time < packed::stamp_time_limit &&
                       seen_device <= 0xFFFFFFFFU && field > 0 && field <= 0xFFFF;
    return sound ? length : 0;
}

} // namespace

std::pair<RecordId, FieldValue> HistoryLog::read(const Entry& entry) const {
    return unpack_entry(shards_[entry.shard].bytes.data() + entry.offset);
}

void HistoryLog::index(RecordId id, std::uint32_t shard, std::uint32_t offset) const {
    std::uint32_t& newest = newest_.at(id);
    entries_.push_back({shard, offset, newest});
    newest = static_cast<std::uint32_t>(entries_.size());
}

void HistoryLog::build_index() const {
    if (indexed_) return;
    indexed_ = true;
    entries_.reserve(count_);
    for (std::uint32_t shard = 0; shard < shards_.size(); ++shard) {
        const Bytes& bytes = shards_[shard].bytes;
        std::uint32_t at = ShardHeader::size;
        while (at < bytes.size()) {
            index(read({shard, at, 0}).first, shard, at);
            at += packed::load_u32(bytes.data() + at);
        }
    }
}

void HistoryLog::add(RecordId id, const FieldValue& write) {
    if (shards_.empty() || shards_.back().bytes.size() >= shard_size) {
        Shard shard;
        begin_shard(shard.bytes);
        shard.place.number = static_cast<std::uint32_t>(shards_.size());
        shards_.push_back(std::move(shard));
    }
    Shard& shard = shards_.back();
    const auto offset = static_cast<std::uint32_t>(shard.bytes.size());
    ByteWriter out;
    out.u32(0);
    out.u64(id.high);
    out.u64(id.low);
    out.u64(write.stamp.time);
    out.u32(write.stamp.device);
    out.varint(write.seen.time);
    out.varint(write.seen.device);
    out.varint(write.field);
    out.raw(as_bytes(write.value));
    out.patch_u32(0, static_cast<std::uint32_t>(out.size()));
    shard.bytes.insert(shard.bytes.end(), out.bytes().begin(), out.bytes().end());
    shard.place.dirty = true;
    ++shard.count;
    ++count_;
    if (indexed_) index(id, static_cast<std::uint32_t>(shards_.size() - 1), offset);
}

bool HistoryLog::contains(RecordId id, const FieldValue& write) const {
    bool found = false;
    each_of(id, [&](const FieldValue& other) { found = found || other == write; });
    return found;
}

bool HistoryLog::load(Bytes bytes, const ShardPlace& place) {
    const auto header = checked_shard(bytes);
    if (!header || header->table != table_ || header->count != place.count ||
        header->hash != place.hash || place.number != shards_.size() || indexed_) {
        return false;
    }
    ByteView rest = ByteView(bytes).subspan(ShardHeader::size);
    for (std::uint32_t n = 0; n < header->count; ++n) {
        const std::size_t length = checked_entry(rest);
        if (length == 0) return false;
        rest = rest.subspan(length);
    }
    if (!rest.empty()) return false;
    Shard shard{std::move(bytes), header->count, place};
    shard.place.dirty = false;
    shards_.push_back(std::move(shard));
    count_ += header->count;
    return true;
}

bool HistoryLog::any_dirty() const {
    return std::any_of(shards_.begin(), shards_.end(),
                       [](const Shard& shard) { return shard.place.dirty; });
}

void HistoryLog::mark_all_dirty() {
    for (Shard& shard : shards_) shard.place.dirty = true;
}

bool HistoryLog::encode_dirty(std::uint32_t generation, EncodedShard& out) {
    const auto found = std::find_if(shards_.begin(), shards_.end(),
                                    [](const Shard& shard) { return shard.place.dirty; });
    if (found == shards_.end()) return false;
    Bytes bytes = found->bytes;
    found->place.hash = finish_shard(bytes, table_, found->count);
    found->place.count = found->count;
    found->place.bytes = static_cast<std::uint32_t>(bytes.size());
    found->place.generation = generation;
    found->place.dirty = false;
    out = {table_, found->place.number, std::move(bytes)};
    return true;
}

} // namespace bb
