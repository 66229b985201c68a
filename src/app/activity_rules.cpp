#include "app/activity_rules.h"

#include "app/quote_document.h"
#include "app/row_changes.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace bb {
namespace {

constexpr std::int32_t never = INT32_MIN;
constexpr Row no_row = 0xFFFFFFFFU;

/// What the board needs of a customer, kept by row.
struct CustomerState {
    std::int32_t follow_up = never; // days
    std::int32_t entered = never;   // days
    char grade = 0;
    bool deleted = false;

    friend bool operator==(const CustomerState&, const CustomerState&) = default;
};

/// Days of instants are UTC days: a board by grades of weeks needs no more.
std::int32_t day_of(std::string_view instant) {
    const auto date = Date::parse(instant.substr(0, 10));
    return date ? date->days : never;
}

// The id itself holds the time at which a record was made.
std::int32_t day_made(RecordId id) {
    constexpr std::int64_t ms_a_day = 86'400'000;
    return static_cast<std::int32_t>(static_cast<std::int64_t>(id.high >> 16) / ms_a_day);
}

CustomerState state_of(const RecordView& record) {
    const auto [deleted, created, grade, follow_up] = record.values<4>(
        {common::deleted, common::created_at, customer::grade, customer::next_follow_up});
    CustomerState state;
    if (const auto date = Date::parse(follow_up)) state.follow_up = date->days;
    if (grade.size() == 1) state.grade = grade.front();
    state.entered = day_of(created);
    if (state.entered == never) state.entered = day_made(record.id());
    state.deleted = deleted == "1";
    return state;
}

/// A, B, C, D, then customers without a grade.
int rank_of(char grade) { return grade >= 'A' && grade <= 'D' ? grade - 'A' : 4; }

} // namespace

struct TodayDesk::Impl {
    RowsToLookAt customer_rows;
    RowChanges activity_changes;
    std::vector<CustomerState> customers;
    std::vector<std::int32_t> last_activity; // days, by customer row
    struct ActivityState {
        Row customer = no_row;
        std::int32_t day = never;
    };
    std::vector<ActivityState> activities; // by activity row
    std::vector<Row> orphans;              // activities without a customer
    TodayBoard board;
    std::uint64_t revision = ~std::uint64_t{0};
    Date today{};
    SilenceDays silence{};

    std::uint64_t quote_revision = ~std::uint64_t{0};
    std::uint64_t number = 0;     // of the board
    bool other_customers = false; // than those of the board

    /// True: there are more.
    bool take_customers(const Workspace& records, const std::function<bool()>& enough);
    /// True: the board may be another one now.
    bool take_activities(const Workspace& records);
    void list_customers();
    void list_quotes(const Workspace& records);
};

bool TodayDesk::Impl::take_customers(const Workspace& records,
                                     const std::function<bool()>& enough) {
    const Row count = records.row_count(RecordType::customer);
    if (customers.size() != count) {
        other_customers = true;
        customers.resize(count);
        last_activity.resize(count, never);
    }
    return customer_rows.take(records, RecordType::customer, enough, [&](Row row) {
        const CustomerState state = state_of(records.at(RecordType::customer, row));
        other_customers = other_customers || state != customers[row];
        customers[row] = state;
    });
}

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
        if (customer && !record.deleted()) state = {*customer, day_of(record.value(activity::at))};
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
    std::ranges::fill(last_activity, never);
    for (const ActivityState& state : activities) {
        if (state.customer == no_row) continue;
        last_activity[state.customer] = std::max(last_activity[state.customer], state.day);
    }
    return true;
}

void TodayDesk::Impl::list_customers() {
    board.follow_ups.clear();
    board.silent.clear();
    board.overdue = 0;
    for (Row row = 0; row < customers.size(); ++row) {
        const CustomerState& customer = customers[row];
        if (customer.deleted) continue;
        if (customer.follow_up != never && customer.follow_up <= today.days) {
            const int late = today.days - customer.follow_up;
            board.follow_ups.push_back({row, {customer.follow_up}, late});
            if (late > 0) ++board.overdue;
        }
        const int rank = rank_of(customer.grade);
        if (customer.follow_up != never || rank > 3) continue;
        const int allowed = silence.days[static_cast<std::size_t>(rank)];
        const int days = today.days - std::max(customer.entered, last_activity[row]);
        if (allowed > 0 && days > allowed) board.silent.push_back({row, customer.grade, days});
    }
    std::ranges::stable_sort(board.follow_ups, [this](const auto& a, const auto& b) {
        if (a.days_late != b.days_late) return a.days_late > b.days_late;
        return rank_of(customers[a.customer].grade) < rank_of(customers[b.customer].grade);
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

const TodayBoard& TodayDesk::update(const Workspace& records, Date today, SilenceDays silence) {
    Impl& desk = *impl_;
    const bool same_rules = desk.number > 0 && desk.today == today && desk.silence == silence;
    if (same_rules && desk.revision == records.revision()) return desk.board;
    desk.revision = records.revision();
    desk.today = today;
    desk.silence = silence;
    desk.take_customers(records, [] { return false; });
    const bool other_customers = std::exchange(desk.other_customers, false);
    const bool other_activities = desk.take_activities(records);
    const bool other_quotes = desk.quote_revision != records.revision(RecordType::quote);
    desk.quote_revision = records.revision(RecordType::quote);
    // Most edits change nothing here: sorting 100,000 customers anew would be felt at every one.
    if (!same_rules || other_customers || other_activities) desk.list_customers();
    if (!same_rules || other_quotes) desk.list_quotes(records);
    if (!same_rules || other_customers || other_activities || other_quotes) ++desk.number;
    return desk.board;
}

bool TodayDesk::prepare(const Workspace& records, const std::function<bool()>& enough) {
    return impl_->take_customers(records, enough);
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
    return TodayDesk().update(records, today, silence);
}

} // namespace bb
