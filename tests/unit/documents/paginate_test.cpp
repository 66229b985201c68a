#include "documents/sheet_model.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

/// Rows of 100 points on pages that hold 700.
SheetModel sheet_of(std::size_t rows) {
    SheetModel sheet;
    sheet.page_height = 700 + 2 * sheet.margin;
    sheet.column_widths = {100};
    sheet.rows.assign(rows, SheetRow{100, false});
    return sheet;
}

} // namespace

TEST_CASE("an empty sheet is one empty page") {
    const auto pages = paginate(sheet_of(0));
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].first == pages[0].last);
}

TEST_CASE("every row is on exactly one page") {
    const auto pages = paginate(sheet_of(15));
    REQUIRE(pages.size() == 3);
    CHECK(pages[0].last == 7);
    CHECK(pages[1].first == 7);
    CHECK(pages[2].last == 15);
}

TEST_CASE("later pages of the table begin with its header, pages after the table do not") {
    SheetModel sheet = sheet_of(20);
    sheet.header_first = 1;
    sheet.header_last = 2;
    sheet.header_until = 13;
    const auto pages = paginate(sheet);
    REQUIRE(pages.size() == 3);
    CHECK_FALSE(pages[0].header);
    CHECK(pages[1].header);
    CHECK(pages[1].last == 13); // six rows under the header
    CHECK_FALSE(pages[2].header);
}

TEST_CASE("rows that belong together move to the next page together") {
    SheetModel sheet = sheet_of(9);
    sheet.rows[5].keep_with_next = sheet.rows[6].keep_with_next = true;
    const auto pages = paginate(sheet);
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].last == 5);
}

TEST_CASE("a cell over several rows is never cut") {
    SheetModel sheet = sheet_of(9);
    SheetCell cell;
    cell.row = 5;
    cell.rows = 3;
    sheet.cells.push_back(cell);
    CHECK(paginate(sheet)[0].last == 5);
}

TEST_CASE("rows kept together without end still fill pages") {
    SheetModel sheet = sheet_of(30);
    for (SheetRow& row : sheet.rows) row.keep_with_next = true;
    const auto pages = paginate(sheet);
    CHECK(pages.front().last == 7);
    CHECK(pages.back().last == 30);
}

TEST_CASE("a row higher than a page has a page of its own") {
    SheetModel sheet = sheet_of(3);
    sheet.rows[1].height = 5000;
    const auto pages = paginate(sheet);
    REQUIRE(pages.size() == 3);
    CHECK(pages[1].first == 1);
    CHECK(pages[1].last == 2);
}

TEST_CASE("a sheet wider than the page is shown smaller and holds more rows a page") {
    SheetModel sheet = sheet_of(20);
    sheet.column_widths = {2 * (sheet.page_width - 2 * sheet.margin)};
    CHECK(sheet_scale(sheet) == doctest::Approx(0.5f));
    CHECK(paginate(sheet)[0].last == 14);
}
