// Packing and unpacking of what store_messages.h describes.
#include "platform/store_messages.h"

namespace bb {
namespace {

void put(ByteWriter& out, ByteView bytes) {
    out.u32(static_cast<std::uint32_t>(bytes.size()));
    out.raw(bytes);
}

void put(ByteWriter& out, const std::string& text) { put(out, as_bytes(text)); }

} // namespace

Bytes pack_batch(const StoreBatch& batch) {
    ByteWriter out;
    out.u32(static_cast<std::uint32_t>(batch.puts.size()));
    for (const StoreBatch::Put& row : batch.puts) {
        out.u8(static_cast<std::uint8_t>(row.place));
        put(out, row.key);
        out.u32(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(row.bytes.data())));
        out.u32(static_cast<std::uint32_t>(row.bytes.size()));
    }
    out.u32(static_cast<std::uint32_t>(batch.removals.size()));
    for (const StoreBatch::Removal& removal : batch.removals) {
        out.u8(static_cast<std::uint8_t>(removal.place));
        put(out, removal.first_key);
        put(out, removal.last_key);
    }
    return out.take();
}

Bytes pack_keys(const std::vector<std::string>& keys) {
    ByteWriter out;
    out.u32(static_cast<std::uint32_t>(keys.size()));
    for (const std::string& key : keys) put(out, key);
    return out.take();
}

std::vector<StoredRow> unpack_rows(ByteView packed) {
    ByteReader in(packed);
    std::vector<StoredRow> rows;
    const std::uint32_t count = in.u32();
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        StoredRow row;
        row.key = as_text(in.raw(in.u32()));
        const ByteView bytes = in.raw(in.u32());
        row.bytes.assign(bytes.begin(), bytes.end());
        if (in.ok()) rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace bb
