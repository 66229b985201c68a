// Labels and texts of the quote sheet in the document's language, and its palette and styles.
#include "documents/quote_sheet_parts.h"

#include <algorithm>
#include <charconv>

namespace bb::quote_parts {
namespace {

std::string capitals(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

std::string in_language(std::string_view chinese, std::string_view english,
                        DocumentLanguage language, std::string_view between) {
    if (language == DocumentLanguage::chinese) return std::string(chinese);
    if (language == DocumentLanguage::english || chinese == english) return std::string(english);
    return std::string(chinese) + std::string(between) + std::string(english);
}

/// `share` of 255 of the colour on white.
std::uint32_t on_white(std::uint32_t colour, std::uint32_t share) {
    std::uint32_t mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        const std::uint32_t part = colour >> shift & 0xff;
        mixed |= (255 - (255 - part) * share / 255) << shift;
    }
    return mixed;
}

} // namespace

Palette palette_of(std::string_view accent) {
    Palette palette;
    std::uint32_t colour = 0;
    if (accent.size() == 7 && accent.front() == '#') {
        const auto end = accent.data() + accent.size();
        const auto parsed = std::from_chars(accent.data() + 1, end, colour, 16);
        if (parsed.ec == std::errc() && parsed.ptr == end) palette.accent = colour;
    }
    palette.tint = on_white(palette.accent, 16);
    return palette;
}

std::string label(Text id, DocumentLanguage language) {
    return in_language(words(id, Language::chinese), words(id, Language::english), language, " ");
}

std::string small_label(Text id, DocumentLanguage language) {
    // Capitals beside Han characters are too loud.
    if (language == DocumentLanguage::both) return label(id, language);
    return in_language(words(id, Language::chinese), capitals(words(id, Language::english)),
                       language, " ");
}

std::string stacked_label(Text id, DocumentLanguage language) {
    return in_language(words(id, Language::chinese), words(id, Language::english), language, "\n");
}

std::string document_number(const QuoteDocument& quote) {
    if (quote.number.empty()) return {};
    return quote.number + (quote.revision > 1 ? "-R" + std::to_string(quote.revision) : "");
}

std::string joined(std::initializer_list<std::string> parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::string line_description(const QuotedLine& line, DocumentLanguage language, bool with_hs_code) {
    const bool chinese = language == DocumentLanguage::chinese;
    std::string name = chinese ? line.name_zh : line.name_en;
    if (name.empty()) name = chinese ? line.name_en : line.name_zh;
    if (language == DocumentLanguage::both && line.name_zh != line.name_en)
        name = joined({line.name_zh, line.name_en}, " ");
    std::string hs_code;
    if (with_hs_code && !line.hs_code.empty())
        hs_code = label(Text::sheet_column_hs_code, language) + " " + line.hs_code;
    return joined({name, line.description, hs_code, line.remarks}, "\n");
}

std::uint8_t digits_of(const Decimal& value, int least, int most) {
    return static_cast<std::uint8_t>(std::clamp(value.trimmed().scale(), least, most));
}

CellStyle body_style(const Palette& palette) {
    CellStyle style;
    style.wrap = true;
    style.colour = palette.ink;
    style.border_colour = palette.hairline;
    return style;
}

CellStyle label_style(const Palette& palette) {
    CellStyle style = body_style(palette);
    style.size = 7.5f;
    style.colour = palette.muted;
    return style;
}

CellStyle number_style(const Palette& palette, std::uint8_t decimals) {
    CellStyle style = body_style(palette);
    style.size = 8.5f;
    style.wrap = false;
    style.align = Align::right;
    style.decimals = decimals;
    style.grouped = true;
    return style;
}

} // namespace bb::quote_parts
