// Sums, completeness and words of quotes.
#include "base/id.h"
#include "domain/currency.h"
#include "quote_fixture.h"

#include <algorithm>

using namespace bb;

TEST_CASE("A line's amount is rounded as it is shown") {
    const QuoteSums sums = sums_of(complete_quote());
    REQUIRE(sums.lines.size() == 1);
    CHECK(sums.lines[0].amount.to_text() == "1397.20");
    CHECK(sums.total.to_text() == "1397.20");
}

TEST_CASE("Cartons, volume and weights follow the textbook example") {
    const QuoteSums sums = sums_of(complete_quote());
    CHECK(sums.lines[0].cartons->to_text() == "280");
    CHECK(sums.lines[0].volume->to_text() == "24.9704"); // 280 · 56 · 32.5 · 49 cm
    CHECK(sums.lines[0].gross->to_text() == "6720");
    CHECK(sums.lines[0].net->to_text() == "5600");
    CHECK(sums.packing_complete);
    CHECK(sums.cartons == number("280"));
    CHECK(sums.volume == number("24.9704"));
}

TEST_CASE("Packing that is not known is not made up") {
    QuoteDocument quote = complete_quote();
    quote.lines.push_back(lamp());
    quote.lines[1].carton.height.reset();
    QuoteSums sums = sums_of(quote);
    CHECK(!sums.packing_complete);
    CHECK(sums.lines[1].cartons);
    CHECK(!sums.lines[1].volume);
    CHECK(sums.volume == number("24.9704"));
    CHECK(sums.cartons == number("560"));
    quote.lines[1].carton.pieces = number("0");
    sums = sums_of(quote);
    CHECK(!sums.lines[1].cartons);
    CHECK(!sums.lines[1].gross);
    quote.lines.clear();
    CHECK(!sums_of(quote).packing_complete);
    CHECK(sums_of(quote).total.to_text() == "0.00");
}

TEST_CASE("The total is the sum of the rounded lines and of the rounded extras") {
    QuoteDocument quote = complete_quote();
    quote.lines.assign(3, lamp());
    for (QuotedLine& line : quote.lines) {
        line.price = number("0.335");
        line.quantity = number("1");
    }
    quote.discount = number("0.005");
    quote.freight = number("10.004");
    quote.insurance = number("1");
    const QuoteSums sums = sums_of(quote);
    CHECK(sums.lines_total.to_text() == "1.02"); // three times 0.34, not 1.005
    CHECK(sums.total.to_text() == "12.01");      // 1.02 − 0.01 + 10.00 + 1.00
}

TEST_CASE("Sums hold for any lines") {
    IdSource random{13};
    for (int i = 0; i < 500; ++i) {
        QuoteDocument quote = complete_quote();
        quote.currency_digits = static_cast<int>(random.next_random() % 4);
        quote.lines.clear();
        Decimal expected;
        for (std::uint64_t n = random.next_random() % 20; n > 0; --n) {
            QuotedLine line = lamp();
            line.price = Decimal::from_units(static_cast<int>(random.next_random() % 1'000'000), 4);
            line.quantity =
                Decimal::from_units(static_cast<int>(random.next_random() % 100'000), 1);
            expected = expected + (line.price * line.quantity).rounded(quote.currency_digits);
            quote.lines.push_back(line);
        }
        const QuoteSums sums = sums_of(quote);
        REQUIRE(sums.lines_total == expected);
        REQUIRE(sums.total == expected);
        REQUIRE(sums.total.scale() == quote.currency_digits);
        for (std::size_t line = 0; line < sums.lines.size(); ++line) {
            const Decimal packed = *sums.lines[line].cartons * number("2");
            REQUIRE(packed >= quote.lines[line].quantity);
            REQUIRE(packed - number("2") < std::max(quote.lines[line].quantity, number("0.1")));
        }
    }
}

TEST_CASE("A complete quote misses nothing, an empty one everything") {
    CHECK(missing_for_issue(complete_quote()).empty());
    const auto missing = missing_for_issue(QuoteDocument{});
    for (const Text text :
         {Text::quote_missing_seller_name, Text::quote_missing_seller_address,
          Text::quote_missing_buyer, Text::quote_missing_currency, Text::quote_missing_incoterm,
          Text::quote_missing_place, Text::quote_missing_payment, Text::quote_missing_lead_time,
          Text::quote_missing_valid_until, Text::quote_missing_sample_price,
          Text::quote_missing_sample_days, Text::quote_missing_lines}) {
        CHECK_MESSAGE(std::ranges::count(missing, text) == 1, words(text, Language::english));
    }
}

TEST_CASE("Each thing that is missing is said once") {
    const auto only = [](auto&& change) {
        QuoteDocument quote = complete_quote();
        quote.lines.push_back(lamp());
        change(quote);
        const auto missing = missing_for_issue(quote);
        REQUIRE(missing.size() == 1);
        return missing[0];
    };
    using Quote = QuoteDocument;
    CHECK(only([](Quote& q) { q.place = "  "; }) == Text::quote_missing_place);
    CHECK(only([](Quote& q) { q.valid_until = q.date.plus_days(-1); }) ==
          Text::quote_missing_valid_order);
    CHECK(only([](Quote& q) { q.lines[1].price = 0; }) == Text::quote_missing_line_price);
    CHECK(only([](Quote& q) { q.lines[0].quantity = 0; }) == Text::quote_missing_line_quantity);
    CHECK(only([](Quote& q) {
              q.lines[0].carton.gross.reset();
              q.lines[1].carton = {};
          }) == Text::quote_missing_line_packing);
    CHECK(only([](Quote& q) { q.discount = 1'000'000; }) == Text::quote_missing_total);
    CHECK(only([](Quote& q) {
              QuotedLine& line = q.lines[0];
              line.model.clear();
              line.name_en.clear();
              line.name_zh.clear();
          }) == Text::quote_missing_line_name);
}

TEST_CASE("Currencies have their digits") {
    CHECK(currency_digits("USD") == 2);
    CHECK(currency_digits("EUR") == 2);
    for (const char* code : {"JPY", "KRW", "VND", "CLP", "XOF"}) CHECK(currency_digits(code) == 0);
    for (const char* code : {"KWD", "BHD", "OMR", "JOD", "TND"}) CHECK(currency_digits(code) == 3);
    CHECK(currency_digits("") == 2);
    CHECK(currency_digits("JP") == 2);
    CHECK(is_currency("USD"));
    CHECK(!is_currency("SDU"));
    CHECK(!is_currency(""));
}

TEST_CASE("Amounts are written out in words") {
    const auto words_of = [](const char* amount, const char* currency) {
        return amount_in_words(number(amount), currency);
    };
    CHECK(words_of("22500", "USD") == "SAY US DOLLARS TWENTY-TWO THOUSAND FIVE HUNDRED ONLY");
    CHECK(words_of("22500.50", "USD") ==
          "SAY US DOLLARS TWENTY-TWO THOUSAND FIVE HUNDRED AND CENTS FIFTY ONLY");
    CHECK(words_of("0", "USD") == "SAY US DOLLARS ZERO ONLY");
    CHECK(words_of("0.01", "GBP") == "SAY POUNDS STERLING ZERO AND PENCE ONE ONLY");
    CHECK(words_of("19.995", "EUR") == "SAY EUROS TWENTY ONLY");
    CHECK(words_of("1000000", "JPY") == "SAY JAPANESE YEN ONE MILLION ONLY");
    CHECK(words_of("1234567.5", "JPY") ==
          "SAY JAPANESE YEN ONE MILLION TWO HUNDRED THIRTY-FOUR THOUSAND FIVE HUNDRED SIXTY-EIGHT "
          "ONLY");
    CHECK(words_of("1.005", "KWD") == "SAY KUWAITI DINARS ONE AND FILS FIVE ONLY");
    CHECK(words_of("100000000010", "CNY") ==
          "SAY CHINESE YUAN RENMINBI ONE HUNDRED BILLION TEN ONLY");
    CHECK(words_of("12.50", "NOK") == "SAY NOK TWELVE AND 50/100 ONLY");
    CHECK(words_of("-3", "USD") == "SAY MINUS US DOLLARS THREE ONLY");
    CHECK(words_of("5", "") == "SAY FIVE ONLY");
    CHECK(words_of("9999999999999999.99", "USD").starts_with("SAY US DOLLARS NINE QUADRILLION "));
    CHECK(words_of("10000000000000000", "USD").empty());
    CHECK(amount_in_words(Decimal::overflow(), "USD").empty());
}

TEST_CASE("Units are shown in the document's language") {
    CHECK(unit_label("sets", DocumentLanguage::chinese) == "套");
    CHECK(unit_label("sets", DocumentLanguage::english) == "sets");
    CHECK(unit_label("m2", DocumentLanguage::both) == "平方米 / m²");
    CHECK(unit_label("barrels", DocumentLanguage::both) == "barrels");
    CHECK(unit_label("", DocumentLanguage::english).empty());
}
