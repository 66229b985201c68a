// See the header. FontNo holds the face: bit 0 bold, the rest the quarter.
#include "ui/glyph_loader.h"

#include "imgui_internal.h"
#include "ui/icons.h"

#include <cmath>
#include <cstdio>
#include <vector>

namespace bb::ui {
namespace {

constexpr char32_t icon_end = first_icon + static_cast<char32_t>(Icon::count_);

bool is_icon(ImWchar c) { return c > first_icon && c < icon_end; }

GlyphSource& source_of(const ImFontAtlas& atlas) {
    return *static_cast<GlyphSource*>(atlas.UserData);
}

GlyphPainter& painter_of(const ImFontAtlas& atlas) { return *source_of(atlas).painter; }

bool is_bold(const ImFontConfig& face) { return (face.FontNo & 1) != 0; }

float shift_of(const ImFontConfig& face) { return static_cast<float>(face.FontNo >> 1) / quarters; }

/// Icons are as wide as the font is high and sit in the middle of the line.
GlyphBox icon_box(GlyphPainter& painter, float pixels, bool bold) {
    const LineMetrics line = painter.line_metrics(pixels, bold);
    const auto side = static_cast<std::int32_t>(std::ceil(pixels));
    const float middle = (line.ascent - line.descent) / 2;
    return {pixels, 0, static_cast<std::int32_t>(std::round(middle + pixels / 2)), side, side};
}

GlyphBox box_of(GlyphPainter& painter, ImWchar c, float pixels, bool bold) {
    if (is_icon(c)) return icon_box(painter, pixels, bold);
    return painter.measure(c, pixels, bold);
}

/// Coverage of the glyph; the buffer is reused.
const std::uint8_t* picture_of(GlyphPainter& painter, ImWchar c, float pixels, bool bold,
                               const GlyphBox& box) {
    static std::vector<std::uint8_t> coverage;
    coverage.assign(static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height), 0);
    if (is_icon(c))
        painter.draw_icon(icon_paths[c - first_icon], pixels, coverage.data());
    else
        painter.draw(c, pixels, bold, box, coverage.data());
    return coverage.data();
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar c) { return c != 0; }

bool begin_size(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*) {
    const float density = baked->RasterizerDensity;
    const LineMetrics line =
        painter_of(*atlas).line_metrics(baked->Size * density, is_bold(*source));
    baked->Ascent = std::round(line.ascent) / density;
    baked->Descent = -std::round(line.descent) / density;
    // Measuring a text must not fill the atlas with glyphs that are never shown.
    baked->LoadNoRenderOnLayout = true;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar c,
                ImFontGlyph* out, float* out_advance) {
    const LetterTime counted(source_of(*atlas));
    GlyphPainter& painter = painter_of(*atlas);
    const bool bold = is_bold(*source);
    const float density = baked->RasterizerDensity;
    const float pixels = baked->Size * density;
    GlyphBox box = box_of(painter, c, pixels, bold);
    box.shift = shift_of(*source);
    if (out_advance) {
        *out_advance = box.advance / density;
        return true;
    }
    out->Codepoint = static_cast<unsigned int>(c) & 0x3FFFFFFu;
    out->AdvanceX = box.advance / density;
    if (box.width <= 0 || box.height <= 0) return true;

    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, box.width, box.height);
    if (place == ImFontAtlasRectId_Invalid) {
        source_of(*atlas).atlas_full = true;
        return false;
    }
    out->X0 = static_cast<float>(box.left) / density;
    out->X1 = static_cast<float>(box.left + box.width) / density;
    out->Y0 = baked->Ascent - static_cast<float>(box.top) / density;
    out->Y1 = out->Y0 + static_cast<float>(box.height) / density;
    out->Visible = true;
    out->PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(
        atlas, baked, source, out, ImFontAtlasPackGetRect(atlas, place),
        picture_of(painter, c, pixels, bold, box), ImTextureFormat_Alpha8, box.width);
    return true;
}

const ImFontLoader& loader() {
    static const ImFontLoader made = [] {
        ImFontLoader functions;
        functions.Name = "painter";
        functions.FontSrcContainsGlyph = contains_glyph;
        functions.FontBakedInit = begin_size;
        functions.FontBakedLoadGlyph = load_glyph;
        return functions;
    }();
    return made;
}

} // namespace

ImFont* add_face(ImFontAtlas& atlas, bool bold, int quarter) {
    ImFontConfig face;
    face.FontLoader = &loader();
    face.FontNo = static_cast<ImU32>(quarter) * 2 + (bold ? 1 : 0);
    face.SizePixels = 14;
    std::snprintf(face.Name, sizeof face.Name, "%s %d/4", bold ? "bold" : "regular", quarter);
    return atlas.AddFont(&face);
}

bool is_bold(const ImFont& font) { return is_bold(*font.Sources[0]); }

} // namespace bb::ui
