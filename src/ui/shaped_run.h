// Cuts a line of text into single characters and into runs whose script must be shaped as a whole
// (Arabic, Hebrew, Indic, Thai, combining marks, emoji). Right-to-left runs take the spaces and
// digits inside them along, so that the painter orders them.
#pragma once

#include <cstddef>
#include <string_view>

namespace bb::ui {

struct TextPiece {
    std::string_view text;
    char32_t code_point = 0; // of a single character; 0 = a run
};

/// The piece that begins at `at`, which moves past it.
TextPiece next_piece(std::string_view text, std::size_t& at);

/// True for characters that continue the one before them (marks, joiners, variation selectors).
bool extends_character(char32_t c);

} // namespace bb::ui
