// Reading decimals: strictly from files, and forgivingly, but never ambiguously, from people.
#include "base/decimal.h"
#include "base/utf8.h"

#include <algorithm>

namespace bb {
namespace {

constexpr std::size_t most_digits = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

/// What stands before and after the point, already known to be digits only.
std::optional<Decimal> from_digits(bool negative, std::string_view whole,
                                   std::string_view fraction) {
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    if (fraction.size() > Decimal::max_scale || whole.size() > most_digits) return std::nullopt;
    __int128 units = 0;
    for (const char c : whole) units = units * 10 + (c - '0');
    for (const char c : fraction) units = units * 10 + (c - '0');
    constexpr __int128 limit = 1'000'000'000'000'000'000;
    if (units >= limit) return std::nullopt;
    return Decimal::from_units(negative ? -units : units, static_cast<int>(fraction.size()));
}

/// Drops a sign if there is one.
bool take_minus(std::string_view& text) {
    if (!text.starts_with('-')) return false;
    text.remove_prefix(1);
    return true;
}

/// The character as it would stand in a plain number: half-width digits and marks.
char32_t plain(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    switch (c) {
    case U'。': return U'.'; // the point key while a Chinese input method is on
    case U'−':
    case U'–': return U'-';
    case U'’': return U'\'';
    case U'￥': return U'¥';
    default: return c;
    }
}

bool is_currency_sign(char32_t c) {
    return c == U'$' || c == U'¥' || c == U'£' || (c >= 0x20A0 && c <= 0x20CF);
}

/// Digits, marks and single spaces only; nothing when the text holds anything else.
std::optional<std::string> plain_number(std::string_view text) {
    std::string out;
    text = trimmed(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = plain(next_code_point(text, at));
        const bool space = trimmed(text.substr(start, at - start)).empty();
        if (space) {
            out += ' ';
        } else if (c < 0x80 && (is_digit(static_cast<char>(c)) || c == U'.' || c == U',' ||
                                c == U'-' || c == U'+' || c == U'\'')) {
            out += static_cast<char>(c);
        } else if (is_currency_sign(c)) {
            out += '$';
        } else {
            return std::nullopt;
        }
    }
    return out;
}

/// Takes one sign and one currency sign, in either order and with spaces, off the front; and a
/// currency sign off the back. Yields whether the number is negative.
bool take_signs(std::string_view& text) {
    bool negative = false;
    bool signed_already = false;
    bool currency = false;
    while (!text.empty() && !is_digit(text.front()) && text.front() != '.') {
        const char c = text.front();
        if (c == '$' && !currency) {
            currency = true;
        } else if ((c == '-' || c == '+') && !signed_already) {
            signed_already = true;
            negative = c == '-';
        } else if (c != ' ') {
            break;
        }
        text.remove_prefix(1);
    }
    if (!currency && text.ends_with('$')) text.remove_suffix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return negative;
}

/// Digits of "1,234,567": one kind of mark, groups of three, the first of one to three.
std::optional<std::string> without_groups(std::string_view whole) {
    const std::size_t first = std::min(whole.find_first_of(",' "), whole.size());
    std::string digits{whole.substr(0, first)};
    const char mark = first < whole.size() ? whole[first] : ',';
    if (first < whole.size() && (first == 0 || first > 3 || whole[0] == '0')) return std::nullopt;
    for (std::size_t at = first; at < whole.size(); at += 4) {
        const std::string_view group = whole.substr(at, 4);
        if (group.size() != 4 || group[0] != mark) return std::nullopt;
        digits += group.substr(1);
    }
    if (!all_digits(digits)) return std::nullopt;
    return digits;
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = take_minus(text);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point < text.size() ? text.substr(point + 1) : "";
    if (whole.empty() || !all_digits(whole) || !all_digits(fraction)) return std::nullopt;
    if (whole.size() > 1 && whole[0] == '0') return std::nullopt;
    if (point < text.size() && fraction.empty()) return std::nullopt;
    const auto result = from_digits(negative, whole, fraction);
    if (result && negative && result->is_zero()) return std::nullopt;
    return result;
}

std::optional<Decimal> Decimal::parse_typed(std::string_view text) {
    const auto written = plain_number(text);
    if (!written) return std::nullopt;
    std::string_view number = *written;
    const bool negative = take_signs(number);
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::string_view fraction = point < number.size() ? number.substr(point + 1) : "";
    const auto whole = without_groups(number.substr(0, point));
    if (!whole || !all_digits(fraction) || whole->size() + fraction.size() == 0) {
        return std::nullopt;
    }
    return from_digits(negative, *whole, fraction);
}

} // namespace bb
