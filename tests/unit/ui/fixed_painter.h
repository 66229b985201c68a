// A painter without a browser: every character is ten pixels wide, wide scripts as wide as high.
#pragma once

#include "base/utf8.h"
#include "ui/painter.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace bb::ui {

class FixedPainter final : public GlyphPainter {
public:
    std::vector<std::string> runs_drawn;
    int glyphs_drawn = 0;
    bool coloured_runs = false;
    std::chrono::milliseconds takes{0}; // for a picture, at least

    LineMetrics line_metrics(float pixels, bool) override { return {pixels * 0.9f, pixels * 0.3f}; }
    GlyphBox measure(std::uint32_t code_point, float pixels, bool) override {
        const float advance = code_point >= 0x2E80 ? pixels : 10;
        const auto side = static_cast<std::int32_t>(pixels);
        return {advance, 0, side - 2, code_point == ' ' ? 0 : 8, 8};
    }
    void draw(std::uint32_t, float, bool, const GlyphBox& box, std::uint8_t* out) override {
        draws_one();
        std::fill_n(out, box.width * box.height, std::uint8_t{255});
    }
    GlyphBox measure_run(std::string_view text, float, bool) override {
        const auto width = static_cast<std::int32_t>(code_point_count(text)) * 10;
        return {static_cast<float>(width), 0, 12, width, 14};
    }
    void draw_run(std::string_view text, float, bool, const GlyphBox& box,
                  std::uint8_t* out) override {
        runs_drawn.emplace_back(text);
        std::fill_n(out, box.width * box.height * 4,
                    coloured_runs ? std::uint8_t{120} : std::uint8_t{255});
    }
    void draw_icon(std::string_view, float, std::uint8_t*) override { draws_one(); }

private:
    void draws_one() {
        ++glyphs_drawn;
        const auto end = std::chrono::steady_clock::now() + takes;
        while (std::chrono::steady_clock::now() < end) continue;
    }
};

} // namespace bb::ui
