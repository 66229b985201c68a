// Record ids as text, and where new ones come from.
#include "base/id.h"

namespace bb {
namespace {

void append_hex(std::string& out, std::uint64_t v) {
    for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[(v >> shift) & 15];
}

/// The value of 16 lower-case hex digits; an id has one written form only.
std::optional<std::uint64_t> parse_hex(std::string_view hex) {
    std::uint64_t v = 0;
    for (const char c : hex) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit && (c < 'a' || c > 'f')) return std::nullopt;
        v = v << 4 | static_cast<std::uint64_t>(digit ? c - '0' : c - 'a' + 10);
    }
    return v;
}

} // namespace

std::string RecordId::to_text() const {
    std::string out;
    out.reserve(32);
    append_hex(out, high);
    append_hex(out, low);
    return out;
}

std::optional<RecordId> RecordId::parse(std::string_view hex) {
    if (hex.size() != 32) return std::nullopt;
    const auto high = parse_hex(hex.substr(0, 16));
    const auto low = parse_hex(hex.substr(16));
    if (!high || !low) return std::nullopt;
    return RecordId{*high, *low};
}

RecordId IdSource::next(std::int64_t now_ms) {
    const std::uint64_t ms = now_ms < 0 ? 0 : static_cast<std::uint64_t>(now_ms);
    const std::uint64_t random = next_random() >> 48;
    return {ms << 16 | random, next_random() | 1}; // never the empty id
}

std::uint64_t IdSource::next_random() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

} // namespace bb
