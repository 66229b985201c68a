// The one door: perform, undo, redo, joined steps, outbox.
#include "store/customer_file.h"
#include "support/store_page.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

const RecordId one{1, 1};
const RecordId two{1, 2};

std::string name_of(const CustomerFile& file, RecordId id) {
    return std::string(file.records().find(RecordType::customer, id).value(customer::name));
}
bool set(CustomerFile& file, RecordId id, std::uint16_t field, std::string value,
         std::string join = {}) {
    return file.perform(test_action({test_edit(id, field, std::move(value))}, std::move(join)),
                        test_noon);
}

} // namespace

TEST_CASE("an action that changes nothing leaves no trace") {
    CustomerFile file(1);
    CHECK(set(file, one, customer::name, "A"));
    CHECK(!set(file, one, customer::name, "A"));
    CHECK(!set(file, two, customer::name, ""));
    CHECK(!file.perform({}, test_noon));
    CHECK(file.last_sequence() == 1);
    CHECK(file.take_outbox().size() == 1);
    CHECK(file.take_outbox().empty());
    CHECK(!file.records().find(RecordType::customer, two));
}

TEST_CASE("an action is one entry under one stamp, with what was seen") {
    CustomerFile file(1);
    set(file, one, customer::name, "A");
    const Stamp first = file.records().find(RecordType::customer, one).stamp(customer::name);
    file.perform(
        test_action({test_edit(one, customer::name, "B"), test_edit(one, customer::city, "X")}),
        test_noon);
    const auto outbox = file.take_outbox();
    REQUIRE(outbox.size() == 2);
    const auto writes = writes_of(outbox[1]);
    REQUIRE(writes.size() == 2);
    CHECK(writes[0].stamp == writes[1].stamp);
    CHECK(writes[0].stamp > first);
    CHECK(writes[0].seen == first);
    CHECK(writes[1].seen.empty());
    CHECK(outbox[1].newest == writes[0].stamp);
}

TEST_CASE("undo and redo walk through the steps") {
    CustomerFile file(1);
    set(file, one, customer::name, "A");
    set(file, one, customer::name, "B");
    file.undo(test_noon);
    CHECK(name_of(file, one) == "A");
    file.undo(test_noon);
    CHECK(file.records().find(RecordType::customer, one).deleted());
    CHECK(!file.can_undo());
    file.redo(test_noon);
    CHECK(!file.records().find(RecordType::customer, one).deleted());
    CHECK(name_of(file, one) == "A");
    file.redo(test_noon);
    CHECK(name_of(file, one) == "B");
    CHECK(!file.can_redo());
    file.undo(test_noon);
    set(file, one, customer::city, "X");
    CHECK(!file.can_redo());
}

TEST_CASE("typing on in one visit is one step; a new visit is another") {
    CustomerFile file(1);
    set(file, one, customer::name, "A");
    set(file, one, customer::notes, "h", "visit 1");
    set(file, one, customer::notes, "he", "visit 1");
    set(file, one, customer::notes, "hello", "visit 1");
    set(file, one, customer::notes, "hello!", "visit 2");
    file.undo(test_noon);
    CHECK(file.records().find(RecordType::customer, one).value(customer::notes) == "hello");
    file.undo(test_noon);
    CHECK(file.records().find(RecordType::customer, one).value(customer::notes).empty());
    file.redo(test_noon);
    CHECK(file.records().find(RecordType::customer, one).value(customer::notes) == "hello");
    set(file, one, customer::notes, "again", "visit 1"); // after a redo nothing is joined
    file.undo(test_noon);
    CHECK(file.records().find(RecordType::customer, one).value(customer::notes) == "hello");
}

TEST_CASE("of two edits of one field in one action the last counts") {
    CustomerFile file(1);
    file.perform(
        test_action({test_edit(one, customer::name, "z"), test_edit(one, customer::name, "y"),
                     test_edit(two, customer::name, "other"), test_edit(one, customer::name, "a"),
                     test_edit(one, customer::city, "X")}),
        test_noon);
    CHECK(name_of(file, one) == "a");
    file.undo(test_noon);
    CHECK(file.records().find(RecordType::customer, one).deleted());
    CHECK(file.records().find(RecordType::customer, two).deleted());
    file.redo(test_noon);
    CHECK(name_of(file, one) == "a");
    CHECK(file.records().find(RecordType::customer, one).value(customer::city) == "X");
}

TEST_CASE("undo leaves a field alone that someone else has changed since") {
    CustomerFile file(1);
    set(file, one, customer::name, "A");
    set(file, one, customer::city, "X");
    const Stamp name = file.records().find(RecordType::customer, one).stamp(customer::name);
    file.perform(
        test_action({test_edit(one, customer::name, "B"), test_edit(one, customer::city, "Y")}),
        test_noon);
    // From another device, not through a merge that could be undone first.
    file.loading().apply(
        {RecordType::customer, one, customer::name, "theirs", {name.time + 1000, 2}, name});
    file.undo(test_noon);
    CHECK(name_of(file, one) == "theirs");
    CHECK(file.records().find(RecordType::customer, one).value(customer::city) == "X");
    file.redo(test_noon);
    CHECK(name_of(file, one) == "theirs");
    CHECK(file.records().find(RecordType::customer, one).value(customer::city) == "Y");
}

TEST_CASE("the clock never steps back and never issues a stamp twice") {
    HybridClock clock(3);
    Stamp last;
    for (const std::int64_t now : {1000, 1000, 500, -5, 2000, 1999}) {
        const Stamp next = clock.tick(now);
        CHECK(next > last);
        last = next;
    }
    clock.receive({9'000'000'000, 4});
    CHECK(clock.tick(0).time > 9'000'000'000);
}

TEST_CASE("pictures travel with the next action that changes something") {
    CustomerFile file(1);
    file.attach_blob("p", {1, 2, 3});
    CHECK(!file.perform({}, test_noon));
    set(file, one, customer::name, "A");
    const auto outbox = file.take_outbox();
    REQUIRE(outbox.size() == 1);
    REQUIRE(outbox[0].blobs.size() == 1);
    CHECK(outbox[0].blobs[0].first == "p");
}

TEST_CASE("an action that comes in parts is the same as one that comes whole") {
    const std::vector<Edit> edits = {
        test_edit(one, customer::name, "A"), test_edit(one, customer::city, "X"),
        test_edit(two, customer::name, "B"), test_edit(one, customer::name, "C")};
    CustomerFile whole(1), parts(1);
    set(whole, one, customer::city, "W");
    set(parts, one, customer::city, "W");
    CHECK(whole.perform(test_action(edits), test_noon));
    parts.begin(test_action({}), test_noon);
    parts.add(std::span(edits).first(2));
    CHECK(parts.last_sequence() == 1); // not an entry yet
    parts.add({});
    parts.add(std::span(edits).subspan(2));
    CHECK(parts.end());
    const auto entries = parts.take_outbox();
    const auto expected = whole.take_outbox();
    REQUIRE(entries.size() == 2);
    CHECK(writes_of(entries[1]) == writes_of(expected[1]));
    CHECK(entries[1].newest == expected[1].newest);
    parts.undo(test_noon);
    CHECK(name_of(parts, one).empty());
    CHECK(parts.records().find(RecordType::customer, one).value(customer::city) == "W");

    parts.take_outbox();
    parts.begin(test_action({}), test_noon);
    parts.add(std::vector{test_edit(one, customer::city, "W")});
    CHECK_FALSE(parts.end());
    CHECK(parts.take_outbox().empty());
}
