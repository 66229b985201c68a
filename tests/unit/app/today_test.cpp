#include "app/activity_rules.h"
#include "app/customer_facts.h"
#include "app/quote_document.h"
#include "app/quote_list.h"
#include "app/sample_data.h"
#include "app_fixture.h"
#include "domain/quote.h"
#include "domain/validate.h"

#include <doctest/doctest.h>

#include <set>

using namespace bb;

namespace {

struct TodayFixture : AppFixture {
    CustomerFactTable facts;
    TodayDesk desk;
    bool look(const std::function<bool()>& enough) {
        return facts.take(records(), enough, [](Row) {});
    }
    const TodayBoard& board() {
        look([] { return false; });
        return desk.update(records(), facts, today);
    }

    RecordId customer_of(std::string_view grade, int entered_days_ago,
                         std::string_view follow_up = "") {
        const Instant made{now.ms - entered_days_ago * 86'400'000LL};
        return add(RecordType::customer, {{common::created_at, made.to_text()},
                                          {customer::name, "x"},
                                          {customer::grade, std::string(grade)},
                                          {customer::next_follow_up, std::string(follow_up)}});
    }
    RecordId activity_of(RecordId customer, int days_ago) {
        const Instant at{now.ms - days_ago * 86'400'000LL};
        return add(RecordType::activity,
                   {{activity::customer, customer.to_text()}, {activity::at, at.to_text()}});
    }
};

} // namespace

TEST_CASE_FIXTURE(TodayFixture, "follow-ups are due until today, the latest first, then by grade") {
    customer_of("B", 0, "2026-11-21");
    customer_of("A", 0, "2026-11-21");
    customer_of("C", 0, "2026-11-19");
    customer_of("A", 0, "2026-11-22");
    customer_of("A", 0, "2029-11-22");
    REQUIRE(board().follow_ups.size() == 3);
    CHECK(board().follow_ups[0].days_late == 2);
    CHECK(board().follow_ups[1].customer == 1);
    CHECK(board().follow_ups[2].customer == 0);
    CHECK(board().overdue == 1);
    today = Date::from_civil(2029, 11, 22).value();
    CHECK(board().follow_ups.size() == 5);
}

TEST_CASE_FIXTURE(TodayFixture,
                  "a customer is silent after the days of its grade without an activity") {
    const RecordId a = customer_of("A", 100);
    customer_of("B", 30);
    customer_of("C", 91);
    customer_of("D", 900);
    customer_of("", 900);
    customer_of("A", 900, "2027-01-01"); // planned, so not forgotten
    REQUIRE(board().silent.size() == 2);
    CHECK(board().silent[0].grade == 'A');
    CHECK(board().silent[0].days == 100);
    CHECK(board().silent[1].grade == 'C');
    const RecordId activity = activity_of(a, 3);
    CHECK(board().silent.size() == 1);
    set(RecordType::activity, activity, {{common::deleted, "1"}});
    CHECK(board().silent.size() == 2);
    activity_of(a, 15);
    CHECK(board().silent[0].days == 15);
}

TEST_CASE_FIXTURE(TodayFixture, "quotes that end within a week and drafts are listed") {
    const auto quote_of = [&](std::string_view status, std::string_view until) {
        add(RecordType::quote,
            {{quote::status, std::string(status)}, {quote::valid_until, std::string(until)}});
    };
    quote_of("issued", "2026-11-28");
    quote_of("issued", "2026-11-21");
    quote_of("issued", "2026-11-29");
    quote_of("issued", "2026-11-20");
    quote_of("won", "2026-11-22");
    quote_of("draft", "2026-11-22");
    REQUIRE(board().expiring.size() == 2);
    CHECK(board().expiring[0].days_left == 0);
    CHECK(board().expiring[1].days_left == 7);
    CHECK(board().drafts.size() == 1);
}

TEST_CASE_FIXTURE(TodayFixture, "the desk after any change equals a board made anew") {
    std::vector<RecordId> customers;
    std::vector<RecordId> activities;
    for (int round = 0; round < 200; ++round) {
        const int dice = static_cast<int>(ids.next_random() % 5);
        const int days = static_cast<int>(ids.next_random() % 120);
        const auto any = [&](const std::vector<RecordId>& from) {
            return from[ids.next_random() % from.size()];
        };
        if (dice == 0 || customers.empty())
            customers.push_back(customer_of("ABCD"[days % 4] == 'D' ? "D" : "A", days));
        else if (dice == 1 || activities.empty())
            activities.push_back(activity_of(any(customers), days));
        else if (dice == 2)
            set(RecordType::activity, any(activities),
                {{common::deleted, days % 2 == 0 ? "1" : ""}});
        else if (dice == 3)
            set(RecordType::activity, any(activities),
                {{activity::customer, any(customers).to_text()}});
        else
            activities.push_back(
                add(RecordType::activity, {{activity::customer, ids.next(1).to_text()}}));
        const TodayBoard& kept = board();
        const TodayBoard fresh = today_board(records(), today);
        REQUIRE(kept.silent.size() == fresh.silent.size());
        for (std::size_t at = 0; at < fresh.silent.size(); ++at) {
            REQUIRE(kept.silent[at].customer == fresh.silent[at].customer);
            REQUIRE(kept.silent[at].days == fresh.silent[at].days);
        }
    }
}

TEST_CASE_FIXTURE(
    TodayFixture,
    "the sample data is whole: canonical values, linked records, quotes that can be sent") {
    const Action action = sample_data(ids, today, now);
    perform(action);
    CHECK(records().live_count(RecordType::customer) == 40);
    CHECK(records().live_count(RecordType::product) == 12);
    CHECK(records().live_count(RecordType::quote) == 4);
    std::set<std::string> continents;
    for (const Edit& edit : action.edits) {
        const FieldInfo* field = field_of(edit.type, edit.field);
        REQUIRE(field != nullptr);
        const Result<std::string> value = canonical_value(*field, edit.value);
        CAPTURE(field->key);
        CAPTURE(edit.value);
        REQUIRE(value.ok());
        CHECK(*value == edit.value);
        if (field->type == FieldType::email) CHECK(edit.value.ends_with("@example.com"));
    }
    QuoteList quotes;
    quotes.update(records(), {});
    CHECK(quotes.counts().issued == 1);
    CHECK(quotes.counts().draft == 2);
    for (const QuoteEntry& entry : quotes.rows()) {
        CHECK(missing_for_issue(quote_document(records(), entry.id)).empty());
        CHECK(entry.customer_name.size() > 0);
        CHECK(entry.total > Decimal(0));
    }
    CHECK(board().follow_ups.size() >= 3);
    CHECK(board().expiring.size() == 1);
    CHECK(board().drafts.size() == 2);
    CHECK(board().silent.size() >= 1);
}

TEST_CASE_FIXTURE(TodayFixture, "customers are looked at in slices, and the board is the same") {
    for (int n = 0; n < 200; ++n) customer_of("A", 0, "2026-11-21");
    const auto at_once = [] { return true; };
    CHECK(look(at_once));
    while (look(at_once)) {
    }
    CHECK(desk.number() == 0); // no board yet
    CHECK(board().follow_ups.size() == 200);
    const std::uint64_t before = desk.number();
    const RecordId late = customer_of("B", 0, "2026-11-21");
    CHECK_FALSE(look(at_once));
    CHECK(board().follow_ups.size() == 201);
    CHECK(desk.number() != before);
    // What the board does not go by makes no other one.
    const std::uint64_t same = desk.number();
    set(RecordType::customer, late, {{customer::notes, "asked for samples"}});
    CHECK(board().follow_ups.size() == 201);
    CHECK(desk.number() == same);
}

TEST_CASE_FIXTURE(TodayFixture,
                  "of a file that was read anew with fewer customers nobody is left") {
    customer_of("A", 0, "2026-11-21");
    customer_of("A", 0, "2026-11-21");
    CHECK(board().follow_ups.size() == 2);
    const Workspace empty;
    CHECK(desk.update(empty, facts, today).follow_ups.empty());
}
