// Office Open XML workbooks (.xlsx, .xlsm) to a table.
#pragma once

#include "documents_io/csv_reader.h"

namespace bb {

/// See read_sheet_file for `sheet_index`.
Result<SheetFile> read_xlsx(ByteView bytes, int sheet_index, const ReadProgress& progress);

} // namespace bb
