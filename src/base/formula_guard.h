// Text on its way to a spreadsheet program that would compute what begins as a formula does (R14):
// an apostrophe in front keeps it text, and is taken away again when the text comes back.
#pragma once

#include <string>
#include <string_view>

namespace bb {

/// An apostrophe before what would be computed: at the beginning, and behind every tab, line end and
/// semicolon, where a program that separates by these begins a cell. Signed numbers and telephone
/// numbers stay as they are, unless there is something in them to compute (+49-30).
std::string guarded(std::string_view text);
/// unguarded(guarded(text)) is the text, whatever it is.
std::string unguarded(std::string_view text);

} // namespace bb
