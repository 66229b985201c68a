#include "store/write_codec.h"

#include <algorithm>

namespace bb {

// A group: u8 type, id, varint count; then a write: varint field, u8 1 when new stamps follow
// (else those of the write before), value.
void WritePacker::add(RecordType type, RecordId id, std::span<const FieldValue> writes) {
    if (writes.empty()) return;
    group_.clear();
    group_.u8(static_cast<std::uint8_t>(type));
    group_.id(id);
    group_.varint(writes.size());
    for (const FieldValue& write : writes) {
        group_.varint(write.field);
        const bool same = write.stamp == stamp_ && write.seen == seen_;
        group_.u8(same ? 0 : 1);
        if (!same) {
            stamp_ = write.stamp;
            seen_ = write.seen;
            newest_ = std::max(newest_, stamp_);
            group_.u64(stamp_.time);
            group_.u32(stamp_.device);
            group_.varint(seen_.time);
            group_.varint(seen_.device);
        }
        group_.text(write.value);
    }
    out_.add(group_.bytes());
}

bool WriteReader::read_one(FieldValue& write) {
    const std::uint64_t field = in_.varint();
    const std::uint8_t fresh = in_.u8();
    if (fresh == 1) {
        stamp_.time = in_.u64();
        stamp_.device = in_.u32();
        seen_.time = in_.varint();
        const std::uint64_t device = in_.varint();
        seen_.device = static_cast<std::uint32_t>(device);
        if (device > 0xFFFFFFFFU) return false;
    }
    write.value = in_.text();
    write.field = static_cast<std::uint16_t>(field);
    write.stamp = stamp_;
    write.seen = seen_;
    return in_.ok() && fresh <= 1 && field > 0 && field <= 0xFFFF && !stamp_.empty() &&
           stamp_.time < packed::stamp_time_limit && seen_.time < packed::stamp_time_limit;
}

bool WriteReader::next() {
    writes_.clear();
    if (!ok_ || in_.at_end()) return false;
    const std::uint8_t type = in_.u8();
    type_ = static_cast<RecordType>(type);
    id_ = in_.id();
    const std::uint64_t count = in_.varint();
    ok_ = in_.ok() && type > 0 && type < 0x80 && count > 0 && count <= in_.left();
    FieldValue write;
    for (std::uint64_t n = 0; ok_ && n < count; ++n) {
        ok_ = read_one(write);
        writes_.push_back(write);
    }
    return ok_;
}

bool readable_writes(ByteView in) {
    WriteReader reader(in);
    while (reader.next()) {
    }
    return reader.ok();
}

} // namespace bb
