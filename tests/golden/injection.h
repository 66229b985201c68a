// Text that a spreadsheet would compute if a writer let it (R14), through every writer we have.
#pragma once

#include <string>

namespace bb::samples {

/// Files of the payloads into `folder`, a row each, and `payloads.hex` with what they are:
/// sheet.xlsx, tables.xlsx, report.csv, copied.tsv, copied.html; and unguarded.csv, which no writer
/// of ours made, to show that the other program would have computed them. False when one fails.
bool write_injection_files(const std::string& folder);

} // namespace bb::samples
