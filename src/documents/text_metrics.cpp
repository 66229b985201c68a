// Widths of text and breaking of lines, without a font at hand: Noto Sans by table, one em for a
// Han character. The PDF sets the same fonts, so the estimate is exact there for all but rare signs.
#include "base/utf8.h"
#include "documents/sheet_model.h"

#include <algorithm>

namespace bb {
namespace {

struct WidthRange {
    char32_t first, last;
    std::size_t start;
};
#include "documents/text_widths.inc"

/// Thousandths of an em, or 0 for a character that the Latin font has not.
int latin_width(char32_t c, bool bold) {
    for (const WidthRange& range : width_ranges) {
        if (c < range.first) break;
        if (c <= range.last) {
            const std::size_t at = range.start + (c - range.first);
            return bold ? bold_widths[at] : regular_widths[at];
        }
    }
    return 0;
}

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

/// Han, kana, Hangul, full-width forms, and the symbols that only the Chinese font has.
bool is_wide_letter(char32_t c) {
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFFE6) || c >= 0x1F000;
}

/// One em wide in Chinese text, narrow in Latin text.
bool follows_neighbours(char32_t c) {
    return c == U'“' || c == U'”' || c == U'‘' || c == U'’' || c == U'…' || c == U'—' || c == U'·';
}

struct Piece {
    char32_t code_point;
    std::size_t at; // byte in the text
    bool wide;
};

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    pieces.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        const bool symbol = c >= 0x2000 && c < 0x2E80 && latin_width(c, false) == 0;
        pieces.push_back({c, start, is_wide_letter(c) || symbol});
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!follows_neighbours(pieces[i].code_point)) continue;
        std::size_t next = i + 1;
        while (next < pieces.size() && follows_neighbours(pieces[next].code_point)) ++next;
        pieces[i].wide =
            (i > 0 && pieces[i - 1].wide) || (next < pieces.size() && pieces[next].wide);
    }
    return pieces;
}

float width_of(const Piece& piece, float size, bool bold) {
    const char32_t c = piece.code_point;
    if (is_combining(c) || c == 0x200B || c == U'\n') return 0;
    if (piece.wide) return c >= 0xFF61 && c <= 0xFF9F ? size * 0.5f : size;
    const int width = latin_width(c == U'\t' ? U' ' : c, bold);
    return size * (width > 0 ? static_cast<float>(width) / 1000 : 0.6f);
}

bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == 0x3000; }

/// Marks that Chinese typesetting does not put at the start of a line.
bool not_at_start(char32_t c) {
    constexpr std::u32string_view marks = U"，。、；：？！）》」』】〕〉”’…—·,.;:?!)]}%";
    return marks.find(c) != marks.npos;
}

bool not_at_end(char32_t c) {
    constexpr std::u32string_view marks = U"（《「『【〔〈“‘([{";
    return marks.find(c) != marks.npos;
}

bool breaks_between(const Piece& before, const Piece& after) {
    if (is_space(after.code_point)) return false; // a space stays with the line before it
    if (is_space(before.code_point)) return true;
    return (before.wide || after.wide) && !not_at_start(after.code_point) &&
           !not_at_end(before.code_point) && !is_combining(after.code_point);
}

/// Where a word that is too long for a line is cut rather than in the middle of its letters.
bool is_seam(char32_t c) { return c == U'-' || c == U'/' || c == U'_' || c == U'.' || c == U'@'; }

/// Breaks one paragraph; `pieces` are its own.
class ParagraphBreaker {
public:
    ParagraphBreaker(std::string_view text, std::vector<Piece>& pieces, float size, bool bold,
                     float width)
        : text_(text), pieces_(pieces), size_(size), bold_(bold), width_(width) {}

    void run(std::vector<std::string_view>& lines) {
        std::size_t first = 0;
        while (true) {
            std::size_t end = line_end(first);
            while (end < pieces_.size() && is_space(pieces_[end].code_point)) ++end;
            lines.push_back(cut(first, end));
            if (end >= pieces_.size()) return;
            first = end;
        }
    }

private:
    /// One past the last piece of the line that begins at `first`.
    std::size_t line_end(std::size_t first) const {
        float used = 0;
        std::size_t word = first, seam = first;
        for (std::size_t i = first; i < pieces_.size(); ++i) {
            if (i > first && breaks_between(pieces_[i - 1], pieces_[i])) word = i;
            if (i > first && is_seam(pieces_[i - 1].code_point)) seam = i;
            used += width_of(pieces_[i], size_, bold_);
            // Spaces may hang over the edge: they are not seen.
            if (used <= width_ + 0.01f || is_space(pieces_[i].code_point)) continue;
            if (word > first) return word;
            if (seam > first) return seam;
            return std::max(i, first + 1);
        }
        return pieces_.size();
    }

    std::string_view cut(std::size_t first, std::size_t end) const {
        while (end > first && is_space(pieces_[end - 1].code_point)) --end;
        if (first == end) return text_.substr(0, 0);
        const std::size_t to = end < pieces_.size() ? pieces_[end].at : text_.size();
        return text_.substr(pieces_[first].at, to - pieces_[first].at);
    }

    std::string_view text_;
    const std::vector<Piece>& pieces_;
    float size_;
    bool bold_;
    float width_;
};

} // namespace

std::vector<TextRun> text_runs(std::string_view text) {
    const std::vector<Piece> pieces = pieces_of(text);
    std::vector<TextRun> runs;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= pieces.size(); ++i) {
        if (i < pieces.size() && pieces[i].wide == pieces[first].wide) continue;
        const std::size_t to = i < pieces.size() ? pieces[i].at : text.size();
        runs.push_back({text.substr(pieces[first].at, to - pieces[first].at), pieces[first].wide});
        first = i;
    }
    return runs;
}

float text_width(std::string_view text, float size, bool bold) {
    float width = 0;
    for (const Piece& piece : pieces_of(text)) width += width_of(piece, size, bold);
    return width;
}

std::vector<std::string_view> wrapped_lines(std::string_view text, float size, bool bold,
                                            float width) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view paragraph = text.substr(at, end - at);
        std::vector<Piece> pieces = pieces_of(paragraph);
        ParagraphBreaker(paragraph, pieces, size, bold, width).run(lines);
        at = end + 1;
    }
    return lines;
}

std::vector<CellLine> cell_lines(std::string_view text, const CellStyle& style, float cell_width) {
    const float room = style.wrap ? cell_width - 2 * cell_padding_x : 1e9f;
    std::vector<CellLine> lines;
    const auto add = [&](std::string_view part, bool bold, std::uint32_t colour) {
        for (const std::string_view line : wrapped_lines(part, style.size, bold, room))
            lines.push_back({line, bold, colour});
    };
    if (!style.lead) {
        add(text, style.bold, style.colour);
        return lines;
    }
    const std::size_t end = text.find('\n');
    add(text.substr(0, end), true, lead_colour);
    if (end != text.npos) add(text.substr(end + 1), style.bold, style.colour);
    return lines;
}

} // namespace bb
