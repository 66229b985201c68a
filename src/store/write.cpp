#include "store/write.h"

#include <algorithm>

namespace bb {

Stamp HybridClock::tick(std::int64_t now_ms) {
    const auto now = static_cast<std::uint64_t>(std::max<std::int64_t>(now_ms, 0)) << 16;
    last_ = std::max(now, last_ + 1);
    return {last_, device_};
}

void HybridClock::receive(Stamp seen) { last_ = std::max(last_, seen.time); }

} // namespace bb
