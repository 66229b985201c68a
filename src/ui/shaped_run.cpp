// Which characters need shaping, and where a run of them ends.
#include "ui/shaped_run.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace bb::ui {
namespace {

enum class Shaping : std::uint8_t { none, left_to_right, right_to_left, emoji };

struct ShapedRange {
    char32_t first, last;
    Shaping shaping;
};

/// By block, sorted; Unicode 15. Emoji below U+1F000 are those shown in colour by default.
constexpr ShapedRange shaped_ranges[] = {
    {0x0590, 0x08FF, Shaping::right_to_left}, // Hebrew, Arabic, Syriac, Thaana, N'Ko
    {0x0900, 0x109F, Shaping::left_to_right}, // Indic, Thai, Lao, Tibetan, Myanmar
    {0x1100, 0x11FF, Shaping::left_to_right}, // Hangul as single jamo
    {0x1700, 0x18AF, Shaping::left_to_right}, // Philippine, Khmer, Mongolian
    {0x1900, 0x1AAF, Shaping::left_to_right}, // Limbu … Tai Tham
    {0x1B00, 0x1C4F, Shaping::left_to_right}, // Balinese … Lepcha
    {0x200E, 0x200F, Shaping::left_to_right}, // bidi marks
    {0x202A, 0x202E, Shaping::left_to_right}, // bidi embeddings
    {0x2066, 0x2069, Shaping::left_to_right}, // bidi isolates
    {0x231A, 0x231B, Shaping::emoji},
    {0x23E9, 0x23EC, Shaping::emoji},
    {0x23F0, 0x23F0, Shaping::emoji},
    {0x23F3, 0x23F3, Shaping::emoji},
    {0x25FD, 0x25FE, Shaping::emoji},
    {0x2614, 0x2615, Shaping::emoji},
    {0x2648, 0x2653, Shaping::emoji},
    {0x267F, 0x267F, Shaping::emoji},
    {0x2693, 0x2693, Shaping::emoji},
    {0x26A1, 0x26A1, Shaping::emoji},
    {0x26AA, 0x26AB, Shaping::emoji},
    {0x26BD, 0x26BE, Shaping::emoji},
    {0x26C4, 0x26C5, Shaping::emoji},
    {0x26CE, 0x26CE, Shaping::emoji},
    {0x26D4, 0x26D4, Shaping::emoji},
    {0x26EA, 0x26EA, Shaping::emoji},
    {0x26F2, 0x26F3, Shaping::emoji},
    {0x26F5, 0x26F5, Shaping::emoji},
    {0x26FA, 0x26FA, Shaping::emoji},
    {0x26FD, 0x26FD, Shaping::emoji},
    {0x2705, 0x2705, Shaping::emoji},
    {0x270A, 0x270B, Shaping::emoji},
    {0x2728, 0x2728, Shaping::emoji},
    {0x274C, 0x274C, Shaping::emoji},
    {0x274E, 0x274E, Shaping::emoji},
    {0x2753, 0x2755, Shaping::emoji},
    {0x2757, 0x2757, Shaping::emoji},
    {0x2795, 0x2797, Shaping::emoji},
    {0x27B0, 0x27B0, Shaping::emoji},
    {0x27BF, 0x27BF, Shaping::emoji},
    {0x2B1B, 0x2B1C, Shaping::emoji},
    {0x2B50, 0x2B50, Shaping::emoji},
    {0x2B55, 0x2B55, Shaping::emoji},
    {0xA800, 0xABFF, Shaping::left_to_right}, // Indic and Meetei extensions
    {0xFB1D, 0xFDFF, Shaping::right_to_left}, // presentation forms
    {0xFE70, 0xFEFE, Shaping::right_to_left},
    {0x10800, 0x10FFF, Shaping::right_to_left},
    {0x11000, 0x11FFF, Shaping::left_to_right},
    {0x1E800, 0x1EFFF, Shaping::right_to_left},
    {0x1F000, 0x1FAFF, Shaping::emoji},
};

Shaping shaping_of(char32_t c) {
    const auto* found = std::upper_bound(
        std::begin(shaped_ranges), std::end(shaped_ranges), c,
        [](char32_t wanted, const ShapedRange& range) { return wanted < range.first; });
    if (found == std::begin(shaped_ranges)) return Shaping::none;
    --found;
    return c <= found->last ? found->shaping : Shaping::none;
}

constexpr char32_t zero_width_joiner = 0x200D;

/// What stands between words of a right-to-left text without a direction of its own.
bool is_neutral(char32_t c) {
    return (c >= ' ' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= 0xBF) ||
           (c >= 0x2000 && c <= 0x206F);
}

char32_t peek(std::string_view text, std::size_t at) {
    return at < text.size() ? next_code_point(text, at) : 0;
}

/// Where the next right-to-left character stands if only neutral ones come before it; else `at`.
std::size_t past_neutrals(std::string_view text, std::size_t at) {
    const std::size_t start = at;
    while (at < text.size()) {
        const char32_t c = peek(text, at);
        if (shaping_of(c) == Shaping::right_to_left) return at;
        if (!is_neutral(c)) break;
        next_code_point(text, at);
    }
    return start;
}

std::size_t end_of_run(std::string_view text, std::size_t at, Shaping shaping) {
    bool joined = false;
    while (at < text.size()) {
        const char32_t c = peek(text, at);
        const bool belongs = joined || extends_character(c) ||
                             (shaping != Shaping::none && shaping_of(c) == shaping);
        if (!belongs) {
            const std::size_t further =
                shaping == Shaping::right_to_left ? past_neutrals(text, at) : at;
            if (further == at) break;
            at = further;
            continue;
        }
        joined = c == zero_width_joiner;
        next_code_point(text, at);
    }
    return at;
}

} // namespace

bool extends_character(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x200B && c <= zero_width_joiner) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0x302A && c <= 0x302F) ||
           (c >= 0x3099 && c <= 0x309A) || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xFE20 && c <= 0xFE2F) || (c >= 0xE0020 && c <= 0xE01EF);
}

TextPiece next_piece(std::string_view text, std::size_t& at) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    const Shaping shaping = shaping_of(c);
    if (shaping == Shaping::none && !extends_character(peek(text, at)) && !extends_character(c))
        return {text.substr(start, at - start), c};
    at = end_of_run(text, at, shaping);
    return {text.substr(start, at - start), 0};
}

} // namespace bb::ui
