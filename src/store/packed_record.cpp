#include "store/packed_record.h"

#include <algorithm>

namespace bb::packed {
namespace {

/// Reads that stop at the end; the checks of every record loaded, so kept small and inline.
struct Cursor {
    const std::uint8_t* at;
    const std::uint8_t* end;
    bool ok = true;

    std::size_t left() const { return static_cast<std::size_t>(end - at); }
    std::uint64_t varint() {
        if (at != end && *at < 0x80) return *at++;
        std::uint64_t v = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at == end) break;
            const std::uint64_t byte = *at++;
            if (shift == 63 && byte > 1) break;
            v |= (byte & 0x7F) << shift;
            if (byte < 0x80) return v;
        }
        ok = false;
        return 0;
    }
};

/// Number of entries of a sound stamp list, 0 when it is not (a record has at least one).
std::uint32_t checked_stamps(Cursor in) {
    std::uint32_t count = 0;
    while (in.left() > 0) {
        if (in.left() < 12 || load_u64(in.at) >= stamp_time_limit) return 0;
        in.at += 12;
        const std::uint64_t time = in.varint();
        const std::uint64_t device = in.varint();
        if (!in.ok || time >= stamp_time_limit || device > 0xFFFFFFFFU) return 0;
        ++count;
    }
    return count;
}

void put_u32(Bytes& out, std::uint32_t v) {
    const auto* from = reinterpret_cast<const std::uint8_t*>(&v);
    out.insert(out.end(), from, from + sizeof v);
}
void put_u64(Bytes& out, std::uint64_t v) {
    const auto* from = reinterpret_cast<const std::uint8_t*>(&v);
    out.insert(out.end(), from, from + sizeof v);
}
void put_varint(Bytes& out, std::uint64_t v) {
    for (; v >= 0x80; v >>= 7) out.push_back(static_cast<std::uint8_t>(v | 0x80));
    out.push_back(static_cast<std::uint8_t>(v));
}

bool same_stamps(const FieldValue& a, const FieldValue& b) {
    return a.stamp == b.stamp && a.seen == b.seen;
}

} // namespace

std::uint64_t take_long_varint(std::uint8_t first, const std::uint8_t*& at) {
    std::uint64_t v = first & 0x7FU;
    for (int shift = 7;; shift += 7) {
        const std::uint64_t byte = *at++;
        v |= (byte & 0x7F) << shift;
        if (byte < 0x80) return v;
    }
}

std::string_view value_of(const std::uint8_t* record, std::uint16_t field) {
    FieldWalk walk(record);
    while (walk.next()) {
        if (walk.field() >= field) return walk.field() == field ? walk.value() : std::string_view{};
    }
    return {};
}

void stamps_of(const std::uint8_t* record, std::uint32_t index, Stamp& stamp, Stamp& seen) {
    const std::uint8_t* at = record + stamps_at;
    for (std::uint32_t n = 0; n <= index; ++n) take_stamps(at, stamp, seen);
}

void unpack(const std::uint8_t* record, std::vector<FieldValue>& out) {
    FieldWalk walk(record);
    std::uint32_t last_index = 0xFFFFFFFFU;
    FieldValue item;
    while (walk.next()) {
        item.field = walk.field();
        item.value = walk.value();
        if (walk.stamp_index() != last_index) {
            last_index = walk.stamp_index();
            stamps_of(record, last_index, item.stamp, item.seen);
        }
        out.push_back(item);
    }
}

void pack(RecordId id, std::span<const FieldValue> fields, Bytes& out) {
    const std::size_t start = out.size();
    put_u32(out, 0);
    put_u64(out, id.high);
    put_u64(out, id.low);
    put_u32(out, 0);
    // First fields of each distinct stamp, in the order of the list. Few, so a scan finds them.
    std::vector<const FieldValue*> stamps;
    for (const FieldValue& item : fields) {
        const auto same = [&](const FieldValue* other) { return same_stamps(*other, item); };
        if (std::any_of(stamps.rbegin(), stamps.rend(), same)) continue;
        stamps.push_back(&item);
        put_u64(out, item.stamp.time);
        put_u32(out, item.stamp.device);
        put_varint(out, item.seen.time);
        put_varint(out, item.seen.device);
    }
    const auto stamps_size = static_cast<std::uint32_t>(out.size() - start - stamps_at);
    for (const FieldValue& item : fields) {
        const auto same = [&](const FieldValue* other) { return same_stamps(*other, item); };
        const auto found = std::find_if(stamps.begin(), stamps.end(), same);
        put_varint(out, item.field);
        put_varint(out, static_cast<std::uint64_t>(found - stamps.begin()));
        put_varint(out, item.value.size());
        const ByteView value = as_bytes(item.value);
        out.insert(out.end(), value.begin(), value.end());
    }
    const auto length = static_cast<std::uint32_t>(out.size() - start);
    std::memcpy(out.data() + start, &length, sizeof length);
    std::memcpy(out.data() + start + stamps_size_at, &stamps_size, sizeof stamps_size);
}

std::size_t checked_length(ByteView bytes) {
    if (bytes.size() < stamps_at) return 0;
    const std::size_t length = load_u32(bytes.data());
    const std::size_t stamps_size = load_u32(bytes.data() + stamps_size_at);
    if (length > bytes.size() || length < stamps_at || stamps_size > length - stamps_at) return 0;
    const std::uint8_t* fields = bytes.data() + stamps_at + stamps_size;
    const std::uint32_t stamps = checked_stamps({bytes.data() + stamps_at, fields});
    if (stamps == 0) return 0;
    Cursor in{fields, bytes.data() + length};
    std::uint64_t last_field = 0;
    while (in.left() > 0) {
        const std::uint64_t field = in.varint();
        const std::uint64_t stamp = in.varint();
        const std::uint64_t size = in.varint();
        if (!in.ok || field <= last_field || field > 0xFFFF || stamp >= stamps) return 0;
        if (size > in.left()) return 0;
        in.at += size;
        last_field = field;
    }
    return last_field == 0 ? 0 : length;
}

} // namespace bb::packed
