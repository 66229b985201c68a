// Every word the user reads has an id here and a line with both languages in texts/*.def: an id
// without its words, or words without an id, does not compile. Keys (Text) and shown words
// (string) are different types on purpose.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace bb {

enum class Language : std::uint8_t { chinese, english };

enum class Text : std::uint16_t {
#define TEXT(id, chinese, english) id,
#include "base/texts/all.def"
#undef TEXT
    count_
};

/// The words of `id` in `language`.
std::string_view words(Text id, Language language);

/// The words of `id` with {0}, {1} … replaced by `args`; a missing argument leaves its mark.
/// {0|row|rows} becomes "row" when argument 0 is exactly "1", and "rows" otherwise.
std::string format_words(Text id, Language language, std::span<const std::string> args);

} // namespace bb
