// Forwards to the page's canvas (web/glyphs.mjs).
#include "platform/browser_painter.h"

#include "platform/imports.h"

namespace bb {
namespace {

ui::GlyphBox box_from(const float (&answer)[5]) {
    return {answer[0],
            static_cast<std::int32_t>(answer[1]),
            static_cast<std::int32_t>(answer[2]),
            static_cast<std::int32_t>(answer[3]),
            static_cast<std::int32_t>(answer[4]),
            0};
}

} // namespace

ui::LineMetrics BrowserPainter::line_metrics(float pixels, bool bold) {
    float answer[3] = {};
    host_line_metrics(pixels, bold, answer);
    return {answer[0], answer[1], answer[2]};
}

ui::GlyphBox BrowserPainter::measure(std::uint32_t code_point, float pixels, bool bold) {
    float answer[5] = {};
    host_measure_glyph(code_point, pixels, bold, answer);
    return box_from(answer);
}

void BrowserPainter::draw(std::uint32_t code_point, float pixels, bool bold,
                          const ui::GlyphBox& box, std::uint8_t* out) {
    host_draw_glyph(code_point, pixels, bold, box.left, box.top, box.width, box.height, box.shift,
                    out);
}

ui::GlyphBox BrowserPainter::measure_run(std::string_view text, float pixels, bool bold) {
    float answer[5] = {};
    host_measure_run(text.data(), text.size(), pixels, bold, answer);
    return box_from(answer);
}

void BrowserPainter::draw_run(std::string_view text, float pixels, bool bold,
                              const ui::GlyphBox& box, std::uint8_t* rgba_out) {
    host_draw_run(text.data(), text.size(), pixels, bold, box.left, box.top, box.width, box.height,
                  rgba_out);
}

void BrowserPainter::draw_icon(std::string_view path_data, float pixels, std::uint8_t* out) {
    host_draw_icon(path_data.data(), path_data.size(), pixels, out);
}

} // namespace bb
