#include "documents/sheet_model.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

SheetModel full_sheet() {
    SheetModel sheet;
    sheet.title = "报价单 Q1";
    sheet.column_widths = {20.5f, 100};
    sheet.rows = {{12, true}, {300.25f, false}};
    CellStyle style;
    style.bold = style.wrap = style.lead = style.grouped = true;
    style.align = Align::right;
    style.vertical = Vertical::bottom;
    style.fill = 0x123456;
    style.borders = border_top | border_right;
    style.decimals = 3;
    sheet.styles = {CellStyle{}, style};
    SheetCell text;
    text.columns = 2;
    text.text = "=not a formula";
    SheetCell formula;
    formula.row = 1;
    formula.column = 1;
    formula.kind = SheetCellKind::formula;
    formula.formula = "SUM(A1:A2)";
    formula.number = Decimal::from_units(-1234567890123456789LL, 4);
    formula.style = 1;
    sheet.cells = {text, formula};
    sheet.pictures = {{"name", Bytes{1, 2, 3}, 30, 40}};
    sheet.header_first = 0;
    sheet.header_last = 1;
    sheet.header_until = 2;
    sheet.footer = "{page} / {pages}";
    sheet.watermark = "DRAFT";
    sheet.author = "Seller";
    sheet.created = Date{20000};
    return sheet;
}

} // namespace

TEST_CASE("a sheet comes back from its bytes as it was") {
    const SheetModel sheet = full_sheet();
    const Result<SheetModel> back = unpack_sheet(pack_sheet(sheet));
    REQUIRE(back.ok());
    CHECK(*back == sheet);
}

TEST_CASE("a sheet cut off anywhere is refused") {
    const Bytes bytes = pack_sheet(full_sheet());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(unpack_sheet(ByteView(bytes).first(size)).ok());
}

TEST_CASE("a cell outside the grid or without a style is refused") {
    SheetModel sheet = full_sheet();
    sheet.cells[0].columns = 3;
    CHECK_FALSE(unpack_sheet(pack_sheet(sheet)).ok());
    sheet = full_sheet();
    sheet.cells[1].row = 2;
    CHECK_FALSE(unpack_sheet(pack_sheet(sheet)).ok());
    sheet = full_sheet();
    sheet.cells[1].style = 2;
    CHECK_FALSE(unpack_sheet(pack_sheet(sheet)).ok());
}

TEST_CASE("a number beyond 38 digits is refused, since nothing can be computed with it") {
    const auto readable = [](__int128 units, int scale) {
        SheetModel model = full_sheet();
        model.cells.back().number = Decimal::from_units(units, scale);
        return unpack_sheet(pack_sheet(model)).ok();
    };
    __int128 nines = 0;
    for (int digit = 0; digit < 38; ++digit) nines = nines * 10 + 9;
    CHECK(readable(nines, 0));
    CHECK(readable(-nines, 38));
    CHECK_FALSE(readable(nines + 1, 0));
    CHECK_FALSE(readable(-nines - 1, 2));
    CHECK_FALSE(readable(static_cast<__int128>(static_cast<unsigned __int128>(1) << 127),
                         0)); // has no positive counterpart
    CHECK_FALSE(readable(1, 39));
}

TEST_CASE("numbers are shown with the digits of their style") {
    CellStyle style;
    style.decimals = 2;
    CHECK(shown_number(*Decimal::parse("1234.5"), style) == "1234.50");
    style.grouped = true;
    CHECK(shown_number(*Decimal::parse("1234.5"), style) == "1,234.50");
}
