// The quote as it will be sent: the sheet model drawn page by page, to scale.
#include "documents/sheet_model.h"
#include "ui/picture.h"
#include "ui/views/page.h"
#include "ui/views/views.h"

namespace bb::ui {
namespace {

constexpr std::uint32_t no_fill = 0xffffffff;

struct PageView {
    const SheetModel& sheet;
    Rect paper;    // on the screen
    float scale;   // px a point
    float row_top; // y of the first row, in points from the paper's top
};

std::vector<float> column_starts(const SheetModel& sheet) {
    std::vector<float> starts{sheet.margin};
    for (const float width : sheet.column_widths) starts.push_back(starts.back() + width);
    return starts;
}

void draw_borders(Ui& ui, const Rect& box, const CellStyle& style) {
    const std::uint32_t ink = style.border_colour;
    if (style.borders & border_top) fill(ui, {box.x, box.y, box.w, 1}, ink);
    if (style.borders & border_bottom) fill(ui, {box.x, box.bottom() - 1, box.w, 1}, ink);
    if (style.borders & border_left) fill(ui, {box.x, box.y, 1, box.h}, ink);
    if (style.borders & border_right) fill(ui, {box.right() - 1, box.y, 1, box.h}, ink);
}

std::string words_of(const SheetCell& cell, const CellStyle& style) {
    if (cell.kind == SheetCellKind::text) return cell.text;
    return shown_number(cell.number, style);
}

void draw_words(Ui& ui, const Rect& box, const SheetCell& cell, const CellStyle& style,
                float scale) {
    const std::string words = words_of(cell, style);
    const float pad = 2 * scale;
    const float width = box.w - 2 * pad;
    // Lines break where they break on paper: by points, not by the screen's own font.
    const std::vector<std::string_view> lines =
        style.wrap ? wrapped_lines(words, style.size, style.bold, width / scale)
                   : std::vector<std::string_view>{words};
    const float line = style.size * 1.35f * scale;
    float y = box.y + std::max(0.0f, (box.h - line * static_cast<float>(lines.size())) / 2);
    TextStyle look{.size = std::round(style.size * scale),
                   .bold = style.bold,
                   .colour = style.colour,
                   .quiet = true};
    look.align = style.align == Align::centre  ? AlignText::centre
                 : style.align == Align::right ? AlignText::right
                                               : AlignText::left;
    for (const std::string_view part : lines) {
        // The reader's font may be wider than the printed one: it shrinks rather than be cut.
        TextStyle fit = look;
        const float natural = ui::text_width(ui, part, look);
        if (natural > width) fit.size = std::max(6.0f, std::floor(look.size * width / natural));
        text(ui, {box.x + pad, y, width + 4, line}, part, fit);
        y += line;
    }
}

void draw_cell(Ui& ui, const PageView& page, const Rect& box, const SheetCell& cell) {
    const CellStyle& style = page.sheet.styles[cell.style];
    if (style.fill != no_fill) fill(ui, box, style.fill);
    if (cell.kind == SheetCellKind::picture) {
        picture(ui, box.inset(2 * page.scale), cell.text);
    } else {
        draw_words(ui, box, cell, style, page.scale);
        const std::string words = words_of(cell, style);
        if (!words.empty())
            ui.node(ui.id("cell" + std::to_string(cell.row) + "." + std::to_string(cell.column)),
                    Role::text, box, words);
    }
    draw_borders(ui, box, style);
}

/// Draws rows [first, last) from `y` points below the paper's top; returns where they end.
float draw_rows(Ui& ui, const PageView& page, std::size_t first, std::size_t last, float y) {
    const SheetModel& sheet = page.sheet;
    const std::vector<float> starts = column_starts(sheet);
    std::vector<float> tops(sheet.rows.size() + 1, 0);
    float at = y;
    for (std::size_t row = first; row < last; ++row) tops[row] = at, at += sheet.rows[row].height;
    tops[last] = at;
    for (const SheetCell& cell : sheet.cells) {
        if (cell.row < first || cell.row >= last) continue;
        const std::size_t end_row = std::min<std::size_t>(cell.row + cell.rows, last);
        const std::size_t end_column =
            std::min<std::size_t>(cell.column + cell.columns, starts.size() - 1);
        const float s = page.scale;
        const Rect box{page.paper.x + starts[cell.column] * s, page.paper.y + tops[cell.row] * s,
                       (starts[end_column] - starts[cell.column]) * s,
                       (tops[end_row] - tops[cell.row]) * s};
        if (ui.visible(box)) draw_cell(ui, page, box, cell);
    }
    return at;
}

} // namespace

void draw_quote_preview(Ui& ui, const Rect& area) {
    const QuoteSession& session = *ui.state.quote;
    const SheetModel& sheet = session.sheet;
    Rect rest = area;
    Rect bar = page_bar(ui, rest, ui.say(Text::quote_preview));
    if (button_right(ui, bar, {.key = "back_edit", .label = ui.say(Text::quote_back_to_edit)}) ||
        ui.key(0, "Escape"))
        ui.send(PreviewQuote{false});
    const bool busy = ui.state.job.has_value();
    if (button_right(ui, bar, {.key = "pdf", .label = "PDF", .enabled = !busy}))
        ui.send(ExportQuote{session.id, ExportFormat::pdf});
    if (bar.w > 80 && button_right(ui, bar, {.key = "xlsx", .label = "XLSX", .enabled = !busy}))
        ui.send(ExportQuote{session.id, ExportFormat::xlsx});
    const std::vector<PageRows> pages = paginate(sheet);
    const float width = std::min(rest.w - 2 * ui.metrics.page, 820.0f);
    const float scale = width / sheet.page_width;
    const float height = sheet.page_height * scale;
    const float offset = ui.begin_scroll(ui.id("preview"), rest);
    float y = rest.y - offset + ui.metrics.page;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Rect paper{rest.x + (rest.w - width) / 2, y, width, height};
        if (ui.visible(paper)) {
            fill(ui, paper, 0xffffff);
            outline(ui, paper, ui.palette->line);
            const PageView page{sheet, paper, scale, sheet.margin};
            ui.push_id("page" + std::to_string(i));
            ui.push_clip(paper);
            float top = sheet.margin;
            if (pages[i].header)
                top = draw_rows(ui, page, sheet.header_first, sheet.header_last, top);
            draw_rows(ui, page, pages[i].first, pages[i].last, top);
            if (!sheet.watermark.empty())
                text(ui, {paper.x, paper.bottom() - sheet.margin * scale, paper.w, 20 * scale},
                     sheet.watermark,
                     {.size = std::round(10 * scale),
                      .colour = 0x98a2b3,
                      .align = AlignText::centre,
                      .quiet = true});
            ui.pop_clip();
            ui.pop_id();
        }
        y += height + 16;
    }
    ui.end_scroll(y - rest.y + offset);
}

} // namespace bb::ui
