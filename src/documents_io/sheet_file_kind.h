// What a file is by its first bytes; its name is not asked, people rename files.
#pragma once

#include "base/bytes.h"
#include "base/text_id.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace bb {

enum class SheetFileKind : std::uint8_t { zip, ole2, other_binary, maybe_text };

SheetFileKind sheet_file_kind(ByteView bytes);

/// Why an OLE2 container (.xls, encrypted .xlsx, .doc) is not read.
Text ole2_refusal(ByteView bytes);

/// A web page or an XML-2003 workbook under a spreadsheet's name. Takes the decoded text.
bool is_markup(std::string_view text);

} // namespace bb
