#include "documents_io/cell_number.h"

#include "base/time.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace bb {

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;
/// 1970-01-01 in days of each epoch; before March 1900 the 1900 one is a day off (its 29 February).
constexpr std::int64_t days_from_1900 = 25'569;
constexpr std::int64_t days_from_1904 = 24'107;
constexpr std::int64_t last_day = 2'932'896; // 9999-12-31

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// digits × 10^(point − digits.size()), without zeros at either end.
struct Digits {
    bool negative = false;
    std::string digits;
    int point = 0;
    bool is_integer = false; // written without point and exponent
};

std::optional<int> read_exponent(std::string_view text) {
    if (text.empty()) return 0;
    if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
    text.remove_prefix(1);
    bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
    if (text.empty() || text.size() > 4) return std::nullopt;
    int value = 0;
    for (char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return negative ? -value : value;
}

void strip_zeros(Digits& number) {
    std::size_t first = number.digits.find_first_not_of('0');
    if (first == std::string::npos) first = number.digits.size();
    number.digits.erase(0, first);
    number.point -= static_cast<int>(first);
    while (!number.digits.empty() && number.digits.back() == '0') number.digits.pop_back();
}

std::optional<Digits> read_digits(std::string_view text) {
    Digits result;
    std::size_t at = 0;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        result.negative = text[0] == '-';
        ++at;
    }
    bool point_seen = false;
    int whole = 0;
    for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !point_seen)); ++at) {
        if (text[at] == '.') {
            point_seen = true;
            continue;
        }
        result.digits += text[at];
        if (!point_seen) ++whole;
    }
    std::optional<int> exponent = read_exponent(text.substr(at));
    if (result.digits.empty() || !exponent) return std::nullopt;
    result.is_integer = !point_seen && at == text.size();
    result.point = whole + *exponent;
    strip_zeros(result);
    return result;
}

/// More than fifteen digits are noise of a double: the fewest that read back as the same one.
Digits shortest(const Digits& number, std::string_view written) {
    double value = std::strtod(std::string(written).c_str(), nullptr);
    for (int digits = 15; digits <= 17; ++digits) {
        std::array<char, 40> buffer{};
        (void)std::snprintf(buffer.data(), buffer.size(), "%.*e", digits - 1, value);
        if (std::strtod(buffer.data(), nullptr) != value) continue;
        std::optional<Digits> found = read_digits(buffer.data());
        if (found) return *found;
    }
    return number;
}

std::string expanded(const Digits& number) {
    if (number.digits.empty()) return "0";
    std::string out = number.negative ? "-" : "";
    int size = static_cast<int>(number.digits.size());
    if (number.point <= 0) {
        out += "0.";
        out.append(static_cast<std::size_t>(-number.point), '0');
        return out + number.digits;
    }
    if (number.point >= size) {
        out += number.digits;
        out.append(static_cast<std::size_t>(number.point - size), '0');
        return out;
    }
    auto whole = static_cast<std::size_t>(number.point);
    return out + number.digits.substr(0, whole) + "." + number.digits.substr(whole);
}

std::string two_digits(std::int64_t n) {
    std::string text = std::to_string(n);
    return n < 10 ? "0" + text : text;
}

std::string clock_text(std::int64_t ms) {
    std::int64_t seconds = ms / 1000;
    return two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" +
           two_digits(seconds % 60);
}

/// Midnight sharp is a plain date: exporters give dates a time of 00:00 they do not mean.
DatedCell date_at(std::int64_t day, std::int64_t ms) {
    if (ms == 0) return {CellKind::date, Date{static_cast<std::int32_t>(day)}.to_text()};
    return {CellKind::date, Instant{day * ms_per_day + ms}.to_text()};
}

} // namespace

std::optional<std::string> number_text(std::string_view written) {
    constexpr int longest = 40;
    std::optional<Digits> number = read_digits(written);
    if (!number) return std::nullopt;
    if (number->is_integer || number->point > longest || number->point < -longest / 2) {
        return std::string(written.substr(written.starts_with('+') ? 1 : 0));
    }
    if (number->digits.size() > 15) number = shortest(*number, written);
    return expanded(*number);
}

std::optional<DatedCell> dated_cell(double serial, NumberForm form, bool epoch_1904) {
    constexpr auto past_last_day = static_cast<double>(last_day + days_from_1900 + 1);
    bool in_range = serial >= 0 && serial < past_last_day; // false for NaN
    if (!in_range || form == NumberForm::plain) return std::nullopt;
    std::int64_t total = std::llround(serial * static_cast<double>(ms_per_day));
    std::int64_t days = total / ms_per_day;
    std::int64_t ms = total % ms_per_day;
    bool clock_alone = form == NumberForm::duration || (days == 0 && form != NumberForm::date);
    if (clock_alone) return DatedCell{CellKind::text, clock_text(total)};
    if (!epoch_1904) {
        if (days == 0 || days == 60) return std::nullopt; // 1900-01-00 and 1900-02-29
        if (days < 60) ++days;
    }
    std::int64_t day = days - (epoch_1904 ? days_from_1904 : days_from_1900);
    if (day > last_day) return std::nullopt;
    return date_at(day, form == NumberForm::date ? 0 : ms);
}

std::optional<DatedCell> dated_cell(std::string_view iso) {
    std::optional<Date> date = Date::parse(iso.substr(0, 10));
    if (!date) return std::nullopt;
    if (iso.size() == 10) return date_at(date->days, 0);
    std::string full(iso);
    if (!full.ends_with('Z')) full += 'Z';
    std::optional<Instant> instant = Instant::parse(full);
    if (!instant) return std::nullopt;
    std::int64_t ms = instant->ms - date->days * ms_per_day;
    return date_at(date->days, ms);
}

} // namespace bb
