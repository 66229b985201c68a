// How the rows of a sheet fall on pages. Rows marked keep_with_next stay with the row after them;
// cells that span rows keep their rows together in the same way.
#include "documents/sheet_model.h"

#include <algorithm>

namespace bb {
namespace {

bool fits(float used, float height, float room) { return used + height <= room + 0.01f; }

/// Rows that stay on one page with the row after them.
std::vector<bool> bonds_of(const SheetModel& sheet) {
    std::vector<bool> bonds(sheet.rows.size());
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
        bonds[row] = sheet.rows[row].keep_with_next;
    for (const SheetCell& cell : sheet.cells)
        for (std::size_t row = cell.row; row + 1 < std::size_t{cell.row} + cell.rows; ++row)
            if (row < bonds.size()) bonds[row] = true;
    return bonds;
}

float height_between(const SheetModel& sheet, std::size_t first, std::size_t last) {
    float height = 0;
    for (std::size_t row = first; row < last; ++row) height += sheet.rows[row].height;
    return height;
}

} // namespace

float sheet_scale(const SheetModel& sheet) {
    float width = 0;
    for (const float column : sheet.column_widths) width += column;
    const float room = sheet.page_width - 2 * sheet.margin;
    return width > room && room > 0 ? room / width : 1;
}

std::vector<PageRows> paginate(const SheetModel& sheet) {
    const std::size_t count = sheet.rows.size();
    const float room = (sheet.page_height - 2 * sheet.margin) / sheet_scale(sheet);
    const std::size_t header_last = std::min<std::size_t>(sheet.header_last, count);
    const std::size_t header_first = std::min<std::size_t>(sheet.header_first, header_last);
    const float header_height = height_between(sheet, header_first, header_last);
    const std::vector<bool> bonds = bonds_of(sheet);

    std::vector<PageRows> pages;
    std::size_t first = 0;
    do {
        const bool header = first >= header_last && first < sheet.header_until &&
                            header_height > 0 && header_height < room / 2;
        float used = header ? header_height : 0;
        std::size_t last = first;
        while (last < count && (last == first || fits(used, sheet.rows[last].height, room)))
            used += sheet.rows[last++].height;
        // Go back to a row that may be left alone, unless that would leave the page empty.
        std::size_t cut = last;
        while (last < count && cut > first && bonds[cut - 1]) --cut;
        if (last < count && cut > first) last = cut;
        pages.push_back(
            {static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(last), header});
        first = last;
    } while (first < count);
    return pages;
}

std::string page_footer(const SheetModel& sheet, std::size_t page, std::size_t pages) {
    std::string text = sheet.footer;
    const auto put = [&](std::string_view mark, std::size_t number) {
        const std::size_t at = text.find(mark);
        if (at != text.npos) text.replace(at, mark.size(), std::to_string(number));
    };
    put("{page}", page);
    put("{pages}", pages);
    return text;
}

} // namespace bb
