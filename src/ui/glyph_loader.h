// The ImGui font loader behind glyph_font.h: every glyph is measured and drawn by the painter, in
// four places a quarter of a pixel apart, as browsers do, so that words keep their spacing.
#pragma once

#include "imgui.h"
#include "ui/painter.h"

#include <chrono>

namespace bb::ui {

inline constexpr char32_t first_icon = 0xE000;
inline constexpr int quarters = 4;

/// What the atlas's UserData points to.
struct GlyphSource {
    GlyphPainter* painter = nullptr;
    bool atlas_full = false; // a glyph found no room since this was last cleared
    std::chrono::steady_clock::duration spent{}; // on letters in this frame
    bool left_out = false;                       // some, for want of time
};

/// Counts the time it lives as spent on letters.
class LetterTime {
public:
    explicit LetterTime(GlyphSource& source) : source_(source) {}
    ~LetterTime() { source_.spent += std::chrono::steady_clock::now() - began_; }
    LetterTime(const LetterTime&) = delete;
    LetterTime& operator=(const LetterTime&) = delete;

private:
    GlyphSource& source_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// Adds one face to the atlas: bold or not, its glyphs `quarter` quarters of a pixel to the right.
ImFont* add_face(ImFontAtlas& atlas, bool bold, int quarter);
bool is_bold(const ImFont& font);

} // namespace bb::ui
