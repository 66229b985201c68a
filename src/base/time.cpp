// Dates and instants by calendar arithmetic only.
#include "base/time.h"

#include "base/utf8.h"

#include <array>

namespace bb {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 9999;
constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_day = 86'400'000;

struct Civil {
    int year;
    int month;
    int day;
};

// Both ways after Howard Hinnant's chrono-compatible algorithms: eras of 400 years that begin on
// 1 March, so that the leap day is the last of its year.
constexpr std::int32_t days_from_civil(Civil c) {
    const int year = c.month <= 2 ? c.year - 1 : c.year;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

constexpr Civil civil_from_days(std::int32_t days) {
    const std::int64_t shifted = std::int64_t{days} + 719468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int day_of_era = static_cast<int>(shifted - era * 146097);
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    const int year = year_of_era + static_cast<int>(era) * 400 + (month <= 2 ? 1 : 0);
    return {year, month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

static_assert(days_from_civil({1970, 1, 1}) == 0 && days_from_civil({2000, 3, 1}) == 11017);

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

/// Walks over a text; take_… moves on only when it finds what it wants.
class Scanner {
public:
    explicit Scanner(std::string_view text) : left_(text) {}

    /// A number of `least` to `most` digits, or -1.
    int take_number(std::size_t least, std::size_t most) {
        std::size_t n = 0;
        int value = 0;
        for (; n < most && n < left_.size() && left_[n] >= '0' && left_[n] <= '9'; ++n) {
            value = value * 10 + (left_[n] - '0');
        }
        if (n < least) return -1;
        left_.remove_prefix(n);
        return value;
    }
    bool take(std::string_view wanted) {
        if (!left_.starts_with(wanted)) return false;
        left_.remove_prefix(wanted.size());
        return true;
    }
    void skip_spaces() {
        while (take(" ")) {
        }
    }
    bool at_end() const { return left_.empty(); }
    std::string_view left() const { return left_; }

private:
    std::string_view left_;
};

/// Digits of a fraction of a second as milliseconds, the rest cut off; -1 when there are none.
int take_milliseconds(Scanner& in) {
    int ms = in.take_number(1, 1);
    if (ms < 0) return -1;
    for (int i = 0; i < 2; ++i) {
        const int digit = in.take_number(1, 1);
        ms = ms * 10 + (digit < 0 ? 0 : digit);
    }
    in.take_number(0, 6);
    return ms;
}

/// Milliseconds into the day of "14:02", "14:02:03" or "14:02:03.456"; -1 when it is no time.
std::int64_t take_time(Scanner& in) {
    const int hour = in.take_number(1, 2);
    if (hour < 0 || hour > 23 || !in.take(":")) return -1;
    const int minute = in.take_number(2, 2);
    if (minute < 0 || minute > 59) return -1;
    const int second = in.take(":") ? in.take_number(2, 2) : 0;
    if (second < 0 || second > 59) return -1;
    const int ms = in.take(".") ? take_milliseconds(in) : 0;
    if (ms < 0) return -1;
    return ((hour * 60 + minute) * 60 + second) * std::int64_t{1000} + ms;
}

/// The date of a text that begins with one; the separator decides what ends it.
std::optional<Date> take_date(Scanner& in) {
    const int year = in.take_number(4, 4);
    if (year < 0) return std::nullopt;
    in.skip_spaces();
    const bool chinese = in.take("年");
    std::string_view separator = chinese ? "月" : "";
    for (const std::string_view mark : {"-", "/", "."}) {
        if (separator.empty() && in.take(mark)) separator = mark;
    }
    in.skip_spaces();
    const bool compact = separator.empty();
    const int month = in.take_number(compact ? 2 : 1, 2);
    in.skip_spaces();
    if (month < 0 || (!compact && !in.take(separator))) return std::nullopt;
    in.skip_spaces();
    const int day = in.take_number(compact ? 2 : 1, 2);
    if (day < 0) return std::nullopt;
    if (chinese) {
        in.skip_spaces();
        if (!in.take("日") && !in.take("号")) return std::nullopt;
    }
    return Date::from_civil(year, month, day);
}

} // namespace

std::optional<Date> Date::from_civil(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return Date{days_from_civil({year, month, day})};
}

std::optional<Date> Date::parse(std::string_view iso) {
    if (iso.size() != 10) return std::nullopt;
    Scanner in{iso};
    const int year = in.take_number(4, 4);
    if (year < 0 || !in.take("-")) return std::nullopt;
    const int month = in.take_number(2, 2);
    if (month < 0 || !in.take("-")) return std::nullopt;
    return from_civil(year, month, in.take_number(2, 2));
}

std::optional<Date> Date::parse_typed(std::string_view text) {
    const std::string plain = folded(text); // full-width digits and marks
    Scanner in{plain};
    const auto date = take_date(in);
    if (!date || in.at_end()) return date;
    // Sheets add a time of day to a date: it is no part of the day.
    if (!in.take("t") && !in.take(" ")) return std::nullopt;
    if (take_time(in) < 0) return std::nullopt;
    in.take("z");
    if (!in.at_end()) return std::nullopt;
    return date;
}

std::string Date::to_text() const {
    const Civil c = civil_from_days(days);
    std::string out;
    append_padded(out, c.year, 4);
    out += '-';
    append_padded(out, c.month, 2);
    out += '-';
    append_padded(out, c.day, 2);
    return out;
}

int Date::year() const { return civil_from_days(days).year; }

int Date::month() const { return civil_from_days(days).month; }

int Date::day() const { return civil_from_days(days).day; }

int Date::weekday() const {
    const int from_thursday = days % 7; // 1970-01-01 was one
    return (from_thursday + 7 + 3) % 7;
}

std::optional<Instant> Instant::parse(std::string_view iso) {
    const auto date = Date::parse(iso.substr(0, 10));
    if (!date) return std::nullopt;
    Scanner in{iso.substr(10)};
    // Two digits of hour and the seconds are obligatory here, unlike in what people type.
    if (!in.take("T") || in.left().size() < 9 || in.left()[2] != ':' || in.left()[5] != ':') {
        return std::nullopt;
    }
    const std::int64_t time = take_time(in);
    if (time < 0 || in.left() != "Z") return std::nullopt;
    return Instant{date->days * ms_per_day + time};
}

std::optional<Instant> Instant::parse_typed(std::string_view text, int minutes) {
    const std::string plain = folded(text);
    Scanner in{plain};
    const auto date = take_date(in);
    if (!date) return std::nullopt;
    const std::int64_t day = date->days * ms_per_day;
    if (in.at_end()) return Instant{day + ms_per_day / 2 - minutes * ms_per_minute};
    if (!in.take("t") && !in.take(" ")) return std::nullopt;
    const std::int64_t time = take_time(in);
    const bool utc = in.take("z");
    if (time < 0 || !in.at_end()) return std::nullopt;
    return Instant{day + time - (utc ? 0 : minutes * ms_per_minute)};
}

std::string Instant::to_text() const {
    const std::int64_t days = floor_divide(ms, ms_per_day);
    const std::int64_t rest = ms - days * ms_per_day;
    std::string out = Date{static_cast<std::int32_t>(days)}.to_text() + "T";
    append_padded(out, rest / 3'600'000, 2);
    out += ':';
    append_padded(out, rest / ms_per_minute % 60, 2);
    out += ':';
    append_padded(out, rest / 1000 % 60, 2);
    out += '.';
    append_padded(out, rest % 1000, 3);
    return out + "Z";
}

Date Instant::date_at(int minutes) const {
    return {static_cast<std::int32_t>(floor_divide(ms + minutes * ms_per_minute, ms_per_day))};
}

std::string Instant::clock_at(int minutes) const {
    const std::int64_t local = ms + minutes * ms_per_minute;
    const std::int64_t minute =
        (local - floor_divide(local, ms_per_day) * ms_per_day) / ms_per_minute;
    std::string out;
    append_padded(out, minute / 60, 2);
    out += ':';
    append_padded(out, minute % 60, 2);
    return out;
}

} // namespace bb
