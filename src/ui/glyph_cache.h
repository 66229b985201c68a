// What is remembered of the fonts of one atlas: the faces, line metrics, and pictures of shaped
// runs, which are measured once, drawn when first shown and thrown away when room is wanted.
#pragma once

#include "imgui.h"
#include "ui/glyph_loader.h"
#include "ui/painter.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace bb::ui {

struct RunPicture {
    GlyphBox box;
    ImFontAtlasRectId place = ImFontAtlasRectId_Invalid;
    bool coloured = false; // has colours of its own (emoji): not tinted
    int last_frame = 0;
};

class GlyphCache {
public:
    GlyphCache(ImFontAtlas& atlas, GlyphPainter& painter);

    /// By bold and quarter; quarter 0 is the font the rest of the program knows.
    ImFont* face(bool bold, int quarter) const {
        return faces_[bold][static_cast<std::size_t>(quarter)];
    }
    const LineMetrics& line(float pixels, bool bold, float density);
    /// Sizes are in device pixels.
    const RunPicture& measured_run(std::string_view text, float pixels, bool bold);
    /// With its picture in the atlas, unless there is no room for it.
    const RunPicture& drawn_run(std::string_view text, float pixels, bool bold);
    /// Called before a line is laid out: after an atlas that was full, begins anew.
    void make_room();
    /// For each frame anew.
    void begin_frame();
    /// Whether a letter that is not in the atlas yet may be drawn; once none may, some are left out.
    bool has_time();
    bool left_out() const { return source_.left_out; }

private:
    using Faces = std::array<ImFont*, quarters>;

    RunPicture& run(std::string_view text, float pixels, bool bold);
    void drop_idle_runs();

    ImFontAtlas& atlas_;
    GlyphSource source_;
    std::array<Faces, 2> faces_{};
    std::map<std::pair<float, float>, LineMetrics> lines_[2];
    std::unordered_map<std::string, RunPicture> runs_;
    int full_since_ = -1; // frame
};

} // namespace bb::ui
