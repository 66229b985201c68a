#include "app/copy_names.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

namespace bb {
namespace {

constexpr std::string_view stem = "buyerbook-auto-";
constexpr std::string_view ending = "Z.bbk";
constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t day_ms = 24 * hour_ms;

struct Copy {
    std::string name;
    Instant at{};
};

/// Marks the newest copy of each of the last `most` periods that have one; `copies` newest first.
void keep_newest_of_each(const std::vector<Copy>& copies, std::int64_t period_ms, std::size_t most,
                         std::set<std::string>& kept) {
    std::set<std::int64_t> periods;
    for (const Copy& copy : copies) {
        if (periods.size() == most) return;
        // 1970-01-05 was a Monday: weeks begin there.
        const std::int64_t since = copy.at.ms - (period_ms > day_ms ? 4 * day_ms : 0);
        if (periods.insert(since / period_ms).second) kept.insert(copy.name);
    }
}

} // namespace

std::string copy_series(std::uint64_t random) {
    std::array<char, 9> digits{};
    std::snprintf(digits.data(), digits.size(), "%08x", static_cast<unsigned>(random & 0xffffffff));
    return digits.data();
}

std::string copy_name(std::string_view series, Instant at) {
    std::string text = at.to_text().substr(0, 16); // 2026-11-25T06:30
    std::erase(text, ':');
    return std::string(stem) + std::string(series) + "-" + text + std::string(ending);
}

std::optional<Instant> copy_time(std::string_view series, std::string_view name) {
    constexpr std::size_t length = 15; // 2026-11-25T0630
    const std::string lead = std::string(stem) + std::string(series) + "-";
    if (series.empty() || name.size() != lead.size() + length + ending.size() ||
        !name.starts_with(lead) || !name.ends_with(ending))
        return {};
    std::string text(name.substr(lead.size(), length));
    text.insert(13, ":");
    return Instant::parse(text + ":00.000Z");
}

std::vector<std::string> copies_to_remove(std::string_view series,
                                          const std::vector<std::string>& names) {
    std::vector<Copy> copies;
    for (const std::string& name : names)
        if (const auto at = copy_time(series, name)) copies.push_back({name, *at});
    std::sort(copies.begin(), copies.end(),
              [](const Copy& a, const Copy& b) { return a.at.ms > b.at.ms; });
    std::set<std::string> kept;
    keep_newest_of_each(copies, hour_ms, hourly_copies, kept);
    keep_newest_of_each(copies, day_ms, daily_copies, kept);
    keep_newest_of_each(copies, 7 * day_ms, weekly_copies, kept);
    std::vector<std::string> removed;
    for (const Copy& copy : copies)
        if (!kept.contains(copy.name)) removed.push_back(copy.name);
    return removed;
}

} // namespace bb
