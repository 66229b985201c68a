// Two spellings of the same cells.
#include "app/clipboard_cells.h"

#include <algorithm>
#include <string_view>

namespace bb {
namespace {

/// Digits with the signs that numbers and telephone numbers have.
bool is_number_like(std::string_view cell) {
    constexpr std::string_view signs = "+-.,() /";
    return std::ranges::any_of(cell, [](char c) { return c >= '0' && c <= '9'; }) &&
           std::ranges::all_of(
               cell, [&](char c) { return (c >= '0' && c <= '9') || signs.find(c) != signs.npos; });
}

/// Begins as a formula does, in any width of the signs.
bool would_be_computed(std::string_view cell) {
    constexpr std::string_view starts[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(starts, [&](std::string_view s) { return cell.starts_with(s); }) &&
           !is_number_like(cell);
}

std::string in_one_line(std::string_view cell) {
    std::string line(cell);
    for (char& c : line)
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    return line;
}

void append_escaped(std::string& out, std::string_view cell) {
    for (const char c : cell) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\n': out += "<br>"; break;
        default: out += c;
        }
    }
}

} // namespace

std::string cells_as_text(const CellRows& rows) {
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += '\t';
            if (would_be_computed(row[i])) out += '\'';
            out += in_one_line(row[i]);
        }
        out += "\r\n";
    }
    return out;
}

std::string cells_as_html(const CellRows& rows) {
    std::string out = "<meta charset=\"utf-8\"><table>";
    for (const auto& row : rows) {
        out += "<tr>";
        for (const std::string& cell : row) {
            // Excel's and LibreOffice's word for "this is text".
            out += "<td style='mso-number-format:\"\\@\"'>";
            append_escaped(out, cell);
            out += "</td>";
        }
        out += "</tr>";
    }
    return out + "</table>";
}

} // namespace bb
