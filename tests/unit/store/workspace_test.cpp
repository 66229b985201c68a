// Records, rows, children and history in memory.
#include "store/workspace.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

constexpr auto type = RecordType::customer;
const RecordId one{1, 1};
const RecordId two{1, 2};

Write write(RecordId id, std::uint16_t field, std::string value, std::uint64_t time,
            std::uint32_t device = 1, Stamp seen = {}) {
    return {type, id, field, std::move(value), {time, device}, seen};
}

} // namespace

TEST_CASE("the first write makes the record, later ones change it") {
    Workspace records;
    CHECK(!records.find(type, one));
    CHECK(records.apply(write(one, customer::name, "A", 1)) == Applied::created);
    CHECK(records.apply(write(one, customer::city, "B", 1)) == Applied::changed);
    CHECK(records.row_count(type) == 1);
    CHECK(records.find(type, one).id() == one);
    CHECK(records.find(type, one).value(customer::name) == "A");
    CHECK(records.find(type, one).value(customer::notes).empty());
    CHECK(records.row_of(type, one) == Row{0});
    CHECK(!records.row_of(type, two));
}

TEST_CASE("the greatest stamp stands, whatever the order of arrival") {
    Workspace records;
    CHECK(records.apply(write(one, customer::name, "late", 5)) == Applied::created);
    CHECK(records.apply(write(one, customer::name, "early", 3)) == Applied::superseded);
    CHECK(records.apply(write(one, customer::name, "early", 3)) == Applied::known);
    CHECK(records.apply(write(one, customer::name, "late", 5)) == Applied::known);
    CHECK(records.find(type, one).value(customer::name) == "late");
    CHECK(records.find(type, one).stamp(customer::name) == Stamp{5, 1});
    CHECK(records.apply(write(one, customer::name, "latest", 5, 2)) == Applied::changed);
    CHECK(records.history(type, one).size() == 3);
    CHECK(records.history(type, one).front().value == "latest");
}

TEST_CASE("equal stamps are decided by the bytes of the value") {
    Workspace a;
    Workspace b;
    a.apply(write(one, customer::name, "x", 4));
    a.apply(write(one, customer::name, "y", 4));
    b.apply(write(one, customer::name, "y", 4));
    b.apply(write(one, customer::name, "x", 4));
    CHECK(a.find(type, one).value(customer::name) == "y");
    CHECK(a.canonical_dump() == b.canonical_dump());
}

TEST_CASE("a record keeps long values, empty ones and fields of newer programs") {
    Workspace records;
    const std::string big(70'000, 'x');
    records.apply(write(one, 60'000, "from tomorrow", 1));
    records.apply(write(one, customer::notes, big, 2));
    records.apply(write(one, customer::name, "", 3));
    const RecordView record = records.find(type, one);
    CHECK(record.value(60'000) == "from tomorrow");
    CHECK(record.value(customer::notes) == big);
    CHECK(record.value(customer::name).empty());
    CHECK(record.stamp(customer::name) == Stamp{3, 1});
    int fields = 0;
    record.each_field([&](std::uint16_t, std::string_view, Stamp stamp, Stamp) {
        ++fields;
        CHECK(!stamp.empty());
    });
    CHECK(fields == 3);
}

TEST_CASE("the bin counts as not living") {
    Workspace records;
    records.apply(write(one, customer::name, "A", 1));
    records.apply(write(two, customer::name, "B", 1));
    CHECK(records.live_count(type) == 2);
    records.apply(write(one, common::deleted, "1", 2));
    CHECK(records.live_count(type) == 1);
    CHECK(records.find(type, one).deleted());
    records.apply(write(one, common::deleted, "", 3));
    CHECK(records.live_count(type) == 2);
}

TEST_CASE("children are listed by order key and follow their parent") {
    Workspace records;
    constexpr auto line = RecordType::quote_line;
    const auto put = [&](RecordId id, std::uint16_t field, std::string value, std::uint64_t time) {
        records.apply({line, id, field, std::move(value), {time, 1}, {}});
    };
    for (std::uint64_t n = 1; n <= 3; ++n) {
        put({9, n}, quote_line::quote, one.to_text(), n);
        put({9, n}, common::order_key, n == 1 ? "c" : "b", n);
    }
    CHECK(records.children(line, one) == std::vector<RecordId>{{9, 2}, {9, 3}, {9, 1}});
    CHECK(records.child_count(line, one) == 3);
    CHECK(records.children(line, two).empty());
    put({9, 2}, common::deleted, "1", 10);
    CHECK(records.children(line, one) == std::vector<RecordId>{{9, 3}, {9, 1}});
    CHECK(records.child_count(line, one) == 2);
    put({9, 3}, quote_line::quote, two.to_text(), 11);
    put({9, 4}, quote_line::quote, two.to_text(), 11);
    CHECK(records.children(line, one) == std::vector<RecordId>{{9, 1}});
    CHECK(records.children(line, two) == std::vector<RecordId>{{9, 4}, {9, 3}});
    put({9, 4}, quote_line::quote, "", 12);
    CHECK(records.child_count(line, two) == 1);
}

TEST_CASE("children are linked in slices, and whoever asks before gets all of them") {
    Workspace records;
    constexpr auto kind = RecordType::activity;
    std::uint64_t time = 0;
    const auto put = [&](std::uint64_t n, RecordId parent) {
        records.apply({kind, {9, n}, activity::customer, parent.to_text(), {++time, 1}, {}});
    };
    CHECK_FALSE(records.prepare_children(kind, 2)); // nothing there
    for (std::uint64_t n = 1; n <= 5; ++n) put(n, one);
    CHECK(records.prepare_children(kind, 2));
    put(1, two); // one that is linked, and one that is not
    put(5, two);
    CHECK(records.prepare_children(kind, 2));
    CHECK(records.children(kind, one) == std::vector<RecordId>{{9, 2}, {9, 3}, {9, 4}});
    CHECK(records.children(kind, two) == std::vector<RecordId>{{9, 1}, {9, 5}});
    CHECK_FALSE(records.prepare_children(kind, 2));
    put(6, one); // after the last slice
    put(2, two);
    CHECK(records.children(kind, one) == std::vector<RecordId>{{9, 3}, {9, 4}, {9, 6}});
    CHECK(records.children(kind, two) == std::vector<RecordId>{{9, 1}, {9, 2}, {9, 5}});
}

TEST_CASE("revisions move with every change and only then") {
    Workspace records;
    const auto of_quotes = records.revision(RecordType::quote);
    records.apply(write(one, customer::name, "A", 2));
    const auto before = records.revision(type);
    records.apply(write(one, customer::name, "A", 2));
    CHECK(records.revision(type) == before);
    records.apply(write(one, customer::name, "older", 1));
    CHECK(records.revision(type) > before);
    CHECK(records.revision(RecordType::quote) == of_quotes);
    CHECK(Workspace().revision() != Workspace().revision()); // each its own
}

TEST_CASE("a concurrent value is a conflict until it is settled") {
    Workspace records;
    const Stamp base{10, 1};
    records.apply(write(one, customer::grade, "C", 10));
    records.apply(write(one, customer::grade, "B", 20, 1, base));
    CHECK(records.conflicts(type, one).empty());
    records.apply(write(one, customer::grade, "A", 21, 2, base)); // did not know of B
    REQUIRE(records.conflicts(type, one).size() == 1);
    CHECK(records.conflicts(type, one)[0].value == "B");

    SUBCASE("by choosing the lost value") {
        records.apply(write(one, customer::grade, "B", 30, 1, {21, 2}));
        CHECK(records.conflicts(type, one).empty());
        records.apply(write(one, customer::grade, "D", 31, 1, {30, 1}));
        CHECK(records.conflicts(type, one).empty());
    }
    SUBCASE("not by a third value that never looked at it") {
        records.apply(write(one, customer::grade, "D", 30, 1, {21, 2}));
        REQUIRE(records.conflicts(type, one).size() == 1);
        CHECK(records.conflicts(type, one)[0].value == "B");
    }
    SUBCASE("by saying that the standing value is right") {
        records.apply(write(one, customer::grade, "A", 30, 1, {20, 1}));
        CHECK(records.conflicts(type, one).empty());
    }
}

TEST_CASE("a thousand and more records keep their rows and ids") {
    Workspace records;
    IdSource ids(5);
    std::vector<RecordId> made;
    for (int n = 0; n < 5000; ++n) {
        made.push_back(ids.next(n));
        records.apply(write(made.back(), customer::name, std::to_string(n), 1));
    }
    bool all = true;
    for (Row row = 0; row < 5000; ++row) {
        all = all && records.row_of(type, made[row]) == row &&
              records.at(type, row).value(customer::name) == std::to_string(row);
    }
    CHECK(all);
}
