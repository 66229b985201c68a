// The search of the customer list and a customer's timeline by themselves, as the page's program has
// them, over the made customers: tools/bench times them in the same browser as a scan in JavaScript
// and a query of Dexie, without frames on either side.
#include "app/activity_rules.h"
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
    std::string words; // of the timeline asked for last
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

using namespace bb;
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

EMSCRIPTEN_KEEPALIVE void make_activities(std::uint32_t count, std::uint32_t customers) {
    for (std::uint32_t n = 0; n < count; ++n)
        add(desk().records, made_activity(n, customers), n + 1);
}

/// What the page does in slices after its first frame.
EMSCRIPTEN_KEEPALIVE void link_activities() {
    desk().records.prepare_children(RecordType::activity,
                                    desk().records.row_count(RecordType::activity));
}

/// Every line of a customer's timeline, newest first.
EMSCRIPTEN_KEEPALIVE const char* timeline(std::uint32_t customer) {
    const Workspace& records = desk().records;
    std::string& words = desk().words;
    words.clear();
    const RecordId id = records.at(RecordType::customer, customer).id();
    for (const RecordView& one : timeline_of(records, id)) {
        for (const auto field :
             {activity::kind, activity::summary, activity::at, activity::outcome})
            words.append(one.value(field)).append(" ");
        words.back() = '\n';
    }
    return words.c_str();
}
}

int main() { return 0; }
