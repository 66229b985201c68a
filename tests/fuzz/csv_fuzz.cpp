// Text files: whatever comes out of one can be written as CSV and read again.
#include "base/formula_guard.h"
#include "base/utf8.h"
#include "documents_io/csv_reader.h"
#include "documents_io/sheet_reader.h"
#include "fuzz/fuzzing.h"

using namespace bb;
using fuzzing::demand;

namespace {

bool go_on(double) { return true; }

bool has_mark(std::string_view text) { return text.starts_with("\xEF\xBB\xBF"); }

std::string as_csv(const Table& table) {
    std::string out = "sep=,\n";
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        for (std::size_t column = 0; column < table.column_count(); ++column) {
            out += column > 0 ? ",\"" : "\"";
            for (const char c : guarded(table.cell(row, column).text))
                out += c == '"' ? std::string("\"\"") : std::string(1, c);
            out += '"';
        }
        out += '\n';
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const auto file = read_sheet_file({input.begin(), input.end()}, "a.csv", -1, {}, go_on);

    TableFiller filler;
    std::vector<Error> notes;
    if (!read_csv(as_text(input), go_on, filler, notes)) return 0;
    const Table table = filler.take();
    if (file && file->encoding == "UTF-8" && is_utf8(as_text(input)) && !has_mark(as_text(input)))
        demand(file->table.packed() == table.packed(), "text put over the file's is the same");
    if (table.row_count() * table.column_count() > 100'000) return 0; // mostly blanks
    TableFiller again;
    demand(read_csv(as_csv(table), go_on, again, notes).ok(), "what was written is read");
    const Table copy = again.take();
    demand(copy.row_count() == table.row_count(), "with all its rows");
    for (std::size_t row = 0; row < table.row_count(); ++row)
        for (std::size_t column = 0; column < table.column_count(); ++column)
            demand(copy.cell(row, column).text == table.cell(row, column).text,
                   "and the same cells");
    return 0;
}
