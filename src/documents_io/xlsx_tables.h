// Writes plain tables as a workbook, a sheet each: the export that any spreadsheet opens.
#pragma once

#include "base/result.h"
#include "documents/worker_protocol.h"

#include <span>

namespace bb {

/// Numbers of up to 15 digits and dates are typed; all else is text and never a formula.
Result<Bytes> write_tables(std::span<const NamedTable> tables);

} // namespace bb
