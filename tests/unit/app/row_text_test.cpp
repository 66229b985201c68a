// The text of many rows: found as it stands, and not moved about while it grows as expected.
#include "app/row_text.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
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
    std::vector<std::uint8_t> hits(5100, 1);
    text.keep("1004321", hits);
    CHECK(std::ranges::count(hits, 1) == 1);
    CHECK(hits[4321] == 1);
}

TEST_CASE("rows may come that nobody expected, and expecting none changes nothing") {
    RowText text;
    text.expect(1000);
    add_rows(text, 0, 10);
    text.expect(0);
    add_rows(text, 10, 300);
    std::vector<std::uint8_t> hits(310, 1);
    text.keep("hafenlicht", hits);
    CHECK(std::ranges::count(hits, 1) == 310);
}

TEST_CASE("what is found is what a look at each row finds") {
    // Few letters, so that needles nearly match everywhere, also over the edges of what is compared at once.
    std::mt19937 random(20261127);
    const auto made = [&](std::size_t length, unsigned letters) {
        std::string text(length, 'a');
        for (char& letter : text) letter = static_cast<char>('a' + random() % letters);
        return text;
    };
    for (const unsigned letters : {1U, 2U, 5U, 26U}) {
        constexpr Row count = 300;
        RowText text;
        for (Row row = 0; row < count; ++row) {
            text.begin_row(row);
            for (std::size_t value = random() % 4; value > 0; --value)
                text.add(made(random() % 90, letters));
            text.end_row();
        }
        for (std::size_t length = 1; length <= 20; ++length) {
            const std::string needle = made(length, letters);
            std::vector<std::uint8_t> hits(count, 1);
            const auto passed_over = static_cast<Row>(random() % count);
            hits[passed_over] = 0;
            text.keep(needle, hits);
            for (Row row = 0; row < count; ++row) {
                CAPTURE(needle);
                CAPTURE(text.text_of(row));
                const bool holds = text.text_of(row).find(needle) != std::string_view::npos;
                REQUIRE((hits[row] == 1) == (holds && row != passed_over));
            }
        }
    }
}
