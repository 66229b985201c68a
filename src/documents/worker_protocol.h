// What crosses between the page and the documents worker, as flat bytes.
//
//   read_sheet   ReadRequest + the file      → SheetFile
//   write_xlsx   sheets                      → bytes of the .xlsx
//   write_tables named tables                → bytes of the .xlsx (the readable export)
//   write_pdf    sheets (the first is used)  → PdfFile
//   fit_picture  the file (done by the browser in documents_worker.mjs) → JPEG bytes
//
// A failed operation answers with a packed Error.
#pragma once

#include "documents/sheet_model.h"
#include "documents/table.h"

#include <span>
#include <string>
#include <vector>

namespace bb {

struct ReadRequest {
    std::string file_name;
    int sheet_index = -1; // -1: the first that holds anything
};
Bytes pack_read_request(const ReadRequest& request);
ReadRequest unpack_read_request(ByteView bytes);

/// What stands before `file.table.packed_rest()`, from where the worker sends it.
Bytes pack_sheet_head(const SheetFile& file);
/// All of it, for tests.
Bytes pack_sheet_file(const SheetFile& file);
Result<SheetFile> unpack_sheet_file(ByteView bytes);
/// The same without a copy of the table.
Result<SheetFile> adopt_sheet_file(Bytes bytes);

Bytes pack_sheets(std::span<const SheetModel> sheets);
Result<std::vector<SheetModel>> unpack_sheets(ByteView bytes);

/// A plain table with a name: one sheet of the readable export. The first row is the header.
struct NamedTable {
    std::string name;
    Table table;
};
Bytes pack_tables(std::span<const NamedTable> tables);
Result<std::vector<NamedTable>> unpack_tables(ByteView bytes);

/// A finished PDF.
struct PdfFile {
    Bytes bytes;
    std::string missing; // characters that no font has, each once: shown as boxes
};
Bytes pack_pdf_file(const PdfFile& file);
Result<PdfFile> unpack_pdf_file(ByteView bytes);

/// u16 text id, u8 count, then the args; both sides come from one build.
Bytes pack_error(const Error& error);

} // namespace bb
