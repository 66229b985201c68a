// The table: header, rows in sight, selection by pointer and arrow keys, semantics of a grid.
#include "ui/table.h"

#include "imgui.h"

#include <cmath>

namespace bb::ui {
namespace {

constexpr float header_height = 36;
constexpr float cell_pad = 12;

std::vector<Rect> column_places(const Rect& row, std::span<const Column> columns) {
    float fixed = 0, shares = 0;
    for (const Column& c : columns) {
        fixed += c.width;
        if (c.width <= 0) shares += c.share;
    }
    const float left = std::max(0.0f, row.w - fixed - 12);
    std::vector<Rect> places;
    float x = row.x;
    for (const Column& c : columns) {
        const float width = c.width > 0 ? c.width : left * c.share / shares;
        places.push_back({x, row.y, width, row.h});
        x += width;
    }
    return places;
}

void draw_header(Ui& ui, const Rect& rect, const TableSpec& spec, TableResult& result) {
    ui.open(ui.id("header"), Role::row, rect, {}).row_index = 1;
    const std::vector<Rect> places = column_places(rect, spec.columns);
    for (std::size_t i = 0; i < spec.columns.size(); ++i) {
        const Column& column = spec.columns[i];
        const bool sortable = column.sort_field != 0;
        const bool sorted = sortable && column.sort_field == spec.sorted_by;
        const std::uint32_t id = ui.id(column.key);
        SemanticNode& node =
            ui.node(id, Role::column_header, places[i], column.label,
                    static_cast<std::uint16_t>(
                        (sortable ? node_focusable : 0) |
                        (sorted ? spec.ascending ? node_sort_up : node_sort_down : 0)));
        node.column_index = static_cast<std::uint16_t>(i + 1);
        Rect inner = places[i].inset(cell_pad, 0);
        // The next column has its own margin.
        if (column.align == AlignText::left) inner.w += cell_pad - 2;
        TextStyle style = quiet(small_text(ui));
        style.align = column.align;
        if (sortable) {
            const Ui::Press press = ui.press(id, places[i]);
            if (press.hovered) style.colour = ui.palette->text;
            if (press.pressed) result.sort = column.sort_field;
        }
        const float needed = text_width(ui, column.label, style) + (sorted ? 18 : 0);
        const bool worded = !column.slim || needed <= inner.w;
        if (sorted) {
            const float words = worded ? std::min(inner.w, needed) - 14 : 0;
            const float x =
                column.align == AlignText::right ? inner.right() - words - 14 : inner.x + words;
            icon(ui, {x, inner.y, 14, inner.h}, spec.ascending ? Icon::arrow_up : Icon::arrow_down,
                 ui.palette->accent, 14);
            style.colour = ui.palette->text;
            if (column.align == AlignText::left) inner.w = words - 2;
        }
        if (worded) text(ui, inner, column.label, style);
    }
    ui.close();
    line_below(ui, rect, ui.palette->line);
}

void draw_row(Ui& ui, const Rect& rect, std::size_t row, const TableSpec& spec,
              const DrawCell& cell, TableResult& result) {
    const bool chosen = spec.selected == row;
    const std::uint32_t id = ui.id("row" + std::to_string(row));
    SemanticNode& node =
        ui.open(id, Role::row, rect, {}, static_cast<std::uint16_t>(chosen ? node_selected : 0));
    node.row_index = static_cast<std::uint32_t>(row + 2);
    const Ui::Press press = ui.press(id, rect);
    if (chosen)
        fill(ui, rect, ui.palette->selected);
    else if (press.hovered)
        fill(ui, rect, ui.palette->hover);
    if (press.pressed) result.opened = row;
    const std::vector<Rect> places = column_places(rect, spec.columns);
    for (std::size_t i = 0; i < spec.columns.size(); ++i) {
        const std::size_t at = ui.nodes.size();
        const std::string words = cell(row, i, places[i].inset(cell_pad, 0));
        ui.nodes.resize(at); // a cell is read as one thing
        ui.node(id + static_cast<std::uint32_t>(i) + 1, Role::grid_cell, places[i], words)
            .column_index = static_cast<std::uint16_t>(i + 1);
    }
    ui.close();
    line_below(ui, rect, ui.palette->line_soft);
}

/// Arrow keys, Page Up and Down, Home and End on the grid move the selection.
void move_by_keys(Ui& ui, std::uint32_t grid, const TableSpec& spec, std::size_t page,
                  TableResult& result) {
    if (spec.row_count == 0) return;
    const std::size_t last = spec.row_count - 1;
    const std::size_t at = spec.selected.value_or(0);
    const auto go = [&](std::string_view key, std::size_t to) {
        if (ui.key(grid, key)) result.opened = std::min(to, last);
    };
    go("ArrowDown", spec.selected ? at + 1 : 0);
    go("ArrowUp", at > 0 ? at - 1 : 0);
    go("PageDown", at + page);
    go("PageUp", at > page ? at - page : 0);
    go("Home", 0);
    go("End", last);
}

/// Ctrl+C outside any field: the selected row, or all rows with their header, as cells.
void copy_by_key(Ui& ui, const TableSpec& spec, const DrawCell& cell) {
    const std::uint8_t command = ui.state.environment.mac ? mod_meta : mod_control;
    if (spec.row_count == 0 || !ui.key(0, "c", command)) return;
    CopyRows copied;
    if (!spec.selected) {
        auto& header = copied.rows.emplace_back();
        for (const Column& column : spec.columns) header.emplace_back(column.label);
    }
    const std::size_t first = spec.selected.value_or(0);
    const std::size_t last = spec.selected ? first + 1 : spec.row_count;
    const std::size_t listed = ui.nodes.size();
    ui.push_clip({}); // only the words are wanted
    for (std::size_t row = first; row < last; ++row) {
        auto& words = copied.rows.emplace_back();
        for (std::size_t i = 0; i < spec.columns.size(); ++i) words.push_back(cell(row, i, {}));
    }
    ui.pop_clip();
    ui.nodes.resize(listed);
    copied.count = last - first;
    ui.send(std::move(copied));
}

} // namespace

TableResult table(Ui& ui, const Rect& rect, const TableSpec& spec, const DrawCell& cell) {
    TableResult result;
    ui.push_id(spec.key);
    const std::uint32_t grid = ui.id("grid");
    SemanticNode& node = ui.open(grid, Role::grid, rect, spec.label, node_focusable);
    node.row_count = static_cast<std::uint32_t>(spec.row_count + 1);
    node.level = static_cast<std::uint16_t>(spec.columns.size());

    Rect body = rect;
    const Rect header = body.cut_top(header_height);
    fill(ui, header, ui.palette->panel);
    draw_header(ui, header, spec, result);

    Scroll& scroll = ui.scroll(grid);
    const double row_height = static_cast<double>(spec.row_height);
    scroll.view = body.h;
    scroll.content = row_height * static_cast<double>(spec.row_count);
    const double most = std::max(0.0, scroll.content - static_cast<double>(body.h));
    const double before = scroll.offset;
    scroll.offset = std::clamp(scroll.offset + static_cast<double>(ui.take_wheel(body)), 0.0, most);
    const std::size_t page = static_cast<std::size_t>(std::max(1.0f, body.h / spec.row_height - 1));
    move_by_keys(ui, grid, spec, page, result);
    copy_by_key(ui, spec, cell);
    if (result.opened) {
        const double top = row_height * static_cast<double>(*result.opened);
        if (top < scroll.offset) scroll.offset = top;
        if (top + row_height > scroll.offset + static_cast<double>(body.h))
            scroll.offset = top + row_height - static_cast<double>(body.h);
    }
    if (scroll.offset != before) ui.again = true;

    ui.push_clip(body);
    const auto first = static_cast<std::size_t>(scroll.offset / row_height);
    // Whole pixels, so that words stay sharp while scrolling.
    const float shift =
        std::round(static_cast<float>(scroll.offset - row_height * static_cast<double>(first)));
    const float used = std::min(body.h, static_cast<float>(std::min(scroll.content - scroll.offset,
                                                                    static_cast<double>(body.h))));
    if (used > 0) fill(ui, {body.x, body.y, body.w, used}, ui.palette->panel);
    float y = body.y - shift;
    for (std::size_t row = first; row < spec.row_count && y < body.bottom(); ++row) {
        draw_row(ui, {body.x, y, body.w, spec.row_height}, row, spec, cell, result);
        y += spec.row_height;
    }
    ui.scroll_bar(grid, body, scroll);
    ui.pop_clip();
    ui.close();
    ui.pop_id();
    return result;
}

} // namespace bb::ui
