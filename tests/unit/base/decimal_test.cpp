// Decimals: exact, never a wrong number.
#include "base/decimal.h"
#include "base/id.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

Decimal number(std::string_view text) {
    const auto parsed = Decimal::parse(text);
    REQUIRE(parsed);
    return *parsed;
}

std::string typed(std::string_view text) {
    const auto parsed = Decimal::parse_typed(text);
    return parsed ? parsed->to_text() : "refused";
}

/// Up to `digits` digits with a scale of up to `scale`.
Decimal random_number(IdSource& random, int digits, int scale) {
    std::uint64_t limit = 1;
    for (std::uint64_t n = random.next_random() % static_cast<unsigned>(digits) + 1; n > 0; --n) {
        limit *= 10;
    }
    const auto units = static_cast<__int128>(random.next_random() % limit);
    const int at = static_cast<int>(random.next_random() % static_cast<unsigned>(scale + 1));
    return Decimal::from_units(random.next_random() % 2 == 0 ? units : -units, at);
}

} // namespace

TEST_CASE("A decimal is printed as it was read") {
    for (const char* text : {"0", "0.00", "1", "-1", "12.50", "-0.05", "999999999999999999",
                             "0.000000000000000001", "-123456789.123456789"}) {
        CHECK(number(text).to_text() == text);
    }
    IdSource random{1};
    for (int i = 0; i < 20'000; ++i) {
        const Decimal value = random_number(random, 18, 18);
        const auto again = Decimal::parse(value.to_text());
        REQUIRE(again);
        REQUIRE(again->units() == value.units());
        REQUIRE(again->scale() == value.scale());
    }
}

TEST_CASE("Only the canonical form of a decimal is read from files") {
    for (const char* text : {"",
                             "-",
                             ".",
                             ".5",
                             "5.",
                             "+1",
                             "007",
                             "-0",
                             "-0.00",
                             "1e3",
                             "1,000",
                             " 1",
                             "1 ",
                             "1.2.3",
                             "--1",
                             "１",
                             "1000000000000000000",
                             "0.0000000000000000001",
                             "nan",
                             "0x10"}) {
        CHECK_MESSAGE(!Decimal::parse(text), text);
    }
}

TEST_CASE("What people type is read when it can mean one number only") {
    CHECK(typed("1,234.5") == "1234.5");
    CHECK(typed("1,234,567") == "1234567");
    CHECK(typed("1 234 567.00") == "1234567.00");
    CHECK(typed("1'234.50") == "1234.50");
    CHECK(typed("１２．５") == "12.5");
    CHECK(typed("１，２３４") == "1234");
    CHECK(typed("12。5") == "12.5");
    CHECK(typed("¥ 12") == "12");
    CHECK(typed("￥12.30") == "12.30");
    CHECK(typed("$-5") == "-5");
    CHECK(typed("-$ 5") == "-5");
    CHECK(typed("12.5 €") == "12.5");
    CHECK(typed("−3") == "-3");
    CHECK(typed("+3") == "3");
    CHECK(typed(".5") == "0.5");
    CHECK(typed("5.") == "5");
    CHECK(typed("007") == "7");
    CHECK(typed("\xE3\x80\x80 12 ") == "12");
    CHECK(typed("-0") == "0");
    CHECK(typed("000000000000000000000001") == "1");
}

TEST_CASE("What may mean two numbers or none is refused") {
    for (const char* text : {"",        " ",        "-",       ".",
                             ",",       "$",        "abc",     "12 USD",
                             "USD 12",  "1,5",      "1.234,5", "1,23,456",
                             "12,3456", "0,123",    ",123",    "1,234 567",
                             "1.5e3",   "1-2",      "--1",     "$$1",
                             "1.2.3",   "5%",       "(5)",     "1/2",
                             "12万",    "1234,567", "\xFF",    "9999999999999999999"}) {
        CHECK_MESSAGE(typed(text) == "refused", text);
    }
}

TEST_CASE("Rounding goes half away from zero") {
    CHECK(number("2.5").rounded(0).to_text() == "3");
    CHECK(number("-2.5").rounded(0).to_text() == "-3");
    CHECK(number("2.4999").rounded(0).to_text() == "2");
    CHECK(number("1.005").rounded(2).to_text() == "1.01");
    CHECK(number("-1.005").rounded(2).to_text() == "-1.01");
    CHECK(number("-0.004").rounded(2).to_text() == "0.00");
    CHECK(number("12.5").rounded(3).to_text() == "12.500");
    IdSource random{2};
    for (int i = 0; i < 20'000; ++i) {
        const Decimal value = random_number(random, 18, 18);
        const int scale = static_cast<int>(random.next_random() % 10);
        const Decimal rounded = value.rounded(scale);
        REQUIRE(rounded.scale() == scale);
        REQUIRE((-value).rounded(scale) == -rounded);
        const Decimal off =
            rounded.is_negative() || value.is_negative() ? value - rounded : rounded - value;
        const Decimal half = Decimal::from_units(5, scale + 1);
        REQUIRE(off <= half);
        REQUIRE(off > -half);
    }
}

TEST_CASE("Numbers are grouped by thousands") {
    CHECK(number("0").grouped(2) == "0.00");
    CHECK(number("999").grouped(0) == "999");
    CHECK(number("1000").grouped(0) == "1,000");
    CHECK(number("-1234567.895").grouped(2) == "-1,234,567.90");
    CHECK(number("0.999").grouped(2) == "1.00");
}

TEST_CASE("Sums and products are exact") {
    CHECK((number("0.1") + number("0.2")).to_text() == "0.3");
    CHECK((number("1.50") - number("0.5")).to_text() == "1.00");
    CHECK((number("1.25") * number("-0.4")).to_text() == "-0.500");
    IdSource random{3};
    for (int i = 0; i < 20'000; ++i) {
        const Decimal a = random_number(random, 18, 18);
        const Decimal b = random_number(random, 18, 18);
        const Decimal c = random_number(random, 9, 6);
        REQUIRE((a + b - b) == a);
        REQUIRE((a + b) == (b + a));
        REQUIRE((a * b) == (b * a));
        const Decimal x = random_number(random, 9, 6);
        const Decimal y = random_number(random, 9, 6);
        REQUIRE(c * (x + y) == c * x + c * y);
    }
}

TEST_CASE("Beyond 38 digits an operation yields no number") {
    const Decimal large = number("999999999999999999") * number("999999999999999999");
    CHECK(large.valid());
    CHECK(large.to_text() == "999999999999999998000000000000000001");
    const Decimal lost = large * number("1000");
    CHECK(!lost.valid());
    CHECK(lost.to_text().empty());
    CHECK(lost.grouped(2).empty());
    CHECK(!(lost + number("1")).valid());
    CHECK(!(lost * number("0")).valid());
    CHECK(!(-lost).valid());
    CHECK(!lost.rounded(2).valid());
    CHECK(!lost.is_zero());
    CHECK(lost > large);
    CHECK(lost == Decimal::overflow());
    CHECK(!Decimal::divide(lost, number("2"), 2));
    CHECK(!Decimal::divide_up(lost, number("2")));
    const Decimal small = number("0.000000000000000001");
    CHECK(!(large + small).valid());
    CHECK(!(small * small * small).valid());
    // Needless zeros are no reason to give up.
    const Decimal padded =
        Decimal::from_units(0, 18) + Decimal::from_units(1'000'000'000'000'000'000, 18);
    CHECK(padded * padded * padded == number("1"));
}

TEST_CASE("Division rounds half away from zero") {
    const auto divided = [](const char* a, const char* b, int scale) {
        return Decimal::divide(number(a), number(b), scale)->to_text();
    };
    CHECK(divided("1", "3", 4) == "0.3333");
    CHECK(divided("2", "3", 4) == "0.6667");
    CHECK(divided("-2", "3", 4) == "-0.6667");
    CHECK(divided("1", "8", 2) == "0.13");
    CHECK(divided("-1", "8", 2) == "-0.13");
    CHECK(divided("44.2478", "7.10", 4) == "6.2321");
    CHECK(divided("100", "4", 0) == "25");
    CHECK(divided("1", "999999999999999999", 2) == "0.00");
    CHECK(divided("999999999999999999", "0.000000000000000001", 0) ==
          "999999999999999999000000000000000000");
    CHECK(!Decimal::divide(number("1"), number("0.00"), 2));
    IdSource random{4};
    for (int i = 0; i < 20'000; ++i) {
        const Decimal a = random_number(random, 15, 6);
        const Decimal b = random_number(random, 12, 6);
        const auto quotient = Decimal::divide(a, b, 6);
        REQUIRE(quotient.has_value() == !b.is_zero());
        if (!quotient) continue;
        // |a − q·b| ≤ |b| · half a unit of the last place
        Decimal off = a - *quotient * b;
        if (off.is_negative()) off = -off;
        const Decimal size = b.is_negative() ? -b : b;
        REQUIRE(off <= size * Decimal::from_units(5, 7));
    }
}

TEST_CASE("Cartons are counted up to whole ones") {
    const auto up = [](const char* a, const char* b) {
        const auto result = Decimal::divide_up(number(a), number(b));
        return result ? result->to_text() : "nothing";
    };
    CHECK(up("560", "2") == "280");
    CHECK(up("561", "2") == "281");
    CHECK(up("0", "12") == "0");
    CHECK(up("0.1", "12") == "1");
    CHECK(up("1.0", "0.50") == "2");
    CHECK(up("-3", "2") == "-1");
    CHECK(up("1", "0") == "nothing");
    CHECK(up("1", "-2") == "nothing");
}

TEST_CASE("Decimals compare by value") {
    CHECK(number("1.0") == number("1"));
    CHECK(number("0.00") == number("0"));
    CHECK(number("-0.1") < number("0"));
    CHECK(number("-1.5") < number("-1.49"));
    CHECK(number("1.10") > number("1.09"));
    CHECK(number("999999999999999999") > number("0.999999999999999999"));
    CHECK(number("12.500").trimmed().to_text() == "12.5");
    CHECK(number("100").trimmed().to_text() == "100");
    IdSource random{5};
    for (int i = 0; i < 20'000; ++i) {
        const Decimal a = random_number(random, 18, 18);
        const Decimal b = random_number(random, 18, 18);
        const bool less = (a - b).is_negative();
        REQUIRE((a < b) == less);
        REQUIRE((a > b) == (b - a).is_negative());
        REQUIRE(a.trimmed() == a);
    }
}
