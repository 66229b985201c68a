// What a list makes ahead in slices, or not at all before it is shown.
#include "list_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace bb;

TEST_CASE_FIXTURE(ListFixture,
                  "a screen without the list counts, and the list is right when it comes") {
    const RecordId a =
        add(RecordType::customer, {{customer::name, "Aster"}, {customer::grade, "A"}});
    add(RecordType::customer, {{customer::name, "Cedar"}, {customer::country, "PE"}});
    list.count(records(), today);
    CHECK(list.counts().all == 2);
    CHECK(list.counts().grade[0] == 1);
    CHECK(list.countries().size() == 1);
    CHECK(list.rows().empty());
    CHECK(shown() == Names{"Aster", "Cedar"});

    set(RecordType::customer, a, {{customer::name, "Zinnia"}});
    add(RecordType::customer, {{customer::name, "Birch"}});
    set(RecordType::customer, a, {{customer::grade, "B"}});
    list.count(records(), today);
    CHECK(list.counts().grade[0] == 0);
    CHECK(list.counts().all == 3);
    CHECK(shown() == Names{"Birch", "Cedar", "Zinnia"});
    CHECK(found("zinn") == Names{"Zinnia"});
}

TEST_CASE_FIXTURE(ListFixture,
                  "the text for the search is made in slices, or by the search itself") {
    for (int n = 0; n < 300; ++n) {
        add(RecordType::customer, {{customer::name, "Customer " + std::to_string(n)}});
    }
    const auto at_once = [] { return true; };
    const auto never = [] { return false; };
    list.count(records(), today);
    CHECK(list.prepare_search(records(), at_once));
    CHECK(found("customer 7").size() == 57); // made by the search
    CHECK_FALSE(list.prepare_search(records(), never));
    CHECK(found("").size() == 300);
    add(RecordType::customer, {{customer::name, "Customer 777"}});
    CHECK(shown().size() == 301);
    CHECK_FALSE(list.prepare_search(records(), at_once)); // one row is one slice
    CHECK(found("customer 77").size() == 4);
    CHECK(found("customer 777").size() == 1);
}

TEST_CASE_FIXTURE(ListFixture,
                  "the order is made in slices, and stays right when it changes between") {
    for (int n = 0; n < 300; ++n)
        add(RecordType::customer, {{customer::name, "Customer " + std::to_string(1000 - n)}});
    const auto at_once = [] { return true; };
    int slices = 1;
    for (; list.prepare_order(records(), order, at_once); ++slices) {
        // In the midst of it.
        if (slices == 7) add(RecordType::customer, {{customer::name, "Customer 0"}});
    }
    CHECK(slices > 9);
    CHECK_FALSE(list.prepare_order(records(), order, at_once)); // it was the last
    const Names names = shown();
    REQUIRE(names.size() == 301);
    CHECK(names.front() == "Customer 0");
    CHECK(std::ranges::is_sorted(names));
    CHECK(list.counts().all == 301);

    order.ascending = false;
    CHECK_FALSE(list.prepare_order(records(), order, at_once)); // keys are there
    CHECK(shown().back() == "Customer 0");
    order.field = customer::city; // all have the same
    CHECK(list.prepare_order(records(), order, at_once));
    CHECK(shown().size() == 301); // the rest is made then
}

TEST_CASE_FIXTURE(ListFixture,
                  "a file that was read anew is listed anew, with as many changes as before") {
    const RecordId id{1, 2};
    const auto named = [&](std::string name) {
        Workspace read;
        read.apply(
            {RecordType::customer, id, customer::name, std::move(name), Stamp{1 << 16, 7}, {}});
        return read;
    };
    const auto listed = [&](const Workspace& read) {
        list.update(read, filter, order, today);
        return names(read, list);
    };
    filter.search = "old";
    CHECK(listed(named("old name")) == Names{"old name"});
    CHECK(listed(named("new name")).empty());
    filter.search = "";
    CHECK(listed(named("third name")) == Names{"third name"});
}
