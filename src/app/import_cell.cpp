#include "app/import_cell.h"

#include "base/time.h"
#include "base/utf8.h"
#include "domain/currency.h"
#include "domain/validate.h"
#include "knowledge/country.h"

#include <algorithm>
#include <vector>

namespace bb {
namespace {

constexpr std::string_view number_marks = "0123456789.,";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "500 pcs" → "500", "US$ 7.66/pc" → "7.66"; empty when there are two numbers or none.
std::string_view number_in(std::string_view text) {
    const std::size_t start = text.find_first_of("0123456789");
    if (start == text.npos) return {};
    std::size_t end = std::min(text.find_first_not_of(number_marks, start), text.size());
    if (text.find_first_of("0123456789", end) != text.npos) return {};
    while (!is_digit(text[end - 1])) --end;
    const bool minus = start > 0 && text[start - 1] == '-';
    return text.substr(start - (minus ? 1 : 0), end - start + (minus ? 1 : 0));
}

/// "Emma <emma@example.com>; sales@example.com" → its addresses.
std::vector<std::string_view> addresses_in(std::string_view text) {
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at < text.size();) {
        at = text.find_first_not_of(" \t\n;,/<>|", at);
        if (at == text.npos) break;
        const std::size_t end = std::min(text.find_first_of(" \t\n;,/<>|", at), text.size());
        std::string_view word = text.substr(at, end - at);
        if (word.starts_with("mailto:")) word.remove_prefix(7);
        if (word.find('@') != word.npos) found.push_back(word);
        at = end;
    }
    return found;
}

CellValue checked(const FieldInfo& field, std::string_view text) {
    Result<std::string> result = canonical_value(field, text);
    if (!result) return {{}, result.error()};
    return {std::move(result).value(), std::nullopt};
}

CellValue country_value(const FieldInfo& field, std::string_view text) {
    if (const Country* country = find_country(text)) return {std::string(country->code), {}};
    CellValue value = checked(field, text);
    // A code of two letters passes the check of shape; one that no country has is a typing error.
    if (!value.fault && country_by_code(value.value) == nullptr) {
        return {{}, Error{Text::error_not_country, {std::string(first_code_points(text, 40))}}};
    }
    return value;
}

CellValue email_value(const FieldInfo& field, std::string_view text) {
    CellValue whole = checked(field, text);
    if (!whole.fault) return whole;
    const std::vector<std::string_view> addresses = addresses_in(text);
    if (addresses.empty()) return whole;
    CellValue first = checked(field, addresses.front());
    if (first.fault) return whole;
    if (addresses.size() > 1) {
        first.fault = Error{Text::import_only_first_taken,
                            {first.value, std::string(first_code_points(text, 80))}};
    }
    return first;
}

CellValue number_value(const FieldInfo& field, std::string_view text) {
    CellValue whole = checked(field, text);
    if (!whole.fault) return whole;
    const std::string plain = folded(text);
    const std::string_view number = number_in(plain);
    if (number.empty()) return whole;
    CellValue bare = checked(field, number);
    return bare.fault ? whole : bare;
}

} // namespace

CellValue cell_value(const FieldInfo& field, CellView cell) {
    const std::string_view text = trimmed(cell.text);
    if (text.empty()) return {};
    if (cell.kind == CellKind::error) {
        return {{}, Error{Text::import_cell_error, {std::string(text)}}};
    }
    switch (field.type) {
    case FieldType::country: return country_value(field, text);
    case FieldType::email: return email_value(field, text);
    case FieldType::decimal:
    case FieldType::integer: return number_value(field, text);
    default: return checked(field, text);
    }
}

std::optional<std::array<Decimal, 3>> carton_size(std::string_view text, std::string_view header) {
    const std::string plain = folded(text);
    std::array<Decimal, 3> size;
    std::size_t count = 0;
    for (std::size_t at = 0; at < plain.size();) {
        at = plain.find_first_of("0123456789", at);
        if (at == plain.npos) break;
        const std::size_t end = std::min(plain.find_first_not_of("0123456789.", at), plain.size());
        std::string_view number = std::string_view(plain).substr(at, end - at);
        while (number.ends_with('.')) number.remove_suffix(1);
        const auto value = Decimal::parse_typed(number);
        if (!value || count == size.size()) return std::nullopt;
        size[count++] = *value;
        at = end;
    }
    if (count != size.size()) return std::nullopt;
    const std::string unit = plain + ' ' + folded(header);
    Decimal factor(1);
    if (unit.find("cm") != unit.npos || unit.find("厘米") != unit.npos)
        factor = Decimal(1);
    else if (unit.find("mm") != unit.npos || unit.find("毫米") != unit.npos)
        factor = Decimal::from_units(1, 1);
    else if (unit.find("inch") != unit.npos || unit.find('"') != unit.npos ||
             unit.find("英寸") != unit.npos)
        factor = Decimal::from_units(254, 2);
    for (Decimal& side : size) side = (side * factor).trimmed();
    return size;
}

std::string currency_beside(std::string_view text) {
    std::string without_number;
    for (const char c : folded(text)) {
        if (number_marks.find(c) == number_marks.npos) without_number += c;
    }
    for (std::size_t at = 0; at < without_number.size();) {
        at = without_number.find_first_not_of(" ()[]/:-", at);
        if (at == without_number.npos) break;
        const std::size_t end =
            std::min(without_number.find_first_of(" ()[]/:-", at), without_number.size());
        std::string word = without_number.substr(at, end - at);
        for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        if (is_currency(word)) return word;
        if (const std::string_view code = currency_by_name(word); !code.empty()) {
            return std::string(code);
        }
        at = end;
    }
    return {};
}

ValueLook look_of(CellView cell) {
    const std::string_view text = trimmed(cell.text);
    if (text.empty() || cell.kind == CellKind::error) return ValueLook::nothing;
    if (cell.kind == CellKind::date) return ValueLook::date;
    const auto fits = [&](std::uint16_t field) {
        return canonical_value(*field_of(RecordType::customer, field), text).ok();
    };
    if (text.find('@') != text.npos) {
        return addresses_in(text).empty() ? ValueLook::text : ValueLook::email;
    }
    const std::string digits = digits_only(text);
    if (digits.empty() && find_country(text) != nullptr) return ValueLook::country;
    if (text.find("://") != text.npos || text.starts_with("www.")) {
        return fits(customer::website) ? ValueLook::url : ValueLook::text;
    }
    const bool only_phone_marks = text.find_first_not_of("0123456789+-.()/ ") == text.npos;
    if (Date::parse_typed(text) && digits.size() >= 5) return ValueLook::date;
    if (only_phone_marks && digits.size() >= 7 && digits.size() <= 15 &&
        text.find_first_of("+-() ") != text.npos) {
        return ValueLook::phone;
    }
    if (only_phone_marks && digits.size() == 11 && digits.starts_with('1')) return ValueLook::phone;
    return Decimal::parse_typed(text) ? ValueLook::number : ValueLook::text;
}

} // namespace bb
