#include "app/activity_rules.h"

#include "app/customer_facts.h"
#include "app/quote_document.h"
#include "app/row_changes.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace bb {
namespace {

constexpr Row no_row = 0xFFFFFFFFU;

char letter_of(std::string_view grade) { return grade.size() == 1 ? grade.front() : '\0'; }

/// A, B, C, D, then customers without a grade.
int rank_of(char grade) { return grade >= 'A' && grade <= 'D' ? grade - 'A' : 4; }

} // namespace

struct TodayDesk::Impl {
    RowChanges activity_changes;
    std::vector<std::int32_t> last_activity; // days, by customer row
    struct ActivityState {
        Row customer = no_row;
        std::int32_t day = no_day;
    };
    std::vector<ActivityState> activities; // by activity row
    std::vector<Row> orphans;              // activities without a customer
    TodayBoard board;
    std::uint64_t revision = ~std::uint64_t{0};
    Date today{};
    SilenceDays silence{};

    std::uint64_t quote_revision = ~std::uint64_t{0};
    std::uint64_t number = 0; // of the board
    std::uint64_t customer_revision = ~std::uint64_t{0};

    /// True: the board may be another one now.
    bool take_activities(const Workspace& records);
    void list_customers(const CustomerFactTable& facts);
    void list_quotes(const Workspace& records);
};

bool TodayDesk::Impl::take_activities(const Workspace& records) {
    const auto changed = activity_changes.look(records, RecordType::activity);
    activities.resize(records.row_count(RecordType::activity));
    // Those whose customer was not there yet are tried again.
    std::vector<Row> rows = std::exchange(orphans, {});
    rows.insert(rows.end(), changed.begin(), changed.end());
    bool moved_back = false;
    bool moved_on = false;
    for (const Row row : rows) {
        const RecordView record = records.at(RecordType::activity, row);
        const auto id = RecordId::parse(record.value(activity::customer));
        const auto customer = id ? records.row_of(RecordType::customer, *id) : std::nullopt;
        if (!customer) orphans.push_back(row);
        ActivityState state;
        if (customer && !record.deleted())
            state = {*customer, day_of(record.value(activity::at).substr(0, 10))};
        // An activity that was the last one may be gone or earlier now.
        const ActivityState before = std::exchange(activities[row], state);
        if (before.customer != no_row) {
            moved_back |= before.customer != state.customer || before.day > state.day;
        }
        if (state.customer == no_row || state.day <= last_activity[state.customer]) continue;
        last_activity[state.customer] = state.day;
        moved_on = true;
    }
    if (!moved_back) return moved_on;
    std::ranges::fill(last_activity, no_day);
    for (const ActivityState& state : activities) {
        if (state.customer == no_row) continue;
        last_activity[state.customer] = std::max(last_activity[state.customer], state.day);
    }
    return true;
}

void TodayDesk::Impl::list_customers(const CustomerFactTable& facts) {
    board.follow_ups.clear();
    board.silent.clear();
    board.overdue = 0;
    std::vector<char> letters; // by number of the grade
    for (std::size_t grade = 0; grade < facts.grades().size(); ++grade)
        letters.push_back(letter_of(facts.grades().text(static_cast<std::uint16_t>(grade))));
    const Row count = static_cast<Row>(std::min(facts.size(), last_activity.size()));
    for (Row row = 0; row < count; ++row) {
        const CustomerFacts& customer = facts.at(row);
        if (customer.deleted) continue;
        const char letter = letters[customer.grade];
        if (customer.follow_up != no_day && customer.follow_up <= today.days) {
            const int late = today.days - customer.follow_up;
            board.follow_ups.push_back({row, {customer.follow_up}, late});
            if (late > 0) ++board.overdue;
        }
        const int rank = rank_of(letter);
        if (customer.follow_up != no_day || rank > 3) continue;
        const int allowed = silence.days[static_cast<std::size_t>(rank)];
        const int days = today.days - std::max(customer.entered, last_activity[row]);
        if (allowed > 0 && days > allowed) board.silent.push_back({row, letter, days});
    }
    const auto rank = [&](const TodayBoard::FollowUp& due) {
        return rank_of(letters[facts.at(due.customer).grade]);
    };
    std::ranges::stable_sort(board.follow_ups, [&](const auto& a, const auto& b) {
        return a.days_late != b.days_late ? a.days_late > b.days_late : rank(a) < rank(b);
    });
    std::ranges::stable_sort(board.silent, [](const auto& a, const auto& b) {
        return a.grade != b.grade ? a.grade < b.grade : a.days > b.days;
    });
}

void TodayDesk::Impl::list_quotes(const Workspace& records) {
    board.drafts.clear();
    board.expiring.clear();
    for (Row row = 0; row < records.row_count(RecordType::quote); ++row) {
        const RecordView record = records.at(RecordType::quote, row);
        if (record.deleted()) continue;
        const std::string_view status = quote_status(record);
        if (status == "draft") board.drafts.push_back(row);
        const auto until = Date::parse(record.value(quote::valid_until));
        if (status != "issued" || !until) continue;
        const int left = until->days - today.days;
        if (left >= 0 && left <= expiry_warning_days) board.expiring.push_back({row, *until, left});
    }
    std::ranges::reverse(board.drafts);
    std::ranges::stable_sort(board.expiring, {}, &TodayBoard::Expiring::days_left);
}

TodayDesk::TodayDesk() : impl_(std::make_unique<Impl>()) {}
TodayDesk::~TodayDesk() = default;
TodayDesk::TodayDesk(TodayDesk&&) noexcept = default;
TodayDesk& TodayDesk::operator=(TodayDesk&&) noexcept = default;

const TodayBoard& TodayDesk::update(const Workspace& records, const CustomerFactTable& facts,
                                    Date today, SilenceDays silence) {
    Impl& desk = *impl_;
    const bool same_rules = desk.number > 0 && desk.today == today && desk.silence == silence;
    if (same_rules && desk.revision == records.revision()) return desk.board;
    desk.revision = records.revision();
    desk.today = today;
    desk.silence = silence;
    const Row count = records.row_count(RecordType::customer);
    // Of another workspace there may be fewer, with the facts of before.
    const bool other_customers =
        desk.customer_revision != facts.revision() || desk.last_activity.size() != count;
    desk.last_activity.resize(count, no_day);
    desk.customer_revision = facts.revision();
    const bool other_activities = desk.take_activities(records);
    const bool other_quotes = desk.quote_revision != records.revision(RecordType::quote);
    desk.quote_revision = records.revision(RecordType::quote);
    // Most edits change nothing here: sorting 100,000 customers anew would be felt at every one.
    if (!same_rules || other_customers || other_activities) desk.list_customers(facts);
    if (!same_rules || other_quotes) desk.list_quotes(records);
    if (!same_rules || other_customers || other_activities || other_quotes) ++desk.number;
    return desk.board;
}

std::uint64_t TodayDesk::number() const { return impl_->number; }

std::vector<RecordView> timeline_of(const Workspace& records, RecordId customer) {
    std::vector<RecordView> activities;
    for (const RecordId id : records.children(RecordType::activity, customer))
        activities.push_back(records.find(RecordType::activity, id));
    std::ranges::stable_sort(activities, [](const RecordView& a, const RecordView& b) {
        return a.value(activity::at) > b.value(activity::at);
    });
    return activities;
}

TodayBoard today_board(const Workspace& records, Date today, SilenceDays silence) {
    CustomerFactTable facts;
    facts.take(
        records, [] { return false; }, [](Row) {});
    return TodayDesk().update(records, facts, today, silence);
}

} // namespace bb
