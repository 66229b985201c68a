// The quote as it will be sent: the sheet model drawn page by page, to scale, with the measures and
// line breaks that the PDF has (documents_io/pdf_writer.cpp).
#include "documents/sheet_model.h"
#include "ui/picture.h"
#include "ui/views/page.h"
#include "ui/views/views.h"

#include "imgui_internal.h"

#include <numeric>

namespace bb::ui {
namespace {

constexpr std::uint32_t no_fill = 0xffffffff;
constexpr std::uint32_t footer_colour = 0x98a2b3;
constexpr std::uint32_t watermark_colour = 0xf1f4f6;
constexpr float widest_paper = 820; // px

/// One sheet of paper on the screen.
struct Paper {
    const SheetModel& sheet;
    Rect rect;
    float unit; // px a point of the sheet, which may be shown smaller than the paper's own points
    std::vector<float> left_edges; // of the columns, px on the screen
};

Paper paper_of(const SheetModel& sheet, const Rect& rect) {
    const float scale = sheet_scale(sheet);
    const float unit = rect.w / sheet.page_width * scale;
    const float total =
        std::accumulate(sheet.column_widths.begin(), sheet.column_widths.end(), 0.0f);
    std::vector<float> edges{rect.x + (rect.w - total * unit) / 2};
    for (const float width : sheet.column_widths) edges.push_back(edges.back() + width * unit);
    return {sheet, rect, unit, std::move(edges)};
}

float point(const Paper& paper) { return paper.rect.w / paper.sheet.page_width; }

void draw_borders(Ui& ui, const Rect& box, const CellStyle& style) {
    const std::uint32_t ink = style.border_colour;
    if (style.borders & border_top) fill(ui, {box.x, box.y, box.w, 1}, ink);
    if (style.borders & border_bottom) fill(ui, {box.x, box.bottom() - 1, box.w, 1}, ink);
    if (style.borders & border_left) fill(ui, {box.x, box.y, 1, box.h}, ink);
    if (style.borders & border_right) fill(ui, {box.right() - 1, box.y, 1, box.h}, ink);
}

/// How the lines of a cell are set.
struct Setting {
    float size;   // px, whole as the glyph cache has them
    float narrow; // share of their own width
};

/// The reader's own font may be wider than the printed one, and then the words of a cell are set
/// narrower, so that rows and columns keep one size; smaller only when they could not be read.
Setting fitting(const Ui& ui, const std::vector<CellLine>& lines, float size, float width) {
    constexpr float narrowest = 0.6f;
    const float whole = std::max(1.0f, std::round(size));
    float share = 1;
    for (const CellLine& line : lines) {
        const float natural = ui::text_width(ui, line.text, {.size = whole, .bold = line.bold});
        if (natural > width) share = std::min(share, width / natural);
    }
    if (share >= narrowest) return {whole, share};
    const float smaller = std::max(1.0f, std::floor(whole * share / narrowest));
    return {smaller, std::min(1.0f, share * whole / smaller)};
}

/// Drawn in a box as wide as the words want, then pushed together.
void draw_line(Ui& ui, const Rect& box, const CellLine& line, const Setting& setting,
               AlignText align) {
    const TextStyle look{.size = setting.size,
                         .bold = line.bold,
                         .colour = line.colour,
                         .align = align,
                         .quiet = true};
    const int first = ui.draw().VtxBuffer.Size;
    text(ui, {box.x, box.y, box.w / setting.narrow + 2, box.h}, line.text, look);
    if (setting.narrow == 1) return;
    for (int i = first; i < ui.draw().VtxBuffer.Size; ++i) {
        float& x = ui.draw().VtxBuffer[i].pos.x;
        x = box.x + (x - box.x) * setting.narrow;
    }
}

AlignText screen_align(Align align) {
    return align == Align::centre  ? AlignText::centre
           : align == Align::right ? AlignText::right
                                   : AlignText::left;
}

void draw_lines(Ui& ui, const Paper& paper, const Rect& box, const CellStyle& style,
                const std::vector<CellLine>& lines) {
    const float line = line_height(style.size) * paper.unit;
    const float pad_y = cell_padding_y * paper.unit;
    const float spare = box.h - 2 * pad_y - line * static_cast<float>(lines.size());
    Rect at = box.inset(cell_padding_x * paper.unit, pad_y);
    if (style.vertical == Vertical::middle) at.y += spare / 2;
    if (style.vertical == Vertical::bottom) at.y += spare;
    const Setting setting = fitting(ui, lines, style.size * paper.unit, at.w);
    for (const CellLine& words : lines)
        draw_line(ui, at.cut_top(line), words, setting, screen_align(style.align));
}

void draw_fill(Ui& ui, const Paper& paper, const Rect& box, const SheetCell& cell) {
    const CellStyle& style = paper.sheet.styles[cell.style];
    if (style.fill != no_fill) fill(ui, box, style.fill);
}

void draw_edges(Ui& ui, const Paper& paper, const Rect& box, const SheetCell& cell) {
    draw_borders(ui, box, paper.sheet.styles[cell.style]);
}

void draw_content(Ui& ui, const Paper& paper, const Rect& box, const SheetCell& cell) {
    const CellStyle& style = paper.sheet.styles[cell.style];
    if (cell.kind == SheetCellKind::picture)
        return picture(ui, box.inset(picture_padding * paper.unit), cell.text);
    const float width = box.w / paper.unit;
    const std::string words =
        cell.kind == SheetCellKind::text ? cell.text : shown_number(cell.number, style);
    if (words.empty()) return;
    draw_lines(ui, paper, box, style,
               cell.kind == SheetCellKind::text
                   ? cell_lines(words, style, width)
                   : std::vector<CellLine>{{words, style.bold, style.colour}});
    ui.node(ui.id("cell" + std::to_string(cell.row) + "." + std::to_string(cell.column)),
            Role::text, box, words);
}

using DrawPart = void (*)(Ui&, const Paper&, const Rect&, const SheetCell&);

/// Draws one part of the rows [first, last) from `y` px; returns where they end.
float draw_rows(Ui& ui, const Paper& paper, std::size_t first, std::size_t last, float y,
                DrawPart draw) {
    const SheetModel& sheet = paper.sheet;
    std::vector<float> tops(sheet.rows.size() + 1, y);
    for (std::size_t row = first; row < last; ++row)
        tops[row + 1] = tops[row] + sheet.rows[row].height * paper.unit;
    for (const SheetCell& cell : sheet.cells) {
        if (cell.row < first || cell.row >= last) continue;
        const std::size_t end_row = std::min<std::size_t>(cell.row + cell.rows, last);
        const float left = paper.left_edges[cell.column];
        const std::size_t end_column =
            std::min<std::size_t>(cell.column + cell.columns, paper.left_edges.size() - 1);
        const Rect box{left, tops[cell.row], paper.left_edges[end_column] - left,
                       tops[end_row] - tops[cell.row]};
        if (ui.visible(box)) draw(ui, paper, box, cell);
    }
    return tops[last];
}

/// Words along the diagonal, behind everything: drawn straight, then turned.
void draw_watermark(Ui& ui, const Paper& paper) {
    const SheetModel& sheet = paper.sheet;
    if (sheet.watermark.empty()) return;
    const float diagonal = std::hypot(sheet.page_width, sheet.page_height);
    const float points =
        std::min(0.55f * diagonal / bb::text_width(sheet.watermark, 1, true), 96.0f);
    const float size = std::max(1.0f, std::round(points * point(paper)));
    TextStyle look{.size = size, .bold = true, .colour = watermark_colour, .quiet = true};
    look.align = AlignText::centre;
    const Rect& page = paper.rect;
    const ImVec2 centre{page.x + page.w / 2, page.y + page.h / 2};
    const float width = ui::text_width(ui, sheet.watermark, look) + 2;
    const int first = ui.draw().VtxBuffer.Size;
    text(ui, {centre.x - width / 2, centre.y - size, width, 2 * size}, sheet.watermark, look);
    // Downwards is positive on the screen: the words rise to the right.
    const float cosine = sheet.page_width / diagonal, sine = -sheet.page_height / diagonal;
    for (int i = first; i < ui.draw().VtxBuffer.Size; ++i) {
        ImVec2& at = ui.draw().VtxBuffer[i].pos;
        const ImVec2 turned = ImRotate({at.x - centre.x, at.y - centre.y}, cosine, sine);
        at = {centre.x + turned.x, centre.y + turned.y};
    }
}

void draw_footer(Ui& ui, const Paper& paper, std::size_t number, std::size_t count) {
    constexpr float size = 7; // points
    const std::string words = page_footer(paper.sheet, number, count);
    if (words.empty()) return;
    const float unit = point(paper);
    const Rect& page = paper.rect;
    const float baseline = page.bottom() - paper.sheet.margin / 2 * unit;
    const Rect line{page.x + paper.sheet.margin * unit, baseline - line_ascent(size) * unit,
                    page.w - 2 * paper.sheet.margin * unit, line_height(size) * unit};
    const std::vector<CellLine> lines{{words, false, footer_colour}};
    draw_line(ui, line, lines.front(), fitting(ui, lines, size * unit, line.w), AlignText::centre);
}

void draw_page(Ui& ui, const Paper& paper, const PageRows& rows, std::size_t number,
               std::size_t count) {
    const SheetModel& sheet = paper.sheet;
    fill(ui, paper.rect, 0xffffff);
    outline(ui, paper.rect, ui.palette->line);
    ui.push_id("page" + std::to_string(number));
    ui.push_clip(paper.rect);
    draw_watermark(ui, paper);
    // Words may reach out of the paper, and the screen, until they are pushed together.
    const ImVec2 low = ui.draw().GetClipRectMin(), high = ui.draw().GetClipRectMax();
    ui.draw().PushClipRect(low, {high.x + paper.rect.w, high.y});
    const float begin = paper.rect.y + sheet.margin * point(paper);
    // Fills first, hairlines over them: a fill never cuts a neighbour's hairline.
    for (const DrawPart part : {draw_fill, draw_edges, draw_content}) {
        float top = begin;
        if (rows.header)
            top = draw_rows(ui, paper, sheet.header_first, sheet.header_last, top, part);
        draw_rows(ui, paper, rows.first, rows.last, top, part);
    }
    draw_footer(ui, paper, number, count);
    ui.draw().PopClipRect();
    ui.pop_clip();
    ui.pop_id();
}

void draw_bar(Ui& ui, Rect& rest, const QuoteSession& session) {
    Rect bar = page_bar(ui, rest, ui.say(Text::quote_preview));
    const std::string_view back = ui.say(Text::quote_back_to_edit);
    const bool goes_back =
        ui.phone ? icon_button(ui, bar.cut_right(44).middle(44), "back_edit", Icon::pencil, back)
                 : button_right(ui, bar, {.key = "back_edit", .label = back});
    if (goes_back || ui.key(0, "Escape")) ui.send(PreviewQuote{false});
    const bool busy = ui.state.job.has_value();
    if (button_right(ui, bar, {.key = "pdf", .label = "PDF", .enabled = !busy}))
        ui.send(ExportQuote{session.id, ExportFormat::pdf});
    if (button_right(ui, bar, {.key = "xlsx", .label = "XLSX", .enabled = !busy}))
        ui.send(ExportQuote{session.id, ExportFormat::xlsx});
}

} // namespace

void draw_quote_preview(Ui& ui, const Rect& area) {
    const QuoteSession& session = *ui.state.quote;
    const SheetModel& sheet = session.sheet;
    Rect rest = area;
    draw_bar(ui, rest, session);
    const std::vector<PageRows> pages = paginate(sheet);
    const float width = std::min(rest.w - 2 * ui.metrics.page, widest_paper);
    const float height = std::round(sheet.page_height * width / sheet.page_width);
    const float offset = ui.begin_scroll(ui.id("preview"), rest);
    float y = rest.y - offset + ui.metrics.page;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Rect rect{std::round(rest.x + (rest.w - width) / 2), y, width, height};
        if (ui.visible(rect)) draw_page(ui, paper_of(sheet, rect), pages[i], i + 1, pages.size());
        y += height + 16;
    }
    ui.end_scroll(y - rest.y + offset);
}

} // namespace bb::ui
