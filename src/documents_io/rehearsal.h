// A browser translates a program quickly at first and well only where it has run often. A list that
// nobody sees makes it do so while somebody still looks for a file: the first one of 10,000 rows is
// then read in half of the time.
#pragma once

#include "documents_io/sheet_reader.h"

namespace bb {

/// Reads a small made workbook and a made text; some hundredths of a second each time. Whether all of
/// them came out.
bool rehearse_reading(const TextDecoding& decode);

} // namespace bb
