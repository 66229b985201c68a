// What happened with a customer, and what the day brings: follow-ups that are due, customers that
// have been silent for too long, quotes that expire soon, drafts that wait.
#pragma once

#include "base/time.h"
#include "store/workspace.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace bb {

class CustomerFactTable;

/// What happened with a customer, newest first.
std::vector<RecordView> timeline_of(const Workspace& records, RecordId customer);

/// After how many days without an activity a customer of a grade counts as silent; 0: never.
/// The trade's rules ask for an alarm by grade but name no days: these are ours.
struct SilenceDays {
    std::array<int, 4> days = {14, 30, 90, 0}; // A, B, C, D

    friend bool operator==(const SilenceDays&, const SilenceDays&) = default;
};
/// A quote that ends within so many days is shown.
inline constexpr int expiry_warning_days = 7;

struct TodayBoard {
    struct FollowUp {
        Row customer = 0;
        Date date{};
        int days_late = 0; // 0: today
    };
    struct Silent {
        Row customer = 0;
        char grade = 0; // 'A' … 'D'
        int days = 0;   // since the last activity, or since it was entered
    };
    struct Expiring {
        Row quote = 0;
        Date valid_until{};
        int days_left = 0; // 0: today is the last day
    };
    std::vector<FollowUp> follow_ups; // latest first, then by grade
    std::size_t overdue = 0;          // of the follow-ups
    std::vector<Silent> silent;       // by grade, then longest first; none with a follow-up planned
    std::vector<Expiring> expiring;   // issued ones, soonest first
    std::vector<Row> drafts;          // quotes, newest first
};

TodayBoard today_board(const Workspace& records, Date today, SilenceDays silence = {});

/// The same kept up to date: looks again only at what changed.
class TodayDesk {
public:
    TodayDesk();
    ~TodayDesk();
    TodayDesk(TodayDesk&&) noexcept;
    TodayDesk& operator=(TodayDesk&&) noexcept;

    /// `facts` are those of `records`, up to date.
    const TodayBoard& update(const Workspace& records, const CustomerFactTable& facts, Date today,
                             SilenceDays silence = {});
    /// Another one whenever the board may have changed; 0 before the first.
    std::uint64_t number() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace bb
