// Glyphs drawn by the browser's own 2D canvas, in the reader's own fonts.
#pragma once

#include "ui/painter.h"

namespace bb {

class BrowserPainter final : public ui::GlyphPainter {
public:
    ui::LineMetrics line_metrics(float pixels, bool bold) override;
    ui::GlyphBox measure(std::uint32_t code_point, float pixels, bool bold) override;
    void draw(std::uint32_t code_point, float pixels, bool bold, const ui::GlyphBox& box,
              std::uint8_t* out) override;
    ui::GlyphBox measure_run(std::string_view text, float pixels, bool bold) override;
    void draw_run(std::string_view text, float pixels, bool bold, const ui::GlyphBox& box,
                  std::uint8_t* rgba_out) override;
    void draw_icon(std::string_view path_data, float pixels, std::uint8_t* out) override;
};

} // namespace bb
