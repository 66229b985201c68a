#include "read_support.h"

#include <doctest/doctest.h>

using namespace bb;
using namespace bb::test;

namespace {

/// The sheet that tests/fixtures/make.py fills, as every program should have saved it.
void check_customers(const SheetFile& file, bool has_results) {
    CHECK(file.sheet_name == "客户");
    CHECK(file.sheet_names == std::vector<std::string>{"客户", "第二张"});
    CHECK(file.encoding.empty());
    CHECK(file.table.row_count() == 7);
    CHECK(file.table.column_count() == 10);
    CHECK(text_at(file, 0, 9) == "编码");
    CHECK(text_at(file, 1, 1) == "0049401234567");
    CHECK(kind_at(file, 1, 1) == CellKind::text);
    CHECK(text_at(file, 1, 2) == "13800138000");
    CHECK(kind_at(file, 1, 2) == CellKind::number);
    CHECK(text_at(file, 1, 3) == "1998-02-28");
    CHECK(kind_at(file, 1, 3) == CellKind::date);
    CHECK(text_at(file, 1, 4) == "2026-11-21T14:02:03.000Z");
    CHECK(text_at(file, 1, 5) == "0.1");
    CHECK(text_at(file, 1, 6) == "TRUE");
    CHECK(kind_at(file, 1, 6) == CellKind::boolean);
    CHECK(text_at(file, 1, 7) == (has_results ? "0.125" : ""));
    CHECK(text_at(file, 1, 8) == "09:30:00");
    CHECK(text_at(file, 1, 9) == "00042");
    CHECK(kind_at(file, 1, 9) == CellKind::text);
    CHECK(text_at(file, 2, 3) == "2026-11-21");
    CHECK(text_at(file, 2, 4) == "2026-11-21");
    CHECK(text_at(file, 2, 5) == "1234.5678");
    CHECK(text_at(file, 2, 7) == (has_results ? "深圳灯具!" : ""));
    CHECK(kind_at(file, 3, 0) == CellKind::empty);
    CHECK(text_at(file, 4, 2) == "隔一行");
    CHECK(text_at(file, 6, 0) == "合并");
    CHECK(kind_at(file, 6, 1) == CellKind::empty);
}

bool holds_note(const SheetFile& file, const Error& note) {
    for (const Error& have : file.notes) {
        if (have == note) return true;
    }
    return false;
}

} // namespace

TEST_CASE("a workbook of openpyxl is read with its types") {
    Result<SheetFile> file = read(fixture("openpyxl.xlsx"));
    REQUIRE(file);
    check_customers(*file, false);
    CHECK(holds_note(*file, {Text::read_note_no_result, {"2", "H2"}}));
    CHECK(holds_note(*file, {Text::read_note_hidden_sheets, {"1"}}));
}

TEST_CASE("a workbook of LibreOffice is read with its types and results") {
    Result<SheetFile> file = read(fixture("libreoffice.xlsx"));
    REQUIRE(file);
    check_customers(*file, true);
}

TEST_CASE("the 1904 epoch gives the same days") {
    Result<SheetFile> file = read(fixture("openpyxl_1904.xlsx"));
    REQUIRE(file);
    check_customers(*file, false);
}

TEST_CASE("another sheet can be chosen, hidden ones not") {
    Result<SheetFile> second = read(fixture("openpyxl.xlsx"), 1);
    REQUIRE(second);
    CHECK(second->sheet_name == "第二张");
    CHECK(text_at(*second, 0, 0) == "second");
    Result<SheetFile> third = read(fixture("openpyxl.xlsx"), 2);
    REQUIRE_FALSE(third);
    CHECK(third.error().text == Text::read_no_such_sheet);
}

TEST_CASE("an empty first sheet is passed over unless it is chosen") {
    Result<SheetFile> file = read(fixture("first_sheet_empty.xlsx"));
    REQUIRE(file);
    CHECK(file->sheet_name == "Data");
    CHECK(text_at(*file, 0, 2) == "phone");
    Result<SheetFile> first = read(fixture("first_sheet_empty.xlsx"), 0);
    REQUIRE(first);
    CHECK(first->table.row_count() == 0);
}

TEST_CASE("rich text is joined and phonetic guides are left out") {
    std::string strings = "<si><r><t>Hanseatic </t></r><r><rPr><b/></rPr><t>Tools</t></r></si>"
                          "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>"
                          "<phoneticPr fontId=\"1\"/></si><si/>";
    Result<SheetFile> file = read_rows("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                                       "<c t=\"s\"><v>2</v></c></row>",
                                       strings);
    REQUIRE(file);
    CHECK(text_at(*file, 0, 0) == "Hanseatic Tools");
    CHECK(text_at(*file, 0, 1) == "東京");
    CHECK(file->table.column_count() == 2);
}

TEST_CASE("inline strings, formula texts, errors and escapes are read") {
    Result<SheetFile> file = read_rows(
        "<row><c t=\"inlineStr\"><is><r><t>in</t></r><r><t xml:space=\"preserve\"> line</t></r>"
        "<rPh><t>no</t></rPh></is></c>"
        "<c t=\"str\"><f>A1</f><v>a &amp; &#134071;</v></c><c t=\"e\"><v>#N/A</v></c>"
        "<c t=\"inlineStr\"><is><t>a_x000D_\nb_x005F_x000D_ _xZZZZ_ _x0000_</t></is></c>"
        "<c t=\"d\"><v>2026-11-21T00:00:00</v></c><c t=\"b\"><v>0</v></c></row>");
    REQUIRE(file);
    CHECK(text_at(*file, 0, 0) == "in line");
    CHECK(text_at(*file, 0, 1) == "a & 𠮷");
    CHECK(kind_at(*file, 0, 2) == CellKind::error);
    CHECK(text_at(*file, 0, 3) == "a\r\nb_x000D_ _xZZZZ_ ");
    CHECK(text_at(*file, 0, 4) == "2026-11-21");
    CHECK(text_at(*file, 0, 5) == "FALSE");
}

TEST_CASE("long numbers and phones keep every digit") {
    Result<SheetFile> file =
        read_rows("<row><c><v>1.38001380001E+11</v></c><c><v>6222021234567890123</v></c>"
                  "<c><v>4.2000000000000002</v></c><c t=\"s\"><v>0</v></c></row>",
                  "<si><t>+86 00138</t></si>");
    REQUIRE(file);
    CHECK(text_at(*file, 0, 0) == "138001380001");
    CHECK(text_at(*file, 0, 1) == "6222021234567890123");
    CHECK(text_at(*file, 0, 2) == "4.2");
    CHECK(text_at(*file, 0, 3) == "+86 00138");
}

TEST_CASE("cells and rows without addresses follow each other, gaps stay empty") {
    Result<SheetFile> file =
        read_rows("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row>"
                  "<row r=\"4\"><c r=\"B4\"><v>4</v></c></row><row><c><v>5</v></c></row>"
                  "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>");
    REQUIRE(file);
    CHECK(file->table.row_count() == 5);
    CHECK(file->table.column_count() == 5);
    CHECK(text_at(*file, 0, 3) == "2");
    CHECK(text_at(*file, 0, 4) == "3");
    CHECK(text_at(*file, 3, 1) == "4");
    CHECK(text_at(*file, 4, 0) == "5");
}

TEST_CASE("a wrong dimension and unknown elements change nothing") {
    Parts parts = parts_of({"<row r=\"1\"><c r=\"A1\"><v>1</v><extLst><ext><v/></ext></extLst></c>"
                            "</row><row r=\"9\"><c r=\"C9\"><v>2</v></c></row>",
                            "", "", "", ""});
    std::string& sheet = parts.back().second;
    sheet.insert(sheet.find("<sheetData>"),
                 "<dimension ref=\"A1:A1\"/><cols><col min=\"1\"/></cols>");
    Result<SheetFile> file = read(zip_of(parts));
    REQUIRE(file);
    CHECK(file->table.row_count() == 9);
    CHECK(text_at(*file, 8, 2) == "2");
}

TEST_CASE("prefixed elements are the same elements") {
    BookText book;
    book.prefix = "x:";
    book.rows = "<x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>name</x:t></x:is></x:c>"
                "</x:row>";
    Result<SheetFile> file = read(xlsx_of(book));
    REQUIRE(file);
    CHECK(text_at(*file, 0, 0) == "name");
}

TEST_CASE("dates are found by built-in and own formats, and by those alone") {
    std::string formats =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"0.00\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
        "<xf numFmtId=\"165\"/><xf numFmtId=\"31\"/><xf numFmtId=\"58\"/><xf numFmtId=\"22\"/>"
        "<xf numFmtId=\"46\"/></cellXfs><dxfs><dxf><numFmt numFmtId=\"165\" "
        "formatCode=\"d\"/></dxf>"
        "</dxfs>";
    std::string row = "<row>";
    for (int style = 0; style < 8; ++style) {
        row += "<c s=\"" + std::to_string(style) + "\"><v>46347.5</v></c>";
    }
    Result<SheetFile> file = read_rows(row + "<c s=\"99\"><v>1</v></c></row>", "", formats);
    REQUIRE(file);
    CHECK(text_at(*file, 0, 0) == "46347.5");
    CHECK(text_at(*file, 0, 1) == "2026-11-21");
    CHECK(text_at(*file, 0, 2) == "2026-11-21");
    CHECK(text_at(*file, 0, 3) == "46347.5");
    CHECK(text_at(*file, 0, 4) == "2026-11-21");
    CHECK(text_at(*file, 0, 5) == "2026-11-21");
    CHECK(text_at(*file, 0, 6) == "2026-11-21T12:00:00.000Z");
    CHECK(text_at(*file, 0, 7) == "1112340:00:00");
    CHECK(text_at(*file, 0, 8) == "1");
}

TEST_CASE("archives of all common writers open") {
    BookText book;
    book.rows = "<row><c><v>7</v></c></row>";
    for (Packing packing :
         {Packing::stored, Packing::deflated, Packing::with_descriptor, Packing::zip64}) {
        CAPTURE(static_cast<int>(packing));
        Result<SheetFile> file = read(xlsx_of(book, packing));
        REQUIRE(file);
        CHECK(text_at(*file, 0, 0) == "7");
    }
    Parts other_slashes = parts_of(book);
    for (auto& [name, text] : other_slashes) {
        for (char& c : name) c = c == '/' ? '\\' : c == 'W' ? 'w' : c;
    }
    CHECK(read(zip_of(other_slashes)));
    CHECK(read(xlsx_of(book) + std::string(22, 'c'))); // what follows the end is not looked at
}

TEST_CASE("a book of hidden sheets alone shows them") {
    Parts parts = parts_of({"<row><c><v>7</v></c></row>", "", "", "", ""});
    std::string& book = parts[2].second;
    book.insert(book.find(" sheetId"), " state=\"veryHidden\"");
    Result<SheetFile> file = read(zip_of(parts));
    REQUIRE(file);
    CHECK(file->sheet_names == std::vector<std::string>{"S"});
    CHECK(file->notes.empty());
}
