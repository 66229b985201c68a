// One record as it lies in memory and in the shards:
//   u32 length of it all, id (high, low), u32 bytes of stamps, stamps, fields by rising number.
// A stamp is shared by all fields written together; a field names it by its place in the list.
#pragma once

#include "base/bytes.h"
#include "store/write.h"

#include <bit>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace bb {

/// One write of a record that is known from its surroundings.
struct FieldValue {
    std::uint16_t field = 0;
    std::string_view value;
    Stamp stamp{};
    Stamp seen{};

    friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

/// Which of two writes of one field stands: a total order, so that every device agrees.
inline std::strong_ordering standing_order(const FieldValue& a, const FieldValue& b) {
    if (const auto order = a.stamp <=> b.stamp; order != 0) return order;
    if (const int order = a.value.compare(b.value); order != 0) return order <=> 0;
    return a.seen <=> b.seen;
}

namespace packed {

static_assert(std::endian::native == std::endian::little);

inline constexpr std::size_t id_at = 4;
inline constexpr std::size_t stamps_size_at = 20;
inline constexpr std::size_t stamps_at = 24;
/// Stamps beyond this are no clock's: 2^47 ms are the year 6429. Leaves room to tick on.
inline constexpr std::uint64_t stamp_time_limit = std::uint64_t{1} << 63;

inline std::uint32_t load_u32(const std::uint8_t* at) {
    std::uint32_t v;
    std::memcpy(&v, at, sizeof v);
    return v;
}
inline std::uint64_t load_u64(const std::uint8_t* at) {
    std::uint64_t v;
    std::memcpy(&v, at, sizeof v);
    return v;
}
/// The rest of a varint whose first byte, `first`, says that there is more.
std::uint64_t take_long_varint(std::uint8_t first, const std::uint8_t*& at);
/// For checked bytes only. Nearly all are of one byte, and there are millions at every opening.
[[gnu::always_inline]] inline std::uint64_t take_varint(const std::uint8_t*& at) {
    const std::uint8_t first = *at++;
    return first < 0x80 ? first : take_long_varint(first, at);
}
/// Stamp and seen of one entry of the stamp list, moving past it.
inline void take_stamps(const std::uint8_t*& at, Stamp& stamp, Stamp& seen) {
    stamp = {load_u64(at), load_u32(at + 8)};
    at += 12;
    seen.time = take_varint(at);
    seen.device = static_cast<std::uint32_t>(take_varint(at));
}

/// Walks the fields of a checked record.
class FieldWalk {
public:
    explicit FieldWalk(const std::uint8_t* record)
        : at_(record + stamps_at + load_u32(record + stamps_size_at)),
          end_(record + load_u32(record)) {}

    [[gnu::always_inline]] bool next() {
        if (at_ >= end_) return false;
        field_ = static_cast<std::uint16_t>(take_varint(at_));
        stamp_index_ = static_cast<std::uint32_t>(take_varint(at_));
        const std::size_t length = static_cast<std::size_t>(take_varint(at_));
        value_ = {reinterpret_cast<const char*>(at_), length};
        at_ += length;
        return true;
    }
    std::uint16_t field() const { return field_; }
    std::uint32_t stamp_index() const { return stamp_index_; }
    std::string_view value() const { return value_; }

private:
    const std::uint8_t* at_;
    const std::uint8_t* end_;
    std::uint16_t field_ = 0;
    std::uint32_t stamp_index_ = 0;
    std::string_view value_;
};

inline RecordId id_of(const std::uint8_t* record) {
    return {load_u64(record + id_at), load_u64(record + id_at + 8)};
}

std::string_view value_of(const std::uint8_t* record, std::uint16_t field);
/// Stamp and seen number `index` of the list.
void stamps_of(const std::uint8_t* record, std::uint32_t index, Stamp& stamp, Stamp& seen);
/// All fields with their stamps; the values point into the record.
void unpack(const std::uint8_t* record, std::vector<FieldValue>& out);
/// `fields` by rising number, each once.
void pack(RecordId id, std::span<const FieldValue> fields, Bytes& out);
/// Length of the record at the start of `bytes` when every part of it is sound, else 0.
std::size_t checked_length(ByteView bytes);

} // namespace packed
} // namespace bb
