#include "documents_io/rehearsal.h"

#include "documents_io/xlsx_tables.h"

#include <array>
#include <string>

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

} // namespace

bool rehearse_reading(const TextDecoding& decode) {
    const Result<Bytes>& workbook = made_workbook();
    if (!workbook) return false;
    const auto go_on = [](double) { return true; };
    const Result<SheetFile> read = read_sheet_file(*workbook, {}, 0, decode, go_on);
    return read && read->table.row_count() == rows && read->table.column_count() == columns;
}

} // namespace bb
