// Little-endian bytes; reading trusts nothing.
#include "base/bytes.h"

namespace bb {
namespace {

template <class T> void put(Bytes& out, T v) {
    for (std::size_t i = 0; i < sizeof(T); ++i)
        out.push_back(static_cast<std::uint8_t>(v >> 8 * i));
}

template <class T> T taken(ByteView bytes) {
    T v = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) v = static_cast<T>(v | T{bytes[i]} << 8 * i);
    return v;
}

} // namespace

void ByteWriter::u16(std::uint16_t v) { put(out_, v); }

void ByteWriter::u32(std::uint32_t v) { put(out_, v); }

void ByteWriter::u64(std::uint64_t v) { put(out_, v); }

void ByteWriter::varint(std::uint64_t v) {
    while (v >= 0x80) {
        out_.push_back(static_cast<std::uint8_t>(v | 0x80));
        v >>= 7;
    }
    out_.push_back(static_cast<std::uint8_t>(v));
}

void ByteWriter::id(RecordId v) {
    u64(v.high);
    u64(v.low);
}

void ByteWriter::text(std::string_view v) { blob(as_bytes(v)); }

void ByteWriter::blob(ByteView v) {
    varint(v.size());
    raw(v);
}

void ByteWriter::raw(ByteView v) { out_.insert(out_.end(), v.begin(), v.end()); }

void ByteWriter::patch_u32(std::size_t at, std::uint32_t v) {
    for (std::size_t i = 0; i < 4; ++i) out_[at + i] = static_cast<std::uint8_t>(v >> 8 * i);
}

std::uint8_t ByteReader::u8() { return taken<std::uint8_t>(raw(1)); }

std::uint16_t ByteReader::u16() { return taken<std::uint16_t>(raw(2)); }

std::uint32_t ByteReader::u32() { return taken<std::uint32_t>(raw(4)); }

std::uint64_t ByteReader::u64() { return taken<std::uint64_t>(raw(8)); }

std::uint64_t ByteReader::varint() {
    std::uint64_t v = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const std::uint8_t byte = u8();
        const std::uint64_t part = byte & 0x7F;
        // One number has one form: neither bits beyond the 64th, nor a needless last zero.
        const bool overlong = (shift == 63 && byte > 1) || (shift > 0 && byte == 0);
        if (!ok_ || overlong) break;
        v |= part << shift;
        if (byte < 0x80) return v;
    }
    fail();
    return 0;
}

RecordId ByteReader::id() {
    const std::uint64_t high = u64();
    const std::uint64_t low = u64();
    return ok_ ? RecordId{high, low} : RecordId{};
}

std::string_view ByteReader::text() { return as_text(blob()); }

ByteView ByteReader::blob() {
    const std::uint64_t size = varint();
    if (ok_ && size > left()) fail();
    return ok_ ? raw(static_cast<std::size_t>(size)) : ByteView{};
}

ByteView ByteReader::raw(std::size_t n) {
    if (!ok_ || n > left()) {
        fail();
        return {};
    }
    const ByteView view = in_.subspan(at_, n);
    at_ += n;
    return view;
}

} // namespace bb
