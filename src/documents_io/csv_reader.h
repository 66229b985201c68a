// Comma-, semicolon- and tab-separated text (RFC 4180 and what spreadsheets really write). Every
// value stays the text it is: nothing becomes a number or a date here.
#pragma once

#include "documents_io/table_filler.h"

#include <functional>
#include <string_view>

namespace bb {

/// Told how much is done, 0 to 1; answers false to stop.
using ReadProgress = std::function<bool(double fraction)>;

/// The separator that gives the most even columns; honours a first line "sep=;".
char guessed_delimiter(std::string_view text);

/// Fills `table`, which may write over what of `text` was read; notes (an unclosed quote) are added
/// to `notes`.
Status read_csv(std::string_view text, const ReadProgress& progress, TableFiller& table,
                std::vector<Error>& notes);

} // namespace bb
