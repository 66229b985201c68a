// Workbooks: the bytes as an archive, and as parts of a sound archive, which checksums would hide.
// A part is u8 which, u16 how long, content.
#include "documents_io/read_limits.h"
#include "fuzz/fuzzing.h"
#include "unit/documents_io/read_support.h"

#include <algorithm>

using namespace bb;
using fuzzing::demand;

namespace {

void look_at_all(std::string_view bytes) {
    const Result<SheetFile> file = test::read(bytes);
    if (!file) return demand(file.error().text < Text::count_, "a refusal has its words");
    const Table& table = file->table;
    demand(table.row_count() <= read_limits::rows, "no more rows than the limit");
    demand(table.column_count() <= read_limits::columns, "no more columns than the limit");
    const Result<Table> copy = Table::unpacked(table.packed());
    demand(copy.ok() && copy->packed() == table.packed(), "a table crosses to the page");
}

test::Parts parts_in(ByteView input) {
    test::Parts parts = test::parts_of({"<row><c t=\"s\"><v>0</v></c></row>", "<si><t>a</t></si>",
                                        "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", "", ""});
    ByteReader in(input);
    while (in.ok() && in.left() > 3) {
        const std::size_t which = in.u8() % parts.size();
        const std::size_t length = in.u16();
        parts[which].second = as_text(in.raw(std::min(length, in.left())));
    }
    return parts;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    look_at_all(as_text(input));
    look_at_all(test::zip_of(parts_in(input), test::Packing::stored));
    return 0;
}
