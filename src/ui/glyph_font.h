// ImGui fonts whose glyphs come from a GlyphPainter (in the browser: its own 2D canvas and the
// reader's own fonts), icons as private-use characters, and shaped runs as pictures.
#pragma once

#include "imgui.h"
#include "ui/painter.h"

namespace bb::ui {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
};

/// Adds both fonts to the current context's atlas. `painter` must outlive the context.
Fonts add_fonts(GlyphPainter& painter);

/// Of the current context: a frame gives letters that were never drawn before so much time and no
/// more; the rest is left out and comes with the next frames.
void begin_letters();
bool letters_left_out();

/// The line box all text is drawn in: text of `size` px sits centred in `line_height`, on the very
/// baseline where a native field with the same font-size and line-height puts it.
void draw_text(ImDrawList& list, ImFont* font, float size, ImVec2 at, ImU32 colour,
               std::string_view text, float line_height);
/// Width in CSS px, with runs of shaped scripts measured as wholes.
float text_width(ImFont* font, float size, std::string_view text);
/// Text cut to `width` with an ellipsis at the end when it does not fit.
std::string fitted(ImFont* font, float size, std::string_view text, float width);

} // namespace bb::ui
