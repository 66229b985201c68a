// What an .xlsx holds: its sheets in order and the parts that belong to them.
#pragma once

#include "documents_io/zip_reader.h"

#include <string>
#include <vector>

namespace bb {

struct XlsxSheetPart {
    std::string name;
    std::string part;
    bool hidden = false;
};

struct XlsxWorkbook {
    std::vector<XlsxSheetPart> sheets; // worksheets only: charts have no rows
    std::string strings_part;          // empty when there is none
    std::string styles_part;
    bool epoch_1904 = false;
};

/// Refuses archives that are something else: documents, .ods, .xlsb.
Result<XlsxWorkbook> read_xlsx_workbook(ZipReader& zip);

} // namespace bb
