// The search of the customer list by itself, as the page's program has it, over the made customers:
// tools/bench times it in the same browser as a scan in JavaScript, without frames on either side.
#include "app/customer_list.h"
#include "made.h"

#include <algorithm>
#include <cstdlib>
#include <emscripten.h>
#include <string>
#include <utility>
#include <vector>

namespace bb::bench {
namespace {

struct Desk {
    Workspace records;
    CustomerList list;
};

Desk& desk() {
    static Desk one;
    return one;
}

void add(Workspace& records, const MadeRecord& record, std::uint64_t time) {
    std::vector<FieldValue> values;
    for (const auto& [field, value] : record.values)
        values.push_back({field, value, {time, 1}, {}});
    std::ranges::sort(values, {}, &FieldValue::field);
    records.apply(record.type, record.id, values);
}

void search(std::string typed) {
    CustomerFilter filter;
    filter.search = std::move(typed);
    desk().list.update(desk().records, filter, SortOrder{}, *Date::parse("2026-10-15"));
}

} // namespace
} // namespace bb::bench

using namespace bb::bench;

extern "C" {

/// Customers and contacts as the page has them after loading.
EMSCRIPTEN_KEEPALIVE void make(std::uint32_t customers) {
    for (std::uint32_t n = 0; n < customers; ++n) {
        add(desk().records, made_customer(n), n + 1);
        for (const MadeRecord& contact : made_contacts(n)) add(desk().records, contact, n + 1);
    }
}

/// What the page does on a key, up to the rows in their order; free()s what was typed.
EMSCRIPTEN_KEEPALIVE std::uint32_t find(char* typed) {
    search(typed);
    std::free(typed);
    return static_cast<std::uint32_t>(desk().list.rows().size());
}

/// The rows found: numbers of customers in the order of their making.
EMSCRIPTEN_KEEPALIVE const std::uint32_t* found() { return desk().list.rows().data(); }
}

int main() { return 0; }
