// Two spellings of the same cells.
#include "app/clipboard_cells.h"

#include "base/formula_guard.h"

#include <string_view>

namespace bb {
namespace {

std::string in_one_line(std::string_view cell) {
    std::string line(cell);
    for (char& c : line)
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    return line;
}

/// A quotation mark in front would take in the cells that follow, so such a cell is quoted.
std::string as_text(std::string_view cell) {
    const std::string line = guarded(in_one_line(cell));
    if (!line.starts_with('"')) return line;
    std::string quoted = "\"";
    for (const char c : line) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

void append_escaped(std::string& out, std::string_view cell) {
    for (const char c : cell) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\n': out += "<br style='mso-data-placement:same-cell'>"; break;
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
            out += as_text(row[i]);
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
            // LibreOffice's word for "this is text", and Excel's.
            out += "<td sdnum=\"0;0;@\" style='mso-number-format:\"\\@\"'>";
            append_escaped(out, cell);
            out += "</td>";
        }
        out += "</tr>";
    }
    return out + "</table>";
}

} // namespace bb
