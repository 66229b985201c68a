#include "documents_io/xlsx_number_formats.h"

#include <algorithm>
#include <cstdlib>

namespace bb {

namespace {

/// The letters of a format's first section that mean something: without quoted text, escapes,
/// fillers and bracketed colours or locales. `[h]` comes out as `[`.
std::string bare_letters(std::string_view code) {
    std::string out;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        char c = code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '[') {
            std::size_t close = std::min(code.find(']', i), code.size());
            std::string_view inner = code.substr(i + 1, close - i - 1);
            bool elapsed =
                !inner.empty() && inner.find_first_not_of("hHmMsS") == std::string_view::npos;
            if (elapsed) out += '[';
            i = close;
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return out;
}

bool holds(std::string_view text, std::string_view any) {
    return text.find_first_of(any) != std::string_view::npos;
}

/// Digit places mean a number, except fractions of a second ("ss.000").
bool has_digit_places(std::string_view letters) {
    bool after_seconds = false;
    for (char c : letters) {
        if (c == '#' || c == '?') return true;
        if (c == '0' && !after_seconds) return true;
        if (c != '0' && c != '.') after_seconds = c == 's' || c == '[';
    }
    return false;
}

NumberForm form_of(std::string_view letters) {
    if (letters.find("general") != std::string_view::npos || has_digit_places(letters)) {
        return NumberForm::plain;
    }
    if (holds(letters, "[")) return NumberForm::duration;
    bool has_clock = holds(letters, "hs");
    // "e" is the year in Chinese and Japanese formats; "m" alone is the month.
    bool has_day = holds(letters, "yde") || (!has_clock && holds(letters, "m"));
    if (has_day) return has_clock ? NumberForm::datetime : NumberForm::date;
    return has_clock ? NumberForm::time : NumberForm::plain;
}

/// Formats that files name by number only; 27–36 and 50–58 as Chinese Excel has them.
NumberForm built_in_form(unsigned long id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36) return NumberForm::date;
    if ((id >= 50 && id <= 54) || id == 57 || id == 58) return NumberForm::date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35)) return NumberForm::time;
    if (id == 55 || id == 56 || id == 45 || id == 47) return NumberForm::time;
    if (id == 22) return NumberForm::datetime;
    return id == 46 ? NumberForm::duration : NumberForm::plain;
}

} // namespace

CellFormat cell_format(std::string_view code) {
    constexpr std::size_t longest_code = 20;
    bool only_zeros = code.size() >= 2 && code.size() <= longest_code &&
                      code.find_first_not_of('0') == std::string_view::npos;
    if (only_zeros) return {NumberForm::plain, static_cast<std::uint8_t>(code.size())};
    return {form_of(bare_letters(code)), 0};
}

void XlsxNumberFormats::start_element(std::string_view name, const XmlAttributes& attributes) {
    if (name == "numFmts") in_own_formats_ = true;
    if (name == "cellXfs") in_cell_styles_ = true;
    if (name == "numFmt" && in_own_formats_) {
        own_[std::string(attributes.find("numFmtId"))] = cell_format(attributes.find("formatCode"));
    }
    if (name != "xf" || !in_cell_styles_) return;
    std::string id(attributes.find("numFmtId"));
    auto own = own_.find(id);
    bool is_own = own != own_.end();
    CellFormat built_in{built_in_form(std::strtoul(id.c_str(), nullptr, 10)), 0};
    styles_.push_back(is_own ? own->second : built_in);
}

void XlsxNumberFormats::end_element(std::string_view name) {
    if (name == "numFmts") in_own_formats_ = false;
    if (name == "cellXfs") in_cell_styles_ = false;
}

CellFormat XlsxNumberFormats::of_style(std::size_t style) const {
    return style < styles_.size() ? styles_[style] : CellFormat{};
}

} // namespace bb
