// UTF-8: checking, stepping and the one folding used for search and matching.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bb {

/// True for well-formed UTF-8 (no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);
/// Where the ASCII that begins at `at` ends.
std::size_t end_of_ascii(std::string_view bytes, std::size_t at);
/// Decodes the code point at `at` and moves past it; malformed bytes yield U+FFFD and one step.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::string& out, char32_t code_point);
std::size_t code_point_count(std::string_view text);
/// At most `count` code points, never cut inside one.
std::string_view first_code_points(std::string_view text, std::size_t count);
/// Well-formed text kept for ever: malformed bytes to U+FFFD; NUL and other C0 controls but tab
/// and newline removed; CRLF and CR to LF.
std::string cleaned(std::string_view text);
/// Without white space (any Unicode space) at both ends.
std::string_view trimmed(std::string_view text);
/// For search and matching: lower case, full-width to half-width, accents dropped (č → c),
/// compatibility forms opened, runs of white space to one space and none at the ends. Folding twice
/// changes nothing.
std::string folded(std::string_view text);
/// Letters, digits and combining marks of any script (of the rarer planes only Han).
bool is_letter_or_digit(char32_t code_point);
/// Only the digits (any width), for comparing phone numbers.
std::string digits_only(std::string_view text);

} // namespace bb
