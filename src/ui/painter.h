// What the user interface asks of the platform's text drawing. The browser's own 2D canvas
// measures and draws; native tests use a plain stand-in with fixed widths.
#pragma once

#include <cstdint>
#include <string_view>

namespace bb::ui {

struct GlyphBox {
    float advance = 0;              // pixels
    std::int32_t left = 0, top = 0; // of the bitmap, from the pen on the baseline; top is upwards
    std::int32_t width = 0, height = 0;
    float shift = 0; // draw: how far the pen stands right of a whole pixel; 0, ¼, ½ or ¾
};
struct LineMetrics {
    float ascent = 0, descent = 0; // pixels, both positive
    float leading_step = 1;        // pixels; half of the leading is rounded down to this
};

/// All sizes in device pixels. A "run" is a string whose script must be shaped as a whole
/// (Arabic, Hebrew, Thai, Devanagari …, emoji); it is drawn as one picture.
class GlyphPainter {
public:
    virtual ~GlyphPainter() = default;
    virtual LineMetrics line_metrics(float pixels, bool bold) = 0;
    virtual GlyphBox measure(std::uint32_t code_point, float pixels, bool bold) = 0;
    /// Coverage, width·height bytes, into `out`.
    virtual void draw(std::uint32_t code_point, float pixels, bool bold, const GlyphBox& box,
                      std::uint8_t* out) = 0;
    virtual GlyphBox measure_run(std::string_view text, float pixels, bool bold) = 0;
    /// RGBA, premultiplied no; white where it is plain text, colours where the glyph has them.
    virtual void draw_run(std::string_view text, float pixels, bool bold, const GlyphBox& box,
                          std::uint8_t* rgba_out) = 0;
    /// SVG path data of a 24×24 icon, stroked (2 px of 24, round joins) into a square of `pixels`.
    virtual void draw_icon(std::string_view path_data, float pixels, std::uint8_t* out) = 0;
};

} // namespace bb::ui
