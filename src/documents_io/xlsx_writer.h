// Writes sheets as an XLSX workbook: typed cells, live formulas, pictures in their cells, print
// set-up. Nothing but what the sheets hold goes into the file.
#pragma once

#include "base/result.h"
#include "documents/sheet_model.h"

#include <span>

namespace bb {

/// The same sheets always give the same bytes.
Result<Bytes> write_xlsx(std::span<const SheetModel> sheets);

} // namespace bb
