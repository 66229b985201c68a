// Text of a PDF: each character is set in a font that has it, Chinese ones first in the Chinese
// font, all others first in the Latin one, then in the font of rare characters. Widths are the
// fonts' own.
#pragma once

#include "documents_io/pdf_writer.h"

#include <string_view>
#include <unordered_map>
#include <vector>

class AbstractContentContext;
class PDFUsedFont;
class PDFWriter;

namespace bb {

class PdfText {
public:
    /// False when a font cannot be read.
    bool load(PDFWriter& pdf, const FontFiles& fonts);

    float width(std::string_view text, float size, bool bold);
    /// The colour is set already; (x, y) is the start of the baseline.
    bool draw(AbstractContentContext& page, float x, float y, std::string_view text, float size,
              bool bold);

    /// Characters that no font has, each once; a box stands in their place.
    const std::string& missing() const { return missing_; }

private:
    struct Glyph {
        std::uint8_t font = 0; // index of fonts_
        std::uint16_t index = 0;
        std::uint16_t advance = 0; // thousandths of an em
        char32_t code_point = 0;
    };
    Glyph glyph_for(char32_t code_point, bool wide, bool bold);
    bool find(Glyph& glyph, std::uint8_t font) const;
    const std::vector<Glyph>& shaped(std::string_view text, bool bold);

    // Chinese, Latin; bold Chinese, bold Latin; rare characters in one weight, or null.
    PDFUsedFont* fonts_[5] = {};
    std::unordered_map<std::uint32_t, Glyph> cache_;
    std::vector<Glyph> line_;
    std::string missing_;
};

} // namespace bb
