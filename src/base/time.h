// Pure dates (no zone) and instants (UTC milliseconds). Nothing here reads a clock.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bb {

/// A calendar day, counted from 1970-01-01.
struct Date {
    std::int32_t days = 0;

    static std::optional<Date> from_civil(int year, int month, int day);
    /// "2026-11-21" only; years 1900–9999.
    static std::optional<Date> parse(std::string_view iso);
    /// What sheets hold and people type: 2026-11-21, 2026/11/21, 2026.11.21, 2026年11月21日, 20261121;
    /// a time of day after it is dropped.
    static std::optional<Date> parse_typed(std::string_view text);
    std::string to_text() const;

    int year() const;
    int month() const;
    int day() const;
    /// 0 = Monday … 6 = Sunday.
    int weekday() const;
    Date plus_days(int n) const { return {days + n}; }

    friend auto operator<=>(const Date&, const Date&) = default;
};

/// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t ms = 0;

    /// "2026-11-21T14:02:03.456Z" (fraction optional).
    static std::optional<Instant> parse(std::string_view iso);
    /// Also a date and a time as Date::parse_typed takes them, read at an offset of `minutes` east of
    /// UTC unless a Z follows; a date alone is noon of that day, which is the same day nearly
    /// everywhere.
    static std::optional<Instant> parse_typed(std::string_view text, int minutes);
    /// With exactly three digits of fraction.
    std::string to_text() const;
    /// The calendar day at an offset of `minutes` east of UTC.
    Date date_at(int minutes) const;
    /// "14:02" at an offset of `minutes` east of UTC.
    std::string clock_at(int minutes) const;

    friend auto operator<=>(const Instant&, const Instant&) = default;
};

} // namespace bb
