// Writes a sheet as a PDF of A4 pages: text that can be selected and searched, fonts cut down to
// what is used, pictures as they are.
#pragma once

#include "base/result.h"
#include "documents/sheet_model.h"
#include "documents/worker_protocol.h"

#include <string>

namespace bb {

/// The PDF library reads fonts from files: in the browser from the program's own file system, which
/// lives in memory and is filled once.
struct FontFile {
    std::string path;
    long face = 0; // within a collection
};

struct FontFiles {
    FontFile sc_regular, sc_bold;       // simplified Chinese
    FontFile latin_regular, latin_bold; // Latin, Greek, Cyrillic letters
    FontFile rare{};                    // what the others lack; left out while its path is empty
};

/// The same sheet always gives the same bytes.
Result<PdfFile> write_pdf(const SheetModel& sheet, const FontFiles& fonts);

} // namespace bb
