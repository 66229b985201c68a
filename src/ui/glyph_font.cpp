// Lays out lines of text: single characters from ImGui's glyph cache, runs from ours, on the
// baseline and at the quarter of a pixel where a browser would put them.
#include "ui/glyph_font.h"

#include "ui/glyph_cache.h"
#include "ui/shaped_run.h"

#include <cmath>
#include <memory>
#include <string>
#include <unordered_map>

namespace bb::ui {
namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// One cache for each atlas; a program has one, a test one after another.
std::unordered_map<const ImFontAtlas*, std::unique_ptr<GlyphCache>>& caches() {
    static std::unordered_map<const ImFontAtlas*, std::unique_ptr<GlyphCache>> made;
    return made;
}

/// A face at a size.
struct Face {
    GlyphCache& cache;
    float size;    // CSS px, whole
    float density; // device pixels in one of them
    bool bold;
    ImFontBaked* glyphs; // of quarter 0, for widths

    float pixels() const { return size * density; }
    ImFontBaked* glyphs_at(int quarter) const {
        return cache.face(bold, quarter)->GetFontBaked(size, density);
    }
};

Face face_of(ImFont* font, float size) {
    GlyphCache& cache = *caches()[font->ContainerAtlas];
    cache.make_room();
    const float scale = ImGui::GetIO().DisplayFramebufferScale.x;
    const float density = scale > 0 ? scale : 1;
    font->CurrentRasterizerDensity = density;
    ImFontBaked* glyphs = font->GetFontBaked(size, density);
    return {cache, glyphs->Size, density, is_bold(*font), glyphs};
}

bool is_run(const TextPiece& piece) { return piece.code_point == 0; }

/// Device pixels.
float advance(const Face& face, const TextPiece& piece) {
    if (is_run(piece))
        return face.cache.measured_run(piece.text, face.pixels(), face.bold).box.advance;
    return face.glyphs->GetCharAdvance(static_cast<ImWchar>(piece.code_point)) * face.density;
}

/// Distance from the top of a line box to the baseline, as CSS has it, in device pixels.
float baseline_in(const Face& face, float line_height) {
    const LineMetrics& line = face.cache.line(face.pixels(), face.bold, face.density);
    const float leading = line_height * face.density - line.ascent - line.descent;
    const float step = line.leading_step;
    return std::floor(leading / 2 / step + 0.001f) * step + line.ascent;
}

struct Quad {
    float left, top, width, height; // device pixels
    ImVec2 uv_min, uv_max;
};

void add_quad(ImDrawList& list, const Quad& quad, float density, ImU32 tint) {
    const ImVec2 min{quad.left / density, quad.top / density};
    const ImVec2 max{(quad.left + quad.width) / density, (quad.top + quad.height) / density};
    const ImVec4& clip = list._CmdHeader.ClipRect;
    if (max.x <= clip.x || min.x >= clip.z || max.y <= clip.y || min.y >= clip.w) return;
    list.PrimReserve(6, 4);
    list.PrimRectUV(min, max, quad.uv_min, quad.uv_max, tint);
}

void draw_glyph(ImDrawList& list, const Face& face, char32_t c, float pen, float y, ImU32 tint) {
    // Rounded to the nearest quarter, as browsers place glyphs.
    const float placed = std::floor(pen * quarters + 0.5f) / quarters;
    const float x = std::floor(placed);
    ImFontBaked* glyphs = face.glyphs_at(static_cast<int>((placed - x) * quarters));
    if (!glyphs->IsGlyphLoaded(static_cast<ImWchar>(c)) && !face.cache.has_time()) return;
    const ImFontGlyph* glyph = glyphs->FindGlyph(static_cast<ImWchar>(c));
    if (!glyph || !glyph->Visible) return;
    const float d = face.density;
    const float rise = std::round((glyphs->Ascent - glyph->Y0) * d);
    add_quad(list,
             {x + std::round(glyph->X0 * d),
              y - rise,
              std::round((glyph->X1 - glyph->X0) * d),
              std::round((glyph->Y1 - glyph->Y0) * d),
              {glyph->U0, glyph->V0},
              {glyph->U1, glyph->V1}},
             d, tint);
}

void draw_run(ImDrawList& list, const Face& face, std::string_view text, float pen, float y,
              ImU32 tint, ImFontAtlas& atlas) {
    const RunPicture& run = face.cache.drawn_run(text, face.pixels(), face.bold);
    ImFontAtlasRect place;
    if (!atlas.GetCustomRect(run.place, &place)) return;
    const ImU32 shade = run.coloured ? (tint | ~IM_COL32_A_MASK) : tint;
    add_quad(list,
             {std::round(pen) + static_cast<float>(run.box.left),
              y - static_cast<float>(run.box.top), static_cast<float>(run.box.width),
              static_cast<float>(run.box.height), place.uv0, place.uv1},
             face.density, shade);
}

/// The beginning of a run that fits, cut between whole characters.
std::size_t fitting_part(const Face& face, std::string_view run, float width) {
    std::size_t fits = 0;
    for (std::size_t at = 1; at <= run.size(); ++at) {
        const bool inside = at < run.size() && (static_cast<unsigned char>(run[at]) & 0xC0) == 0x80;
        if (inside) continue;
        if (advance(face, {run.substr(0, at), 0}) > width) break;
        fits = at;
    }
    return fits;
}

} // namespace

void begin_letters() { caches()[ImGui::GetIO().Fonts]->begin_frame(); }

bool letters_left_out() { return caches()[ImGui::GetIO().Fonts]->left_out(); }

Fonts add_fonts(GlyphPainter& painter) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    auto& cache = caches()[&atlas];
    cache = std::make_unique<GlyphCache>(atlas, painter);
    return {cache->face(false, 0), cache->face(true, 0)};
}

void draw_text(ImDrawList& list, ImFont* font, float size, ImVec2 at, ImU32 colour,
               std::string_view text, float line_height) {
    if ((colour & IM_COL32_A_MASK) == 0) return;
    const Face face = face_of(font, size);
    const float y = std::round(at.y * face.density + baseline_in(face, line_height));
    const float right = list._CmdHeader.ClipRect.z * face.density;
    float pen = at.x * face.density;
    for (std::size_t i = 0; i < text.size() && pen < right;) {
        const TextPiece piece = next_piece(text, i);
        if (is_run(piece))
            draw_run(list, face, piece.text, pen, y, colour, *font->ContainerAtlas);
        else
            draw_glyph(list, face, piece.code_point, pen, y, colour);
        pen += advance(face, piece);
    }
}

float text_width(ImFont* font, float size, std::string_view text) {
    const Face face = face_of(font, size);
    float width = 0;
    for (std::size_t i = 0; i < text.size();) width += advance(face, next_piece(text, i));
    return width / face.density;
}

std::string fitted(ImFont* font, float size, std::string_view text, float width) {
    const Face face = face_of(font, size);
    const float room = width * face.density + 0.01f;
    const float dots = text_width(font, size, ellipsis) * face.density;
    float used = 0;
    std::size_t fits = 0; // bytes that leave room for the dots
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t start = i;
        const TextPiece piece = next_piece(text, i);
        const float next = used + advance(face, piece);
        if (next > room) {
            if (is_run(piece) && fits == start)
                fits = start + fitting_part(face, piece.text, room - dots - used);
            return std::string(text.substr(0, fits)).append(ellipsis);
        }
        used = next;
        if (used + dots <= room) fits = i;
    }
    return std::string(text);
}

} // namespace bb::ui
