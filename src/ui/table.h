// A table that draws only the rows in sight, however many there are.
#pragma once

#include "ui/widgets.h"

#include <functional>
#include <optional>

namespace bb::ui {

struct Column {
    std::string_view key;
    std::string_view label;
    float width = 0; // px; 0 = a share of what is left
    float share = 1;
    AlignText align = AlignText::left;
    std::uint16_t sort_field = 0; // 0: cannot be sorted by
    bool slim = false;            // as wide as a badge: a label that does not fit is only read out
};

struct TableSpec {
    std::string_view key;
    std::string_view label;
    std::span<const Column> columns;
    std::size_t row_count = 0;
    float row_height = 40;
    std::uint16_t sorted_by = 0;
    bool ascending = true;
    std::optional<std::size_t> selected;
};

struct TableResult {
    std::optional<std::size_t> opened; // row pressed, or reached by the arrow keys
    std::optional<std::uint16_t> sort; // header pressed
};

/// `cell(row, column, rect)` draws one cell and returns the words read out for it.
using DrawCell = std::function<std::string(std::size_t row, std::size_t column, const Rect& rect)>;

TableResult table(Ui& ui, const Rect& rect, const TableSpec& spec, const DrawCell& cell);

} // namespace bb::ui
