// Record ids: 128 bits, time-ordered (48-bit milliseconds, then random), unique across devices.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace bb {

struct RecordId {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    bool empty() const { return high == 0 && low == 0; }
    /// 32 lower-case hex digits.
    std::string to_text() const;
    static std::optional<RecordId> parse(std::string_view hex);

    friend auto operator<=>(const RecordId&, const RecordId&) = default;
};

/// Source of ids; the seed comes from the host's random numbers (tests: a fixed one).
class IdSource {
public:
    explicit IdSource(std::uint64_t seed) : state_(seed) {}
    RecordId next(std::int64_t now_ms);
    /// A 64-bit random number (splitmix64).
    std::uint64_t next_random();

private:
    std::uint64_t state_;
};

} // namespace bb

template <> struct std::hash<bb::RecordId> {
    std::size_t operator()(const bb::RecordId& id) const noexcept {
        // The low half is random already; folding in the high one keeps made-up test ids apart.
        return static_cast<std::size_t>(id.low ^ (id.high * 0x9E3779B97F4A7C15ULL));
    }
};
