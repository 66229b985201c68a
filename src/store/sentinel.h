// What localStorage remembers of the customer file, so that a store that was emptied or set back is
// not taken for a new or an older one.
#pragma once

#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bb {

struct Sentinel {
    std::uint64_t sequence = 0; // last acknowledged entry
    std::uint64_t customers = 0;
    std::optional<Instant> last_backup;

    std::string to_text() const;
    /// Nothing when there is none or it is not readable.
    static std::optional<Sentinel> parse(std::string_view text);

    friend bool operator==(const Sentinel&, const Sentinel&) = default;
};

} // namespace bb
