// Words and simple shapes.
#include "ui/widgets.h"

#include "base/utf8.h"

namespace bb::ui {
namespace {

float size_of(const Ui& ui, const TextStyle& style) {
    return style.size > 0 ? style.size : ui.metrics.text;
}

std::uint32_t colour_of(const Ui& ui, const TextStyle& style) {
    return style.colour == 0xff000000 ? ui.palette->text : style.colour;
}

ImFont* font_of(const Ui& ui, bool bold) { return bold ? ui.fonts.bold : ui.fonts.regular; }

bool opens_quotation(char32_t c) {
    return c == 0x2018 || c == 0x201C || c == 0x300C || c == 0xFF08;
}

bool breaks_anywhere(char32_t c) {
    return c >= 0x2E80 && !(c >= 0x3001 && c <= 0x3002) && c != 0xFF0C && c != 0xFF1B &&
           c != 0xFF1A && c != 0xFF01 && c != 0xFF1F && c != 0xFF09;
}

/// End of the longest beginning of `words` that fits `width`, at a place where a line may break.
std::size_t fitting(ImFont* font, float size, std::string_view words, float width) {
    std::size_t at = 0, last_break = 0;
    char32_t before = 0;
    float used = 0;
    while (at < words.size()) {
        const std::size_t start = at;
        const char32_t c = next_code_point(words, at);
        used += font->GetFontBaked(size)->GetCharAdvance(static_cast<ImWchar>(c));
        if (breaks_anywhere(c) && start > 0 && !opens_quotation(before)) last_break = start;
        before = c;
        if (used > width && start > 0) return last_break > 0 ? last_break : start;
        if (c == ' ') last_break = at;
    }
    return words.size();
}

std::string_view without_end_space(std::string_view line) {
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

} // namespace

TextStyle small_text(const Ui& ui) {
    return {.size = ui.metrics.small, .colour = ui.palette->muted};
}

TextStyle muted_text(const Ui& ui) { return {.colour = ui.palette->muted}; }

TextStyle quiet(TextStyle style) {
    style.quiet = true;
    return style;
}

void text(Ui& ui, const Rect& rect, std::string_view words, TextStyle style) {
    if (words.empty() || rect.empty()) return;
    if (!style.quiet) ui.node(ui.id_of_words(words), Role::text, rect, words);
    if (!ui.visible(rect)) return;
    ImFont* font = font_of(ui, style.bold);
    const float size = size_of(ui, style);
    const std::string shown = fitted(font, size, words, rect.w);
    float x = rect.x;
    if (style.align != AlignText::left) {
        const float spare = std::max(0.0f, rect.w - ui::text_width(font, size, shown));
        x += style.align == AlignText::centre ? spare / 2 : spare;
    }
    draw_text(ui.draw(), font, size, {x, rect.y}, colour(colour_of(ui, style)), shown, rect.h);
}

void heading(Ui& ui, const Rect& rect, std::string_view words, int level, float size) {
    ui.node(ui.id_of_words(words), Role::heading, rect, words).level =
        static_cast<std::uint16_t>(level);
    text(ui, rect, words, {.size = size, .bold = true, .quiet = true});
}

float text_width(const Ui& ui, std::string_view words, TextStyle style) {
    return ui::text_width(font_of(ui, style.bold), size_of(ui, style), words);
}

float paragraph(Ui& ui, const Rect& rect, std::string_view words, TextStyle style,
                bool measure_only) {
    ImFont* font = font_of(ui, style.bold);
    const float size = size_of(ui, style);
    const float line = std::round(size * 1.5f);
    float y = rect.y;
    std::string_view rest = words;
    while (!rest.empty()) {
        const std::size_t newline = rest.find('\n');
        const std::string_view lump = rest.substr(0, newline);
        std::size_t taken = fitting(font, size, lump, rect.w);
        if (!measure_only) {
            TextStyle one_line = style;
            one_line.quiet = true;
            text(ui, {rect.x, y, rect.w + 1, line}, without_end_space(lump.substr(0, taken)),
                 one_line);
        }
        y += line;
        if (taken == lump.size() && newline != std::string_view::npos) ++taken;
        rest.remove_prefix(taken);
    }
    const float height = y - rect.y;
    if (!measure_only && !style.quiet && !words.empty())
        ui.node(ui.id_of_words(words), Role::text, {rect.x, rect.y, rect.w, height}, words);
    return height;
}

void icon(Ui& ui, const Rect& rect, Icon which, std::uint32_t rgb, float size) {
    if (which == Icon::none || !ui.visible(rect)) return;
    std::string glyph;
    append_code_point(glyph, 0xE000u + static_cast<char32_t>(which));
    const Rect box = rect.centred(size, size);
    draw_text(ui.draw(), ui.fonts.regular, size, {std::round(box.x), std::round(box.y)},
              colour(rgb), glyph, size);
}

void fill(Ui& ui, const Rect& rect, std::uint32_t rgb, float radius) {
    if (ui.visible(rect)) ui.draw().AddRectFilled(rect.min(), rect.max(), colour(rgb), radius);
}

void outline(Ui& ui, const Rect& rect, std::uint32_t rgb, float radius, float width) {
    if (!ui.visible(rect)) return;
    const Rect inner = rect.inset(width / 2);
    ui.draw().AddRect(inner.min(), inner.max(), colour(rgb), radius, 0, width);
}

void line_below(Ui& ui, const Rect& rect, std::uint32_t rgb) {
    fill(ui, {rect.x, rect.bottom() - 1, rect.w, 1}, rgb);
}

void line_left(Ui& ui, const Rect& rect, std::uint32_t rgb) {
    fill(ui, {rect.x, rect.y, 1, rect.h}, rgb);
}

void line_right(Ui& ui, const Rect& rect, std::uint32_t rgb) {
    fill(ui, {rect.right() - 1, rect.y, 1, rect.h}, rgb);
}

void card(Ui& ui, const Rect& rect) {
    fill(ui, rect, ui.palette->panel, ui.metrics.card_radius);
    outline(ui, rect, ui.palette->line, ui.metrics.card_radius);
}

} // namespace bb::ui
