// The outcome of a dry run as a file: which rows are not or not wholly imported, and why.
#pragma once

#include "app/import_preview.h"

#include <string>

namespace bb {

/// CSV with byte order mark: row, verdict, reasons with cell addresses, then the row as it was.
/// Only rows that are not or not wholly imported, unless `all`. No cell can be evaluated by a spreadsheet.
std::string faults_csv(const ImportPreview& preview, const Table& table, Language language,
                       bool all = false);

/// A cell of a CSV file: guarded, and quoted where needed.
std::string csv_cell(std::string_view text);

} // namespace bb
