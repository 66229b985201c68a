// The one door for spreadsheets of others: whatever the bytes are, a whole table comes out or one
// sentence why not. Blocks, so it runs in the worker.
#pragma once

#include "documents_io/csv_reader.h"
#include "documents_io/text_file_decoder.h"

#include <string_view>

namespace bb {

/// `sheet_index` counts the shown sheets from 0; below 0 takes the first that holds anything.
/// `file_name` names the one sheet of a text file; what the file is, its bytes say. They may become
/// the text of the table, which keeps them then.
Result<SheetFile> read_sheet_file(Bytes bytes, std::string_view file_name, int sheet_index,
                                  const TextDecoding& decode, const ReadProgress& progress);

} // namespace bb
