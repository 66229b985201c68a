#include "documents/quote_sheet.h"
#include "documents_io/sheet_reader.h"
#include "documents_io/xlsx_book.h"
#include "documents_io/xlsx_tables.h"
#include "documents_io/xlsx_writer.h"
#include "documents_io/zip_reader.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

SheetModel small_sheet() {
    SheetModel sheet;
    sheet.title = "Quotation: Q1/2026";
    sheet.author = "Seller";
    sheet.created = *Date::parse("2026-11-21");
    sheet.column_widths = {100, 60, 80};
    sheet.rows = {{20, false}, {20, false}, {20, false}};
    sheet.styles = {CellStyle{}};
    return sheet;
}

SheetCell& add(SheetModel& sheet, std::uint16_t row, std::uint16_t column, SheetCellKind kind) {
    SheetCell cell;
    cell.row = row;
    cell.column = column;
    cell.kind = kind;
    sheet.cells.push_back(cell);
    return sheet.cells.back();
}

void add_text(SheetModel& sheet, std::uint16_t row, std::uint16_t column, std::string text) {
    add(sheet, row, column, SheetCellKind::text).text = std::move(text);
}

Bytes written(const SheetModel& sheet) {
    Result<Bytes> bytes = write_xlsx(std::span(&sheet, 1));
    REQUIRE(bytes.ok());
    return std::move(*bytes);
}

SheetFile read_back(Bytes bytes) {
    const auto no_decoding = [](ByteView, std::string_view) { return std::nullopt; };
    Result<SheetFile> file =
        read_sheet_file(std::move(bytes), "x.xlsx", -1, no_decoding, [](double) { return true; });
    REQUIRE(file.ok());
    return std::move(*file);
}

} // namespace

TEST_CASE("cells keep their types and a formula carries its result") {
    SheetModel sheet = small_sheet();
    add_text(sheet, 0, 0, "00123");
    add(sheet, 0, 1, SheetCellKind::number).number = *Decimal::parse("7.66");
    SheetCell& formula = add(sheet, 0, 2, SheetCellKind::formula);
    formula.formula = "ROUND(B1*3,2)";
    formula.number = *Decimal::parse("22.98");
    const SheetFile file = read_back(written(sheet));
    CHECK(file.table.cell(0, 0).kind == CellKind::text);
    CHECK(file.table.cell(0, 0).text == "00123");
    CHECK(file.table.cell(0, 1).kind == CellKind::number);
    CHECK(file.table.cell(0, 1).text == "7.66");
    CHECK(file.table.cell(0, 2).text == "22.98");
}

TEST_CASE("text that looks like a formula is written as text") {
    SheetModel sheet = small_sheet();
    add_text(sheet, 0, 0, "=1+1");
    add_text(sheet, 1, 0, "@SUM(1,1)");
    add_text(sheet, 2, 0, "＝1＋1");
    const SheetFile file = read_back(written(sheet));
    for (std::size_t row = 0; row < 3; ++row) {
        CHECK(file.table.cell(row, 0).kind == CellKind::text);
        CHECK(file.table.cell(row, 0).text == sheet.cells[row].text);
    }
}

TEST_CASE("the same sheet gives the same bytes") {
    SheetModel sheet = small_sheet();
    add_text(sheet, 0, 0, "报价单");
    CHECK(written(sheet) == written(sheet));
}

TEST_CASE("a file that is no picture leaves its place blank") {
    SheetModel sheet = small_sheet();
    sheet.pictures = {{"broken", Bytes{1, 2, 3, 4, 5}, 10, 10}};
    add(sheet, 0, 0, SheetCellKind::picture).text = "broken";
    add_text(sheet, 1, 0, "below");
    CHECK(read_back(written(sheet)).table.cell(1, 0).text == "below");
}

TEST_CASE("sheets with the same title get tabs of their own") {
    const SheetModel sheets[] = {small_sheet(), small_sheet(), small_sheet()};
    SheetModel filled[] = {sheets[0], sheets[1], sheets[2]};
    for (SheetModel& sheet : filled) add_text(sheet, 0, 0, "x");
    const Result<Bytes> bytes = write_xlsx(filled);
    REQUIRE(bytes.ok());
    const SheetFile file = read_back(*bytes);
    REQUIRE(file.sheet_names.size() == 3);
    CHECK(file.sheet_names[0] == "Quotation- Q1-2026");
    CHECK(file.sheet_names[1] == "Quotation- Q1-2026 2");
    CHECK(file.sheet_names[2] == "Quotation- Q1-2026 3");
}

TEST_CASE("a tab's name is what spreadsheets accept") {
    CHECK(sheet_tab_name("a[b]c:d*e?f/g\\h") == "a-b-c-d-e-f-g-h");
    CHECK(sheet_tab_name("'quoted'") == "quoted");
    CHECK(sheet_tab_name("") == "Sheet");
    CHECK(sheet_tab_name("  ") == "Sheet");
    CHECK(sheet_tab_name("History") == "Sheet");
    CHECK(sheet_tab_name(std::string(40, 'x')).size() == 31);
    CHECK(sheet_tab_name("报价单报价单报价单报价单报价单报价单报价单报价单报价单报价单报价单")
              .size() == 93);
}

TEST_CASE("tables are exported with types, and nothing loses a digit") {
    NamedTable table;
    table.name = "Customers";
    for (const char* header : {"Name", "Quantity", "Phone", "Date", "Long"})
        table.table.add_cell(CellKind::text, header);
    table.table.end_row();
    table.table.add_cell(CellKind::text, "=cmd|' /C calc'!A0");
    table.table.add_cell(CellKind::number, "12.50");
    table.table.add_cell(CellKind::text, "013800138000");
    table.table.add_cell(CellKind::date, "2026-11-21");
    table.table.add_cell(CellKind::number, "1234567890123456789");
    table.table.end_row();
    const Result<Bytes> bytes = write_tables(std::span(&table, 1));
    REQUIRE(bytes.ok());
    const SheetFile file = read_back(*bytes);
    CHECK(file.sheet_name == "Customers");
    CHECK(file.table.cell(1, 0).text == "=cmd|' /C calc'!A0");
    CHECK(file.table.cell(1, 1).kind == CellKind::number);
    CHECK(file.table.cell(1, 1).text == "12.5");
    CHECK(file.table.cell(1, 2).text == "013800138000");
    CHECK(file.table.cell(1, 3).kind == CellKind::date);
    CHECK(file.table.cell(1, 3).text == "2026-11-21");
    CHECK(file.table.cell(1, 4).kind == CellKind::text);
    CHECK(file.table.cell(1, 4).text == "1234567890123456789");
}

TEST_CASE("a text too long for a cell is cut with a mark, and the export goes on") {
    NamedTable table;
    table.name = "Notes";
    table.table.add_cell(CellKind::text, std::string(40000, 'n'));
    table.table.end_row();
    const Result<Bytes> bytes = write_tables(std::span(&table, 1));
    REQUIRE(bytes.ok());
    CHECK(read_back(*bytes).table.cell(0, 0).text.ends_with("…"));
}
