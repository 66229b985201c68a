#include "documents_io/xlsx_text.h"

#include "base/utf8.h"

#include <optional>
#include <string_view>

namespace bb {

namespace {

constexpr std::size_t escape_size = 7; // _xHHHH_

std::optional<char32_t> escaped_unit(std::string_view text, std::size_t at) {
    if (text.size() - at < escape_size || text[at + 1] != 'x' || text[at + 6] != '_') {
        return std::nullopt;
    }
    char32_t unit = 0;
    for (char c : text.substr(at + 2, 4)) {
        unit *= 16;
        if (c >= '0' && c <= '9')
            unit += static_cast<char32_t>(c - '0');
        else if (c >= 'A' && c <= 'F')
            unit += static_cast<char32_t>(c - 'A' + 10);
        else if (c >= 'a' && c <= 'f')
            unit += static_cast<char32_t>(c - 'a' + 10);
        else
            return std::nullopt;
    }
    return unit;
}

} // namespace

void unescape_xlsx(std::string& text, std::size_t start) {
    const std::size_t first = text.find("_x", start);
    if (first == std::string::npos) return;
    // What stands before stays where it is: it may be all the strings of a workbook.
    std::string out;
    std::size_t at = first;
    std::string_view rest(text);
    while (at < rest.size()) {
        std::optional<char32_t> unit;
        if (rest[at] == '_') unit = escaped_unit(rest, at);
        bool surrogate = unit && *unit >= 0xD800 && *unit < 0xE000;
        if (!unit || surrogate) {
            out += rest[at++];
            continue;
        }
        if (*unit != 0) append_code_point(out, *unit);
        at += escape_size;
    }
    text.replace(first, text.npos, out);
}

} // namespace bb
