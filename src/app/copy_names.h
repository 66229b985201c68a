// Names of the automatic copies, and which of them are kept.
#pragma once

#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

/// "buyerbook-auto-2026-11-25T0630Z.bbk", in UTC, so that the order of names is that of time.
std::string copy_name(Instant at);
/// Nothing when it is no such name: such files are never touched.
std::optional<Instant> copy_time(std::string_view name);

inline constexpr std::size_t hourly_copies = 24;
inline constexpr std::size_t daily_copies = 14;
inline constexpr std::size_t weekly_copies = 8;

/// Those that are neither the newest of one of the last 24 hours that have one, nor of one of the
/// last 14 days, nor of one of the last 8 weeks (reliability.md, backup).
std::vector<std::string> copies_to_remove(const std::vector<std::string>& names);

} // namespace bb
