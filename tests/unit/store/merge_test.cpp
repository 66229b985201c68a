// Merging files: union, counts beforehand, one undo step, conflicts and their settling.
#include "store/customer_file.h"
#include "support/store_page.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

constexpr auto type = RecordType::customer;
const RecordId one{1, 1};
const RecordId two{1, 2};

void set(CustomerFile& file, RecordId id, std::uint16_t field, std::string value, int minute) {
    file.perform(test_action({test_edit(id, field, std::move(value))}),
                 {test_noon.ms + minute * 60'000});
}

void merge(CustomerFile& into, const CustomerFile& from) {
    into.merge(all_writes(from.records()), Text{}, test_noon);
}

bool same(const CustomerFile::MergeCounts& a, const CustomerFile::MergeCounts& b) {
    return a.created == b.created && a.changed == b.changed && a.superseded == b.superseded &&
           a.removed == b.removed;
}

} // namespace

TEST_CASE("merged files are equal, and what a merge will do is told before") {
    CustomerFile desk(1);
    CustomerFile laptop(2);
    set(desk, one, customer::name, "A", 0);
    set(desk, two, customer::name, "B", 0);
    merge(laptop, desk);
    set(laptop, one, customer::grade, "A", 1);
    set(desk, one, customer::grade, "B", 2);
    set(laptop, two, common::deleted, "1", 3);
    set(laptop, {1, 3}, customer::name, "C", 4);

    const auto writes = all_writes(laptop.records());
    const std::string before = desk.records().canonical_dump();
    const auto told = desk.preview_merge(writes);
    CHECK(desk.records().canonical_dump() == before);
    const auto done = desk.merge(writes, Text{}, test_noon);
    CHECK(same(told, done));
    CHECK(done.created == 1);
    CHECK(done.changed == 1); // two is in the bin; one keeps the later grade
    CHECK(done.superseded == 1);
    CHECK(done.removed == 1);
    merge(laptop, desk);
    CHECK(desk.records().canonical_dump() == laptop.records().canonical_dump());
    CHECK(same(desk.preview_merge(all_writes(laptop.records())), {}));

    REQUIRE(desk.records().conflicts(type, one).size() == 1);
    CHECK(desk.records().conflicts(type, one)[0].value == "A");
}

TEST_CASE("a merge is one step of undo") {
    CustomerFile desk(1);
    CustomerFile laptop(2);
    set(desk, one, customer::name, "A", 0);
    merge(laptop, desk);
    set(laptop, one, customer::name, "theirs", 5);
    set(laptop, two, customer::name, "new", 5);
    merge(desk, laptop);
    CHECK(desk.records().find(type, one).value(customer::name) == "theirs");
    desk.undo(test_noon);
    CHECK(desk.records().find(type, one).value(customer::name) == "A");
    CHECK(desk.records().find(type, two).deleted());
    desk.redo(test_noon);
    CHECK(desk.records().find(type, one).value(customer::name) == "theirs");
    CHECK(!desk.records().find(type, two).deleted());
}

TEST_CASE("a settled conflict is settled on every device and stays so") {
    CustomerFile desk(1);
    CustomerFile laptop(2);
    set(desk, one, customer::name, "A", 0);
    merge(laptop, desk);
    set(desk, one, customer::name, "desk", 1);
    set(laptop, one, customer::name, "laptop", 2);
    merge(desk, laptop);
    CHECK(desk.records().conflicts(type, one).size() == 1);
    CHECK(desk.settle(type, one, customer::name, Text{}, test_noon));
    CHECK(!desk.settle(type, one, customer::name, Text{}, test_noon));
    CHECK(desk.records().find(type, one).value(customer::name) == "laptop");
    CHECK(desk.records().conflicts(type, one).empty());
    merge(laptop, desk);
    CHECK(laptop.records().conflicts(type, one).empty());
    set(laptop, one, customer::name, "third", 9);
    CHECK(laptop.records().conflicts(type, one).empty());
}

TEST_CASE("after a merge from a clock that runs ahead, own edits still win") {
    CustomerFile desk(1);
    CustomerFile ahead(2);
    set(ahead, one, customer::name, "tomorrow", 24 * 60);
    merge(desk, ahead);
    set(desk, one, customer::name, "mine", 0);
    CHECK(desk.records().find(type, one).value(customer::name) == "mine");
}

TEST_CASE("pictures of a backup are stored even when every write is known") {
    CustomerFile desk(1);
    set(desk, one, customer::name, "A", 0);
    desk.take_outbox();
    desk.attach_blob("p", {1});
    merge(desk, desk);
    const auto outbox = desk.take_outbox();
    REQUIRE(outbox.size() == 1);
    CHECK(outbox[0].blobs.size() == 1);
    CHECK(outbox[0].writes.empty());
}
