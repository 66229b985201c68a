// From characters to glyphs of a font, and into the page.
#include "documents_io/pdf_text.h"

#include "base/utf8.h"

#include <PDFUsedFont.h>
#include <PDFWriter.h>
#include <PageContentContext.h>
#include FT_ADVANCES_H

#include <cstdio>

namespace bb {
namespace {

constexpr std::uint8_t chinese_font = 0, latin_font = 1, bold_fonts = 2, rare_font = 4;

/// Marks of direction and joining, selectors of variants: nothing to see.
bool is_invisible(char32_t c) {
    return c < 0x20 || c == 0x7F || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool is_there(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    return file && std::fclose(file) == 0;
}

} // namespace

bool PdfText::load(PDFWriter& pdf, const FontFiles& fonts) {
    const FontFile* files[] = {&fonts.sc_regular, &fonts.latin_regular, &fonts.sc_bold,
                               &fonts.latin_bold, &fonts.rare};
    static_assert(std::size(files) == std::size(decltype(fonts_){}));
    for (std::size_t i = 0; i < std::size(files); ++i) {
        if (i == rare_font && files[i]->path.empty()) break;
        // The library leaks where a file is not there.
        if (!is_there(files[i]->path)) return false;
        fonts_[i] = pdf.GetFontForFile(files[i]->path, files[i]->face);
        if (!fonts_[i] || !fonts_[i]->IsValid()) return false;
    }
    return true;
}

bool PdfText::find(Glyph& glyph, std::uint8_t font) const {
    if (!fonts_[font]) return false;
    FreeTypeFaceWrapper& wrapper = *fonts_[font]->GetFreeTypeFont();
    const FT_Face face = wrapper;
    const FT_UInt index = FT_Get_Char_Index(face, glyph.code_point);
    if (index == 0 || index > 0xFFFF) return false;
    FT_Fixed advance = 0;
    if (FT_Get_Advance(face, index, FT_LOAD_NO_SCALE, &advance) != 0) return false;
    glyph.font = font;
    glyph.index = static_cast<std::uint16_t>(index);
    glyph.advance = static_cast<std::uint16_t>(advance * 1000 / face->units_per_EM);
    return true;
}

PdfText::Glyph PdfText::glyph_for(char32_t code_point, bool wide, bool bold) {
    const std::uint32_t key = code_point << 2 | static_cast<std::uint32_t>(wide << 1 | bold);
    const auto found = cache_.find(key);
    if (found != cache_.end()) return found->second;
    const std::uint8_t weight = bold ? bold_fonts : 0;
    const auto chinese = static_cast<std::uint8_t>(chinese_font + weight);
    const auto latin = static_cast<std::uint8_t>(latin_font + weight);
    Glyph glyph;
    glyph.code_point = code_point;
    if (!find(glyph, wide ? chinese : latin) && !find(glyph, wide ? latin : chinese) &&
        !find(glyph, rare_font)) {
        append_code_point(missing_, code_point);
        glyph.code_point = U'□';
        if (!find(glyph, chinese)) {
            glyph.code_point = U'?';
            find(glyph, latin);
        }
    }
    cache_.emplace(key, glyph);
    return glyph;
}

const std::vector<PdfText::Glyph>& PdfText::shaped(std::string_view text, bool bold) {
    line_.clear();
    for (const TextRun& run : text_runs(text)) {
        for (std::size_t at = 0; at < run.text.size();) {
            char32_t c = next_code_point(run.text, at);
            if (c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x202F) c = U' ';
            if (!is_invisible(c)) line_.push_back(glyph_for(c, run.wide, bold));
        }
    }
    return line_;
}

float PdfText::width(std::string_view text, float size, bool bold) {
    std::uint32_t width = 0;
    for (const Glyph& glyph : shaped(text, bold)) width += glyph.advance;
    return static_cast<float>(width) * size / 1000;
}

bool PdfText::draw(AbstractContentContext& page, float x, float y, std::string_view text,
                   float size, bool bold) {
    const std::vector<Glyph>& glyphs = shaped(text, bold);
    if (glyphs.empty()) return true;
    bool ok = true;
    page.BT();
    page.Tm(1, 0, 0, 1, x, y);
    // Within BT and ET each piece begins where the one before it ended.
    for (std::size_t first = 0; first < glyphs.size();) {
        GlyphUnicodeMappingList piece;
        std::size_t last = first;
        for (; last < glyphs.size() && glyphs[last].font == glyphs[first].font; ++last)
            piece.emplace_back(glyphs[last].index, glyphs[last].code_point);
        page.Tf(fonts_[glyphs[first].font], size);
        ok = page.Tj(piece) == PDFHummus::eSuccess && ok;
        first = last;
    }
    page.ET();
    return ok;
}

} // namespace bb
