// Puts a sheet together row by row: finds column edges, works out heights, keeps each style once.
#pragma once

#include "documents/sheet_model.h"

#include <string>

namespace bb {

/// Columns [first, last) of a row.
struct Span {
    std::uint16_t first = 0;
    std::uint16_t last = 0;
};

class SheetBuilder {
public:
    SheetBuilder(SheetModel& sheet, std::vector<float> column_widths);

    std::uint16_t column_count() const;
    Span all() const { return {0, column_count()}; }
    float width(Span span) const;
    /// The column whose left edge lies nearest to `x` points, between `least` and the last edge.
    std::uint16_t edge_near(float x, std::uint16_t least = 0) const;

    /// Begins a row; text put into it makes it as high as it must be.
    std::uint16_t add_row(float least_height, bool keep_with_next = false);
    std::uint16_t last_row() const { return static_cast<std::uint16_t>(sheet_.rows.size() - 1); }
    std::uint16_t row_count() const { return static_cast<std::uint16_t>(sheet_.rows.size()); }
    void keep_with_next(std::uint16_t row) { sheet_.rows[row].keep_with_next = true; }

    /// These fill the row begun last. Empty cells are worth adding for their fill and borders.
    void text(Span span, std::string text, const CellStyle& style);
    void number(Span span, const Decimal& number, const CellStyle& style);
    void formula(Span span, std::string formula, const Decimal& result, const CellStyle& style);
    void picture(Span span, std::string name, const CellStyle& style);
    /// Text over the rows [first_row, row_count()), and over one row more if it needs that.
    void tall_text(Span span, std::uint16_t first_row, std::string text, const CellStyle& style);

    float text_height(Span span, std::string_view text, const CellStyle& style) const;

private:
    SheetCell& add(Span span, SheetCellKind kind, const CellStyle& style);
    std::uint16_t style_index(const CellStyle& style);

    SheetModel& sheet_;
};

/// "G12" for column 6, row 11 (both 0-based).
std::string sheet_address(std::uint16_t column, std::uint16_t row);

} // namespace bb
