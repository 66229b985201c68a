// The customer file is a grow-only set of writes. A field's value is the write with the greatest
// stamp; merging two files is the union of their writes: commutative, idempotent, nothing lost.
#pragma once

#include "base/id.h"
#include "domain/schema.h"

#include <compare>
#include <cstdint>
#include <string>

namespace bb {

/// Hybrid logical clock: 48 bits of milliseconds, 16 bits of counter; then the device.
struct Stamp {
    std::uint64_t time = 0;
    std::uint32_t device = 0;

    bool empty() const { return time == 0 && device == 0; }
    std::int64_t ms() const { return static_cast<std::int64_t>(time >> 16); }
    friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

/// One value given to one field. `seen` is the stamp of the value it replaced (empty for the
/// first), so that concurrent writes can be told from later ones.
struct Write {
    RecordType type{};
    RecordId id{};
    std::uint16_t field = 0;
    std::string value;
    Stamp stamp{};
    Stamp seen{};

    friend bool operator==(const Write&, const Write&) = default;
};

/// Ticks forward only, also when the machine's clock jumps back or another device's runs ahead.
class HybridClock {
public:
    explicit HybridClock(std::uint32_t device) : device_(device) {}
    Stamp tick(std::int64_t now_ms);
    /// Never issue a stamp before one that was seen.
    void receive(Stamp seen);
    std::uint32_t device() const { return device_; }

private:
    std::uint64_t last_ = 0;
    std::uint32_t device_;
};

} // namespace bb
