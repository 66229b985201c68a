#include "app/row_changes.h"
#include "app_fixture.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

using Rows = std::vector<Row>;

struct ChangesFixture : AppFixture {
    RowChanges changes;

    Rows look(const Workspace& workspace) {
        const auto rows = changes.look(workspace, RecordType::customer);
        return {rows.begin(), rows.end()};
    }
    Rows look() { return look(records()); }
};

} // namespace

TEST_CASE_FIXTURE(ChangesFixture,
                  "a look tells of rows made and changed since the last, once each") {
    CHECK(look().empty());
    const RecordId first = add(RecordType::customer, {{customer::name, "A"}});
    const RecordId second = add(RecordType::customer, {{customer::name, "B"}});
    CHECK(look() == Rows{0, 1});
    CHECK(look().empty());
    set(RecordType::customer, second, {{customer::city, "Lyon"}});
    set(RecordType::customer, first, {{customer::city, "Lima"}});
    set(RecordType::customer, second, {{customer::city, "Lille"}});
    const RecordId third = add(RecordType::customer, {{customer::name, "C"}});
    set(RecordType::customer, third, {{customer::city, "Bonn"}});
    CHECK(look() == Rows{0, 1, 2});
    set(RecordType::customer, third, {{common::deleted, "1"}});
    add(RecordType::contact, {{contact::customer, first.to_text()}});
    CHECK(look() == Rows{2});
}

TEST_CASE_FIXTURE(ChangesFixture, "another workspace is looked at from its start") {
    add(RecordType::customer, {{customer::name, "A"}});
    CHECK(look() == Rows{0});
    Workspace other;
    CHECK(look(other).empty());
    CHECK(look() == Rows{0});
    CHECK(look().empty());
}

TEST_CASE("a log that has grown long is begun anew, so that everything is looked at again") {
    Workspace records;
    RowChanges changes;
    const RecordId id{1, 2};
    const auto write = [&](std::uint64_t time) {
        records.apply({RecordType::customer,
                       id,
                       customer::city,
                       "x" + std::to_string(time),
                       Stamp{time << 16, 7},
                       {}});
    };
    write(1);
    CHECK(changes.look(records, RecordType::customer).size() == 1);
    const ReplacedRows at_first = records.replaced_rows(RecordType::customer);
    for (std::uint64_t time = 2; time < 6000; ++time) write(time);
    CHECK(records.replaced_rows(RecordType::customer) != at_first);
    CHECK(changes.look(records, RecordType::customer).size() == 1);
    CHECK(changes.look(records, RecordType::customer).empty());
}

TEST_CASE_FIXTURE(
    ChangesFixture,
    "in slices every row is looked at once, and those that change meanwhile once more") {
    RowsToLookAt rows;
    Rows seen;
    const auto take = [&](const Workspace& workspace, bool at_once) {
        return rows.take(
            workspace, RecordType::customer, [at_once] { return at_once; },
            [&](Row row) { seen.push_back(row); });
    };
    CHECK_FALSE(take(records(), true));
    const RecordId first = add(RecordType::customer, {{customer::name, "0"}});
    for (int n = 1; n < 150; ++n) add(RecordType::customer, {{customer::name, std::to_string(n)}});
    CHECK(take(records(), true));
    CHECK(seen.size() < 150);
    set(RecordType::customer, first, {{customer::name, "another"}});
    add(RecordType::customer, {{customer::name, "one more"}});
    while (take(records(), true)) {
    }
    CHECK(std::ranges::count(seen, Row{0}) == 2);
    for (Row row = 1; row < 151; ++row) CHECK(std::ranges::count(seen, row) == 1);
    seen.clear();
    CHECK_FALSE(take(records(), false));
    CHECK(seen.empty());

    set(RecordType::customer, first, {{customer::name, "and another"}}); // not looked at yet
    const Workspace other;
    CHECK_FALSE(take(other, false)); // which has no such row
    CHECK(seen.empty());
}
