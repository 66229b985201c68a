// Dates and instants.
#include "base/id.h"
#include "base/time.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

std::string typed(std::string_view text) {
    const auto date = Date::parse_typed(text);
    return date ? date->to_text() : "refused";
}

} // namespace

TEST_CASE("Every day from 1900 to 9999 goes to text and back") {
    int weekday = 0; // 1900-01-01 was a Monday
    int expected_year = 1900;
    for (Date day = *Date::from_civil(1900, 1, 1); day <= *Date::from_civil(9999, 12, 31);
         day = day.plus_days(1)) {
        const auto civil = Date::from_civil(day.year(), day.month(), day.day());
        REQUIRE(civil == day);
        REQUIRE(day.weekday() == weekday);
        weekday = (weekday + 1) % 7;
        if (day.month() == 1 && day.day() == 1) REQUIRE(day.year() == expected_year++);
        if (day.days % 37 == 0) REQUIRE(Date::parse(day.to_text()) == day);
    }
    CHECK(expected_year == 10000);
}

TEST_CASE("Leap days are where the calendar has them") {
    for (int year = 1900; year <= 9999; ++year) {
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        REQUIRE(Date::from_civil(year, 2, 29).has_value() == leap);
        const int length =
            Date::from_civil(year, 12, 31)->days - Date::from_civil(year, 1, 1)->days;
        REQUIRE(length == (leap ? 365 : 364));
    }
    CHECK(Date::from_civil(1970, 1, 1)->days == 0);
    CHECK(Date::from_civil(2026, 11, 21)->weekday() == 5);
    CHECK(Date::from_civil(2026, 11, 21)->plus_days(30).to_text() == "2026-12-21");
}

TEST_CASE("Only the canonical date is read from files") {
    CHECK(Date::parse("2026-11-21"));
    for (const char* text : {"", "2026-1-05", "2026/11/21", "2026-11-21 ", "2026-02-30",
                             "2026-13-01", "2026-00-10", "2026-01-00", "1899-12-31", "0000-01-01",
                             "20261121", "２０２６-11-21", "2026-11-2x", "+026-11-21"}) {
        CHECK_MESSAGE(!Date::parse(text), text);
    }
}

TEST_CASE("Dates are read as people and sheets write them") {
    for (const char* text :
         {"2026-11-21", "2026/11/21", "2026.11.21", "2026年11月21日", "2026 年 11 月 21 日",
          "2026年11月21号", "20261121", "２０２６－１１－２１", "  2026-11-21  ",
          "2026/11/21 0:00:00", "2026-11-21T14:02:03.000Z", "2026-11-21 14:02"}) {
        CHECK_MESSAGE(typed(text) == "2026-11-21", text);
    }
    CHECK(typed("2026/1/5") == "2026-01-05");
    CHECK(typed("2026年1月5日") == "2026-01-05");
    for (const char* text : {"", "11/21/2026", "21.11.2026", "26-11-21", "2026-11", "2026-11/21",
                             "2026年11月21", "2026-02-30", "202611", "2026111", "2026-11-21x",
                             "2026-11-21 25:00", "2026-11-21T", "45981", "\xFF"}) {
        CHECK_MESSAGE(typed(text) == "refused", text);
    }
}

TEST_CASE("Instants go to text and back") {
    CHECK(Instant{0}.to_text() == "1970-01-01T00:00:00.000Z");
    CHECK(Instant{-1}.to_text() == "1969-12-31T23:59:59.999Z");
    CHECK(Instant::parse("2026-11-21T14:02:03Z")->to_text() == "2026-11-21T14:02:03.000Z");
    CHECK(Instant::parse("2026-11-21T14:02:03.4Z")->to_text() == "2026-11-21T14:02:03.400Z");
    CHECK(Instant::parse("2026-11-21T14:02:03.456789Z")->to_text() == "2026-11-21T14:02:03.456Z");
    IdSource random{6};
    const std::int64_t first = Instant::parse("1900-01-01T00:00:00Z")->ms;
    const std::int64_t last = Instant::parse("9999-12-31T23:59:59.999Z")->ms;
    for (int i = 0; i < 20'000; ++i) {
        const auto span = static_cast<std::uint64_t>(last - first);
        const Instant at{first + static_cast<std::int64_t>(random.next_random() % span)};
        REQUIRE(Instant::parse(at.to_text()) == at);
    }
    for (const char* text :
         {"", "2026-11-21", "2026-11-21T14:02Z", "2026-11-21T14:02:03", "2026-11-21 14:02:03Z",
          "2026-11-21T24:00:00Z", "2026-11-21T14:60:00Z", "2026-11-21T14:02:60Z",
          "2026-11-21T4:02:03Z", "2026-11-21T14:02:03.Z", "2026-11-21T14:02:03Zx",
          "2026-11-21T14:02:03.0123456789Z", "2026-11-21T14:02:03+08:00"}) {
        CHECK_MESSAGE(!Instant::parse(text), text);
    }
}

TEST_CASE("An instant has the date and clock of the place it is seen from") {
    const Instant at = *Instant::parse("2026-11-21T18:30:00Z");
    CHECK(at.date_at(0).to_text() == "2026-11-21");
    CHECK(at.clock_at(0) == "18:30");
    CHECK(at.date_at(8 * 60).to_text() == "2026-11-22");
    CHECK(at.clock_at(8 * 60) == "02:30");
    CHECK(at.clock_at(5 * 60 + 45) == "00:15");
    CHECK(at.date_at(-10 * 60).to_text() == "2026-11-21");
    CHECK(Instant{-1}.date_at(0).to_text() == "1969-12-31");
    CHECK(Instant{-1}.clock_at(0) == "23:59");
}

TEST_CASE("A typed time is read where it was typed") {
    const auto typed_at = [](std::string_view text, int minutes) {
        const auto at = Instant::parse_typed(text, minutes);
        return at ? at->to_text() : "refused";
    };
    CHECK(typed_at("2026-11-21 14:02", 480) == "2026-11-21T06:02:00.000Z");
    CHECK(typed_at("2026/11/21 9:05:30", 480) == "2026-11-21T01:05:30.000Z");
    CHECK(typed_at("2026-11-21T14:02:03.5Z", 480) == "2026-11-21T14:02:03.500Z");
    CHECK(typed_at("2026年11月21日 14:02", 0) == "2026-11-21T14:02:00.000Z");
    CHECK(typed_at("2026-11-21", 480) == "2026-11-21T04:00:00.000Z");
    CHECK(typed_at("14:02", 480) == "refused");
    CHECK(typed_at("2026-11-21 14", 480) == "refused");
    CHECK(typed_at("2026-11-21 14:02 x", 480) == "refused");
}
