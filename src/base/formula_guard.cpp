#include "base/formula_guard.h"

#include "base/utf8.h"

#include <algorithm>

namespace bb {
namespace {

constexpr std::string_view separators = ";\t\r\n";

bool is_sign(char32_t c) {
    // Typed, of double width, small; the last is the minus of mathematics.
    constexpr std::u32string_view signs =
        U"=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";
    return signs.find(c) != signs.npos;
}

/// What programs take away before they look for a sign: white space of any width, marks without
/// any, quotation marks; and the apostrophe, so that a second one can be told from ours.
bool is_passed_over(char32_t c) {
    if (c <= U' ' || c == U'"' || c == U'\'') return true;
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x205F ||
           c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

/// Behind a sign: digits and what groups them, beginning with a digit.
bool is_number(std::string_view text) {
    constexpr std::string_view allowed = "0123456789.,() ";
    return !text.empty() && text.front() >= '0' && text.front() <= '9' &&
           text.find_first_not_of(allowed) == text.npos;
}

bool is_computed(std::string_view piece) {
    std::size_t at = 0;
    while (at < piece.size()) {
        const char32_t c = next_code_point(piece, at);
        if (c == U'+' || c == U'-') return !is_number(piece.substr(at));
        if (is_sign(c)) return true;
        if (!is_passed_over(c)) return false;
    }
    return false;
}

/// Takes from `rest` what comes before the next separator.
std::string_view next_piece(std::string_view& rest) {
    const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
    const std::string_view piece = rest.substr(0, end);
    rest.remove_prefix(end);
    return piece;
}

/// The text with every piece between separators as `spelled` writes it.
template <typename Spelled> std::string in_pieces(std::string_view text, const Spelled& spelled) {
    std::string out;
    while (true) {
        out += spelled(next_piece(text));
        if (text.empty()) return out;
        out += text.front();
        text.remove_prefix(1);
    }
}

} // namespace

std::string guarded(std::string_view text) {
    return in_pieces(text, [](std::string_view piece) {
        return is_computed(piece) ? "'" + std::string(piece) : std::string(piece);
    });
}

std::string unguarded(std::string_view text) {
    return in_pieces(text, [](std::string_view piece) {
        const bool is_ours = piece.starts_with('\'') && is_computed(piece);
        return std::string(piece.substr(is_ours ? 1 : 0));
    });
}

} // namespace bb
