// canonical_value: one check a field type, and the words for what does not pass.
#include "domain/validate.h"

#include "base/decimal.h"
#include "base/id.h"
#include "base/time.h"
#include "base/utf8.h"
#include "domain/validate_parts.h"

#include <algorithm>

namespace bb {
namespace {

constexpr std::size_t most_bytes = std::size_t{64} * 1024;
constexpr std::size_t most_snapshot_bytes = std::size_t{4} * 1024 * 1024;
constexpr std::size_t most_integer_digits = 9; // fits an int everywhere

using Value = std::optional<std::string>;

/// The value as an error shows it: not longer than a line.
std::string shown(std::string_view typed) {
    constexpr std::size_t most = 40;
    const std::string_view first = first_code_points(typed, most);
    return std::string{first} + (first.size() < typed.size() ? "…" : "");
}

std::string one_line(std::string_view text) {
    std::string out{text};
    std::ranges::replace_if(
        out, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return out;
}

Value canonical_decimal(std::string_view text) {
    const auto number = Decimal::parse_typed(text);
    if (!number) return std::nullopt;
    return number->to_text();
}

Value canonical_integer(std::string_view text) {
    const auto number = Decimal::parse_typed(text);
    if (!number) return std::nullopt;
    const Decimal whole = number->trimmed();
    const std::string digits = whole.to_text();
    if (whole.scale() != 0 || digits.size() > most_integer_digits) return std::nullopt;
    return digits;
}

Value canonical_date(std::string_view text) {
    const auto date = Date::parse_typed(text);
    if (!date) return std::nullopt;
    return date->to_text();
}

Value canonical_instant(std::string_view text, int minutes) {
    const auto instant = Instant::parse_typed(text, minutes);
    if (!instant) return std::nullopt;
    std::string iso = instant->to_text();
    if (!Instant::parse(iso)) return std::nullopt; // the offset led out of the calendar
    return iso;
}

Value canonical_record(std::string_view text) {
    const auto id = RecordId::parse(text);
    if (!id || id->empty()) return std::nullopt;
    return id->to_text();
}

Value canonical_picture(std::string_view text) {
    const auto name = RecordId::parse(text); // the same 32 hex digits
    return name ? Value{name->to_text()} : std::nullopt;
}

Value canonical_open_choice(const FieldInfo& field, std::string_view text) {
    Value key = canonical_choice(field, text);
    return key || !field.has(trait_open) ? key : Value{std::string{text}};
}

Value checked(const FieldInfo& field, std::string_view text, int minutes) {
    switch (field.type) {
    case FieldType::text:
    case FieldType::long_text: return std::string{text};
    case FieldType::choice: return canonical_open_choice(field, text);
    case FieldType::country: return canonical_country(text);
    case FieldType::currency: return canonical_currency(text);
    case FieldType::decimal: return canonical_decimal(text);
    case FieldType::integer: return canonical_integer(text);
    case FieldType::date: return canonical_date(text);
    case FieldType::instant: return canonical_instant(text, minutes);
    case FieldType::email: return canonical_email(text);
    case FieldType::phone: return canonical_phone(text);
    case FieldType::url: return canonical_url(text);
    case FieldType::record: return canonical_record(text);
    case FieldType::picture: return canonical_picture(text);
    case FieldType::flag: return canonical_flag(text);
    case FieldType::snapshot: return std::nullopt; // handled before
    }
    return std::nullopt;
}

Text reason(FieldType type, std::string_view text) {
    switch (type) {
    case FieldType::choice: return Text::error_not_choice;
    case FieldType::country: return Text::error_not_country;
    case FieldType::currency: return Text::error_not_currency;
    case FieldType::decimal: return Text::error_not_number;
    case FieldType::integer: return Text::error_not_integer;
    case FieldType::date: return Text::error_not_date;
    case FieldType::instant: return Text::error_not_instant;
    case FieldType::email: return Text::error_not_email;
    case FieldType::url: return Text::error_not_url;
    case FieldType::phone:
        return is_damaged_number(text) ? Text::error_phone_damaged : Text::error_not_phone;
    case FieldType::flag: return Text::error_not_flag;
    default: return Text::error_not_link;
    }
}

/// Snapshots are written by the program: they are kept byte for byte or refused.
Result<std::string> canonical_snapshot(std::string_view text) {
    if (text.size() <= most_snapshot_bytes && is_utf8(text)) return std::string{text};
    return Error{Text::error_snapshot_damaged};
}

} // namespace

Result<std::string> canonical_value(const FieldInfo& field, std::string_view typed, int minutes) {
    if (field.type == FieldType::snapshot) return canonical_snapshot(typed);
    if (typed.size() > most_bytes) return Error{Text::error_text_too_long, {"64 KiB"}};
    std::string clean = cleaned(typed);
    if (field.type != FieldType::long_text) clean = one_line(clean);
    const std::string_view text = trimmed(clean);
    // Malformed bytes grow when they are replaced.
    if (text.size() > most_bytes) return Error{Text::error_text_too_long, {"64 KiB"}};
    if (text.empty()) return std::string{};
    Value value = checked(field, text, minutes);
    if (!value) return Error{reason(field.type, text), {shown(text)}};
    return std::move(*value);
}

} // namespace bb
