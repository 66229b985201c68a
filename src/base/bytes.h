// Little-endian byte writing and reading for shards, the journal and the worker's messages.
#pragma once

#include "base/id.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

class ByteWriter {
public:
    void u8(std::uint8_t v) { out_.push_back(v); }
    void u16(std::uint16_t v);
    void u32(std::uint32_t v);
    void u64(std::uint64_t v);
    /// LEB128, at most ten bytes.
    void varint(std::uint64_t v);
    void id(RecordId v);
    /// varint length, then the bytes.
    void text(std::string_view v);
    void blob(ByteView v);
    void raw(ByteView v);

    std::size_t size() const { return out_.size(); }
    /// Room for so many bytes more, where it is known that they come.
    void reserve(std::size_t more) { out_.reserve(out_.size() + more); }
    /// Overwrites four bytes written before (lengths known afterwards).
    void patch_u32(std::size_t at, std::uint32_t v);
    Bytes take() { return std::move(out_); }
    /// To begin anew in the same room.
    void clear() { out_.clear(); }
    const Bytes& bytes() const { return out_; }

private:
    Bytes out_;
};

/// Reads never go past the end: a short or malformed input makes ok() false and every later read
/// yields zero or empty.
class ByteReader {
public:
    explicit ByteReader(ByteView in) : in_(in) {}

    std::uint8_t u8();
    std::uint16_t u16();
    std::uint32_t u32();
    std::uint64_t u64();
    std::uint64_t varint();
    RecordId id();
    /// A view into the input.
    std::string_view text();
    ByteView blob();
    ByteView raw(std::size_t n);

    bool ok() const { return ok_; }
    bool at_end() const { return at_ == in_.size(); }
    std::size_t position() const { return at_; }
    std::size_t left() const { return in_.size() - at_; }
    void fail() { ok_ = false; }

private:
    ByteView in_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

inline ByteView as_bytes(std::string_view s) {
    return {reinterpret_cast<const std::uint8_t*>(s.data()), s.size()};
}
inline std::string_view as_text(ByteView b) {
    return {reinterpret_cast<const char*>(b.data()), b.size()};
}

} // namespace bb
