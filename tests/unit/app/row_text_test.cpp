// The text of many rows: found as it stands, and not moved about while it grows as expected.
#include "app/row_text.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace bb;

namespace {

void add_rows(RowText& text, Row first, Row count) {
    for (Row row = first; row < first + count; ++row) {
        text.begin_row(row);
        text.add("hafenlicht " + std::to_string(1'000'000 + row));
        text.end_row();
    }
}

} // namespace

TEST_CASE("text that was expected finds its place kept, and is found") {
    RowText text;
    add_rows(text, 0, 100);
    text.expect(5000);
    const char* const place = text.text_of(0).data();
    add_rows(text, 100, 5000);
    CHECK(text.text_of(0).data() == place);
    std::vector<std::uint8_t> hits(5100, 0);
    text.find("1004321", hits);
    CHECK(std::ranges::count(hits, 1) == 1);
    CHECK(hits[4321] == 1);
}

TEST_CASE("rows may come that nobody expected, and expecting none changes nothing") {
    RowText text;
    text.expect(1000);
    add_rows(text, 0, 10);
    text.expect(0);
    add_rows(text, 10, 300);
    std::vector<std::uint8_t> hits(310, 0);
    text.find("hafenlicht", hits);
    CHECK(std::ranges::count(hits, 1) == 310);
}
