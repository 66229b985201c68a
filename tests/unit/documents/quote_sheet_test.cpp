#include "documents/quote_sheet.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace bb;

namespace {

Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

QuotedLine plain_line() {
    QuotedLine line;
    line.name_en = "Panel light";
    line.name_zh = "面板灯";
    line.unit = "pcs";
    line.quantity = Decimal(2000);
    line.price = decimal("7.66");
    return line;
}

QuoteDocument plain_quote() {
    QuoteDocument quote;
    quote.number = "Q1";
    quote.draft = false;
    quote.date = *Date::parse("2026-11-21");
    quote.seller.name = "Seller Ltd.";
    quote.seller.address = "1 Road";
    quote.seller.fax = "+86 1";
    quote.buyer.name = "Buyer S.A.";
    quote.currency = "USD";
    quote.incoterm = "FOB";
    quote.place = "Ningbo";
    quote.lines = {plain_line()};
    return quote;
}

SheetPicture no_picture(std::string_view) { return {}; }
SheetPicture some_picture(std::string_view name) {
    return {std::string(name), Bytes{0xFF, 0xD8, 0xFF, 0xE0}, 10, 10};
}

SheetModel sheet_of(const QuoteDocument& quote) { return quote_sheet(quote, no_picture); }

bool shows(const SheetModel& sheet, std::string_view text) {
    return std::any_of(sheet.cells.begin(), sheet.cells.end(), [&](const SheetCell& cell) {
        return cell.text.find(text) != std::string::npos;
    });
}

std::vector<SheetCell> formulas(const SheetModel& sheet) {
    std::vector<SheetCell> found;
    std::copy_if(sheet.cells.begin(), sheet.cells.end(), std::back_inserter(found),
                 [](const SheetCell& cell) { return cell.kind == SheetCellKind::formula; });
    return found;
}

bool overlap(const SheetCell& a, const SheetCell& b) {
    return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns &&
           b.column < a.column + a.columns;
}

/// What a spreadsheet would otherwise refuse or show wrongly.
void check_grid(const SheetModel& sheet) {
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        const SheetCell& cell = sheet.cells[i];
        CHECK(cell.column + cell.columns <= static_cast<int>(sheet.column_widths.size()));
        CHECK(cell.row + cell.rows <= static_cast<int>(sheet.rows.size()));
        for (std::size_t k = i + 1; k < sheet.cells.size(); ++k)
            CHECK_FALSE(overlap(cell, sheet.cells[k]));
    }
    for (const SheetRow& row : sheet.rows) CHECK(row.height <= 409);
    CHECK(std::is_sorted(sheet.cells.begin(), sheet.cells.end(),
                         [](const SheetCell& a, const SheetCell& b) { return a.row < b.row; }));
}

} // namespace

TEST_CASE("amounts are formulas with the result at hand") {
    QuoteDocument quote = plain_quote();
    quote.lines.push_back(plain_line());
    quote.lines[1].price = decimal("1.005");
    quote.lines[1].quantity = Decimal(3);
    quote.discount = decimal("20");
    const SheetModel sheet = sheet_of(quote);
    const auto found = formulas(sheet);
    REQUIRE(found.size() == 4); // two lines, subtotal, total
    CHECK(found[0].formula.starts_with("ROUND("));
    CHECK(found[0].number == decimal("15320"));
    CHECK(found[1].number == decimal("3.02"));
    CHECK(found[2].formula.starts_with("SUM("));
    CHECK(found[2].number == decimal("15323.02"));
    CHECK(found[3].number == decimal("15303.02"));
    check_grid(sheet);
}

TEST_CASE("the letterhead carries address and fax, the price term its place and edition") {
    const SheetModel sheet = sheet_of(plain_quote());
    CHECK(shows(sheet, "1 Road"));
    CHECK(shows(sheet, "Fax +86 1"));
    CHECK(shows(sheet, "FOB Ningbo, Incoterms® 2020"));
    CHECK(shows(sheet, "FOB Ningbo USD"));
    CHECK(shows(sheet, "SAY US DOLLARS"));
}

TEST_CASE("a column that no line fills is left out") {
    const std::size_t plain = sheet_of(plain_quote()).column_widths.size();
    QuoteDocument quote = plain_quote();
    quote.lines[0].moq = Decimal(100);
    CHECK(sheet_of(quote).column_widths.size() == plain + 1);
    CHECK(shows(sheet_of(quote), "MOQ"));
    CHECK_FALSE(shows(sheet_of(plain_quote()), "MOQ"));
    CHECK_FALSE(shows(sheet_of(plain_quote()), "Picture"));
}

TEST_CASE("a picture is kept once however often it is shown, and blank where it is gone") {
    QuoteDocument quote = plain_quote();
    quote.lines.push_back(plain_line());
    quote.lines[0].picture = quote.lines[1].picture = "same";
    CHECK(quote_sheet(quote, some_picture).pictures.size() == 1);
    const SheetModel without = sheet_of(quote);
    CHECK(without.pictures.empty());
    CHECK(std::none_of(without.cells.begin(), without.cells.end(),
                       [](const SheetCell& cell) { return cell.kind == SheetCellKind::picture; }));
}

TEST_CASE("the sheet speaks the document's language") {
    QuoteDocument quote = plain_quote();
    quote.language = DocumentLanguage::chinese;
    CHECK(shows(sheet_of(quote), "报价单"));
    CHECK(shows(sheet_of(quote), "面板灯"));
    CHECK_FALSE(shows(sheet_of(quote), "QUOTATION"));
    CHECK_FALSE(shows(sheet_of(quote), "Panel light"));
    quote.language = DocumentLanguage::both;
    CHECK(shows(sheet_of(quote), "报价单 QUOTATION"));
    CHECK(shows(sheet_of(quote), "面板灯 Panel light"));
}

TEST_CASE("a draft says so on the sheet and on every page") {
    QuoteDocument quote = plain_quote();
    CHECK(sheet_of(quote).watermark.empty());
    quote.draft = true;
    CHECK(sheet_of(quote).watermark == "DRAFT");
    CHECK(shows(sheet_of(quote), "DRAFT"));
    quote.language = DocumentLanguage::both;
    CHECK(sheet_of(quote).watermark == "DRAFT 草稿");
}

TEST_CASE("the shown price has all digits of the price that is used") {
    QuoteDocument quote = plain_quote();
    quote.lines[0].price = decimal("2.7755");
    const SheetModel sheet = sheet_of(quote);
    const auto price = std::find_if(sheet.cells.begin(), sheet.cells.end(), [](const SheetCell& c) {
        return c.kind == SheetCellKind::number && c.number == Decimal::parse("2.7755").value();
    });
    REQUIRE(price != sheet.cells.end());
    CHECK(shown_number(price->number, sheet.styles[price->style]) == "2.7755");
}

TEST_CASE("whole cartons are counted, and a sum over some lines only is not shown") {
    QuoteDocument quote = plain_quote();
    quote.lines[0].carton = {Decimal(300),  decimal("60"),   decimal("40"),
                             decimal("30"), decimal("12.5"), decimal("13")};
    SheetModel sheet = sheet_of(quote);
    const auto found = formulas(sheet);
    const auto cartons = std::find_if(found.begin(), found.end(), [](const SheetCell& cell) {
        return cell.formula.starts_with("ROUNDUP(");
    });
    REQUIRE(cartons != found.end());
    CHECK(cartons->number == Decimal(7));
    check_grid(sheet);
    quote.lines.push_back(plain_line());
    quote.lines.push_back(quote.lines[0]);
    sheet = sheet_of(quote);
    CHECK(std::none_of(sheet.cells.begin(), sheet.cells.end(),
                       [](const SheetCell& cell) { return cell.number == Decimal(14); }));
}

TEST_CASE("long text goes on in further rows, none higher than a spreadsheet allows") {
    QuoteDocument quote = plain_quote();
    quote.lines[0].description.assign(20000, '#');
    quote.remarks = std::string(5000, 'x') + "\nend of remarks";
    quote.seller.name.assign(300, 'S');
    const SheetModel sheet = sheet_of(quote);
    check_grid(sheet);
    CHECK(shows(sheet, "end of remarks"));
    std::size_t letters = 0;
    for (const SheetCell& cell : sheet.cells)
        letters += static_cast<std::size_t>(std::count(cell.text.begin(), cell.text.end(), '#'));
    CHECK(letters == 20000);
}

TEST_CASE("every combination of columns gives a sound grid") {
    for (int bits = 0; bits < 64; ++bits) {
        QuoteDocument quote = plain_quote();
        for (int i = 0; i < 3; ++i) {
            QuotedLine line = plain_line();
            if (bits & 1) line.picture = "picture";
            if (bits & 2) line.model = "MODEL-" + std::to_string(i);
            if (bits & 4) line.hs_code = "9405.11.00";
            if (bits & 8) line.moq = Decimal(1000);
            if (bits & 16) line.carton.pieces = Decimal(12);
            if (bits & 16) line.carton.gross = decimal("10.25");
            if (bits & 32) line.quantity = decimal("123456789.5");
            quote.lines.push_back(line);
        }
        if (bits & 32) quote.language = DocumentLanguage::both;
        quote.draft = bits & 1;
        check_grid(quote_sheet(quote, some_picture));
    }
}

TEST_CASE("a quote with nothing in it still makes a sheet") {
    const SheetModel sheet = quote_sheet(QuoteDocument{}, nullptr);
    check_grid(sheet);
    CHECK(formulas(sheet).empty());
}

TEST_CASE("what is not for the buyer never reaches the sheet") {
    QuoteDocument quote = plain_quote();
    quote.customer_code = "C0412-secret";
    CHECK_FALSE(shows(sheet_of(quote), "C0412-secret"));
    CHECK(sheet_of(quote).author == "Seller Ltd.");
}
