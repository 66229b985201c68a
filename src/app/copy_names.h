// Names of the automatic copies, and which of them are kept.
#pragma once

#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

/// "buyerbook-auto-3fa9c2d1-2026-11-25T0630Z.bbk", in UTC, so that the order of names is that of time.
/// `series`: of one customer file in one browser. Several may share a folder (that of a team, or one
/// that two computers have), and none thins the copies of another.
std::string copy_name(std::string_view series, Instant at);
/// Nothing when it is no name of this series: such files are never touched.
std::optional<Instant> copy_time(std::string_view series, std::string_view name);
/// The name of a new series.
std::string copy_series(std::uint64_t random);

inline constexpr std::size_t hourly_copies = 24;
inline constexpr std::size_t daily_copies = 14;
inline constexpr std::size_t weekly_copies = 8;

/// Those that are neither the newest of one of the last 24 hours that have one, nor of one of the
/// last 14 days, nor of one of the last 8 weeks (reliability.md, backup).
std::vector<std::string> copies_to_remove(std::string_view series,
                                          const std::vector<std::string>& names);

} // namespace bb
