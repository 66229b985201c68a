// Rows as a spreadsheet takes them from the clipboard: tab-separated text, and HTML whose cells stay
// what they are (telephone numbers keep their zeros, nothing is taken for a formula).
#pragma once

#include <string>
#include <vector>

namespace bb {

using CellRows = std::vector<std::vector<std::string>>;

/// Tabs and newlines inside a cell become spaces. A cell that a spreadsheet would compute is guarded
/// (base/formula_guard.h); in the HTML every cell says that it is text.
std::string cells_as_text(const CellRows& rows);
std::string cells_as_html(const CellRows& rows);

} // namespace bb
