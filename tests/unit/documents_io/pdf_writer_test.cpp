#include "documents_io/pdf_writer.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

FontFiles fonts() {
    const std::string folder = BUYERBOOK_FONT_DIR;
    return {{folder + "/sc-regular.otf"},
            {folder + "/sc-bold.otf"},
            {folder + "/latin-regular.ttf"},
            {folder + "/latin-bold.ttf"}};
}

SheetModel sheet_with(std::string text) {
    SheetModel sheet;
    sheet.title = "报价单 Q1";
    sheet.author = "Seller";
    sheet.created = *Date::parse("2026-11-21");
    sheet.column_widths = {300, 200};
    sheet.rows = {{30, false}, {60, false}};
    sheet.styles = {CellStyle{}};
    SheetCell cell;
    cell.text = std::move(text);
    sheet.cells = {cell};
    sheet.footer = "{page} / {pages}";
    return sheet;
}

} // namespace

TEST_CASE("a sheet becomes a PDF of one page with both fonts") {
    const Result<PdfFile> pdf = write_pdf(sheet_with("Quotation 报价单"), fonts());
    REQUIRE(pdf.ok());
    const std::string_view text = as_text(pdf->bytes);
    CHECK(text.starts_with("%PDF-1.4"));
    CHECK(text.find("NotoSansCJK") != text.npos);
    CHECK(text.find("NotoSans-Regular") != text.npos);
    CHECK(text.find("Bold") == text.npos); // only what is used goes in
    CHECK(pdf->missing.empty());
    CHECK(pdf->bytes.size() < 60'000);
}

TEST_CASE("the same sheet gives the same PDF") {
    const SheetModel sheet = sheet_with("Quotation 报价单");
    CHECK(write_pdf(sheet, fonts())->bytes == write_pdf(sheet, fonts())->bytes);
}

TEST_CASE("letters of many alphabets are in one font or the other") {
    const Result<PdfFile> pdf = write_pdf(sheet_with("Łódź Đà Nẵng Αθήνα Москва Şişli 東京 “样” "
                                                     "100 ₽ ₹ € ① ± 30 ℃"),
                                          fonts());
    REQUIRE(pdf.ok());
    CHECK(pdf->missing == "");
}

TEST_CASE("rare names and Korean want the font of rare characters") {
    const SheetModel sheet = sheet_with("朱镕 李堃 㛃 䶮 서울 조명");
    CHECK(write_pdf(sheet, fonts())->missing == "镕堃㛃䶮서울조명");
    FontFiles files = fonts();
    files.rare = {std::string(BUYERBOOK_FONT_DIR) + "/sc-rare.otf"};
    const Result<PdfFile> pdf = write_pdf(sheet, files);
    REQUIRE(pdf.ok());
    CHECK(pdf->missing == "");
    CHECK(pdf->bytes.size() < 60'000);
}

TEST_CASE("characters that no font has are named, each once") {
    const Result<PdfFile> pdf = write_pdf(sheet_with("กรุง ก สวัสดี"), fonts());
    REQUIRE(pdf.ok());
    CHECK(pdf->missing.starts_with("ก"));
    CHECK(pdf->missing.find("ก", 3) == std::string::npos);
}

TEST_CASE("many rows fill many pages") {
    SheetModel sheet = sheet_with("first");
    sheet.rows.assign(100, SheetRow{30, false});
    const Result<PdfFile> pdf = write_pdf(sheet, fonts());
    REQUIRE(pdf.ok());
    CHECK(as_text(pdf->bytes).find("/Count 4") != std::string_view::npos);
}

TEST_CASE("without its fonts the PDF is refused with one sentence") {
    FontFiles files = fonts();
    files.latin_bold.path = "/nowhere.ttf";
    const Result<PdfFile> pdf = write_pdf(sheet_with("text"), files);
    REQUIRE_FALSE(pdf.ok());
    CHECK(pdf.error().text == Text::write_pdf_fonts);
}

TEST_CASE("a picture that cannot be read leaves its place blank") {
    SheetModel sheet = sheet_with("text");
    sheet.pictures = {{"cut", Bytes{0xFF, 0xD8, 0xFF, 0xE0, 0, 16}, 10, 10},
                      {"png", Bytes{0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}, 10, 10},
                      {"other", Bytes{1, 2, 3}, 10, 10}};
    for (std::uint16_t i = 0; i < 3; ++i) {
        SheetCell cell;
        cell.row = 1;
        cell.kind = SheetCellKind::picture;
        cell.text = sheet.pictures[i].name;
        sheet.cells.push_back(cell);
    }
    CHECK(write_pdf(sheet, fonts()).ok());
}

TEST_CASE("an empty sheet is an empty page") { CHECK(write_pdf(SheetModel{}, fonts()).ok()); }
