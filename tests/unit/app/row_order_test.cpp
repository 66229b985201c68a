#include "app/order_key.h"
#include "app/row_order.h"
#include "app_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace bb;

namespace {

std::string number_key(std::string_view value) {
    return sort_key(*field_of(RecordType::product, product::price), value, Language::english);
}

} // namespace

TEST_CASE("numbers sort by value, not by their digits") {
    const std::string_view rising[] = {
        "-12.5", "-3", "0", "0.05", "0.5", "3", "12", "100.25", "999999999999999999"};
    for (std::size_t at = 1; at < std::size(rising); ++at) {
        CHECK(number_key(rising[at - 1]) < number_key(rising[at]));
    }
    CHECK(number_key("1.50") == number_key("1.5"));
    CHECK(number_key("").empty());
}

TEST_CASE("choices sort in the order of their table and countries by name") {
    const FieldInfo& stage = *field_of(RecordType::customer, customer::stage);
    CHECK(sort_key(stage, "inquiry", Language::english) <
          sort_key(stage, "first_order", Language::english));
    CHECK(sort_key(stage, "lost", Language::english) <
          sort_key(stage, "from a newer program", Language::english));
    const FieldInfo& country = *field_of(RecordType::customer, customer::country);
    CHECK(sort_key(country, "DE", Language::english) > sort_key(country, "FR", Language::english));
}

TEST_CASE("changing single keys gives the same order as sorting anew") {
    IdSource random(5);
    std::vector<std::string> keys;
    RowOrder order;
    order.sort({}, true);
    for (int round = 0; round < 200; ++round) {
        std::vector<Row> rows;
        const std::size_t count = keys.size() + (round % 2 == 0 ? 0 : 1);
        for (Row row = 0; row < count; ++row) {
            const bool added = row >= keys.size();
            if (added) keys.emplace_back();
            if (!added && random.next_random() % 8 != 0) continue;
            rows.push_back(row);
            keys[row] = std::string(random.next_random() % 3, 'a') +
                        std::to_string(random.next_random() % 4);
            if (random.next_random() % 4 == 0) keys[row].clear();
        }
        std::vector<std::string> changed;
        for (const Row row : rows) changed.push_back(keys[row]);
        order.change(rows, changed);
        order.set_direction(round % 3 != 0);
        RowOrder fresh;
        fresh.sort(keys, round % 3 != 0);
        REQUIRE(std::ranges::equal(order.rows(), fresh.rows()));
    }
}

TEST_CASE("there is always room for an order key between two others") {
    std::vector<std::string> keys = {order_key_between({}, {})};
    IdSource random(9);
    for (int round = 0; round < 400; ++round) {
        const std::size_t at = random.next_random() % (keys.size() + 1);
        const std::string before = at == 0 ? "" : keys[at - 1];
        const std::string after = at == keys.size() ? "" : keys[at];
        const std::string key = order_key_between(before, after);
        REQUIRE(before < key);
        REQUIRE((after.empty() || key < after));
        keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(at), key);
    }
}

TEST_CASE("a hundred lines put after each other have short order keys") {
    std::string key;
    for (int line = 0; line < 100; ++line) {
        const std::string next = order_key_between(key, {});
        REQUIRE(key < next);
        key = next;
    }
    CHECK(key.size() <= 12);
}
