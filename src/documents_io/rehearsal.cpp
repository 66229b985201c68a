#include "documents_io/rehearsal.h"

#include "documents_io/xlsx_tables.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace bb {
namespace {

constexpr std::size_t rows = 300;
constexpr std::size_t columns = 24;

/// Texts that come once and often, numbers and dates, as a list of customers has them.
Table made_list() {
    Table list;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string number = std::to_string(row);
        for (std::size_t column = 0; column < columns; ++column) {
            switch (column % 4) {
            case 0:
                list.add_cell(CellKind::text, "Musterhandel " + number + " & Söhne, 商贸有限公司");
                break;
            case 1: list.add_cell(CellKind::number, number + ".25"); break;
            case 2: list.add_cell(CellKind::text, "Deutschland"); break;
            default: list.add_cell(CellKind::date, "2026-11-21"); break;
            }
        }
        list.end_row();
    }
    return list;
}

const Result<Bytes>& made_workbook() {
    static const Result<Bytes> workbook = [] {
        const std::array<NamedTable, 1> tables = {NamedTable{"A", made_list()}};
        return write_tables(tables);
    }();
    return workbook;
}

/// The same list as text with commas, several times: text is read so quickly that once is too little.
constexpr std::size_t repeats = 8;

void append_row(std::string& text, const Table& list, std::size_t row) {
    for (std::size_t column = 0; column < columns; ++column) {
        const std::string_view cell = list.cell(row, column).text;
        const std::string_view quote = cell.find(',') == cell.npos ? "" : "\"";
        text.append(quote).append(cell).append(quote) += column + 1 < columns ? ',' : '\n';
    }
}

const std::string& made_text() {
    static const std::string text = [] {
        const Table list = made_list();
        std::string once;
        for (std::size_t row = 0; row < rows; ++row) append_row(once, list, row);
        std::string all;
        for (std::size_t n = 0; n < repeats; ++n) all += once;
        return all;
    }();
    return text;
}

bool is_read(Bytes file, std::size_t rows_of_it, const TextDecoding& decode) {
    const auto go_on = [](double) { return true; };
    const Result<SheetFile> read = read_sheet_file(std::move(file), {}, 0, decode, go_on);
    return read && read->table.row_count() == rows_of_it && read->table.column_count() == columns;
}

} // namespace

bool rehearse_reading(const TextDecoding& decode) {
    const Result<Bytes>& workbook = made_workbook();
    return workbook && is_read(*workbook, rows, decode) &&
           is_read({made_text().begin(), made_text().end()}, rows * repeats, decode);
}

} // namespace bb
