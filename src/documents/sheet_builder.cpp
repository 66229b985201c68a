// Rows, cells and styles of a sheet that is being put together.
#include "documents/sheet_builder.h"

#include <algorithm>
#include <cmath>

namespace bb {

SheetBuilder::SheetBuilder(SheetModel& sheet, std::vector<float> column_widths) : sheet_(sheet) {
    sheet_.column_widths = std::move(column_widths);
}

std::uint16_t SheetBuilder::column_count() const {
    return static_cast<std::uint16_t>(sheet_.column_widths.size());
}

float SheetBuilder::width(Span span) const {
    float width = 0;
    for (std::size_t i = span.first; i < span.last; ++i) width += sheet_.column_widths[i];
    return width;
}

std::uint16_t SheetBuilder::edge_near(float x, std::uint16_t least) const {
    std::uint16_t best = least;
    for (std::uint16_t column = least; column <= column_count(); ++column)
        if (std::abs(width({0, column}) - x) < std::abs(width({0, best}) - x)) best = column;
    return best;
}

std::uint16_t SheetBuilder::add_row(float least_height, bool keep_with_next) {
    sheet_.rows.push_back({least_height, keep_with_next});
    return last_row();
}

std::uint16_t SheetBuilder::style_index(const CellStyle& style) {
    const auto found = std::find(sheet_.styles.begin(), sheet_.styles.end(), style);
    if (found != sheet_.styles.end())
        return static_cast<std::uint16_t>(found - sheet_.styles.begin());
    sheet_.styles.push_back(style);
    return static_cast<std::uint16_t>(sheet_.styles.size() - 1);
}

SheetCell& SheetBuilder::add(Span span, SheetCellKind kind, const CellStyle& style) {
    SheetCell cell;
    cell.row = last_row();
    cell.column = span.first;
    cell.columns = static_cast<std::uint16_t>(span.last - span.first);
    cell.kind = kind;
    cell.style = style_index(style);
    sheet_.cells.push_back(std::move(cell));
    return sheet_.cells.back();
}

void SheetBuilder::text(Span span, std::string text, const CellStyle& style) {
    if (span.first >= span.last) return;
    float& height = sheet_.rows.back().height;
    height = std::max(height, text_height(span, text, style));
    add(span, SheetCellKind::text, style).text = std::move(text);
}

void SheetBuilder::number(Span span, const Decimal& number, const CellStyle& style) {
    add(span, SheetCellKind::number, style).number = number;
}

void SheetBuilder::formula(Span span, std::string formula, const Decimal& result,
                           const CellStyle& style) {
    SheetCell& cell = add(span, SheetCellKind::formula, style);
    cell.formula = std::move(formula);
    cell.number = result;
}

void SheetBuilder::picture(Span span, std::string name, const CellStyle& style) {
    add(span, SheetCellKind::picture, style).text = std::move(name);
}

void SheetBuilder::tall_text(Span span, std::uint16_t first_row, std::string text,
                             const CellStyle& style) {
    if (span.first >= span.last || first_row >= row_count()) return;
    float height = 0;
    for (std::size_t row = first_row; row < sheet_.rows.size(); ++row)
        height += sheet_.rows[row].height;
    const float missing = text_height(span, text, style) - height;
    if (missing > 0) add_row(missing, sheet_.rows.back().keep_with_next);
    SheetCell& cell = add(span, SheetCellKind::text, style);
    cell.row = first_row;
    cell.rows = static_cast<std::uint16_t>(row_count() - first_row);
    cell.text = std::move(text);
}

float SheetBuilder::text_height(Span span, std::string_view text, const CellStyle& style) const {
    if (text.empty()) return 0;
    const std::size_t lines = cell_lines(text, style, width(span)).size();
    return static_cast<float>(lines) * line_height(style.size) + 2 * cell_padding_y;
}

std::string sheet_address(std::uint16_t column, std::uint16_t row) {
    std::string letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row + 1);
}

} // namespace bb
