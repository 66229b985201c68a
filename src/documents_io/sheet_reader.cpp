#include "documents_io/sheet_reader.h"

#include "documents_io/read_limits.h"
#include "documents_io/sheet_file_kind.h"
#include "documents_io/xlsx_reader.h"

#include <memory>
#include <utility>

namespace bb {

namespace {

/// "客户.csv" → "客户".
std::string without_extension(std::string_view file_name) {
    std::size_t dot = file_name.find_last_of('.');
    bool has_stem = dot != std::string_view::npos && dot > 0;
    return std::string(has_stem ? file_name.substr(0, dot) : file_name);
}

Result<SheetFile> read_text_file(Bytes bytes, std::string_view file_name,
                                 const TextDecoding& decode, const ReadProgress& progress) {
    const auto owner = std::make_shared<Bytes>(std::move(bytes));
    Result<DecodedText> decoded = decode_text_file(*owner, decode);
    if (!decoded) return decoded.error();
    if (is_markup(decoded->text())) return Error{Text::read_web_page};
    SheetFile file;
    file.encoding = std::move(decoded->encoding);
    file.notes = std::move(decoded->notes);
    file.sheet_name = without_extension(file_name);
    file.sheet_names = {file.sheet_name};
    TableFiller table;
    if (decoded->converted)
        table.expect_text(decoded->text().size());
    else
        table.write_over(owner);
    Status read = read_csv(decoded->text(), progress, table, file.notes);
    if (!read) return read.error();
    if (table.is_empty()) return Error{Text::read_no_data};
    file.table = table.take();
    return file;
}

} // namespace

Result<SheetFile> read_sheet_file(Bytes bytes, std::string_view file_name, int sheet_index,
                                  const TextDecoding& decode, const ReadProgress& progress) {
    using namespace read_limits;
    if (bytes.empty()) return Error{Text::read_empty_file};
    if (bytes.size() > file_bytes) {
        return Error{Text::read_file_too_large, {std::to_string(file_bytes / megabyte)}};
    }
    switch (sheet_file_kind(bytes)) {
    case SheetFileKind::zip: return read_xlsx(bytes, sheet_index, progress);
    case SheetFileKind::ole2: return Error{ole2_refusal(bytes)};
    case SheetFileKind::other_binary: return Error{Text::read_not_spreadsheet};
    case SheetFileKind::maybe_text: break;
    }
    return read_text_file(std::move(bytes), file_name, decode, progress);
}

} // namespace bb
