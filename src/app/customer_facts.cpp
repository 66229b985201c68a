#include "app/customer_facts.h"

#include "base/time.h"

#include <utility>

namespace bb {
namespace {

// The id itself holds the time at which a record was made.
std::int32_t day_made(RecordId id) {
    constexpr std::int64_t ms_a_day = 86'400'000;
    return static_cast<std::int32_t>(static_cast<std::int64_t>(id.high >> 16) / ms_a_day);
}

} // namespace

std::int32_t day_of(std::string_view date) {
    const auto parsed = Date::parse(date);
    return parsed ? parsed->days : no_day;
}

std::uint16_t FewTexts::number(std::string_view text) {
    if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
    // Fields with more texts than this do not filter; the last number then stands for several.
    if (texts_.size() == 0xffff) return 0xfffe;
    const auto number = static_cast<std::uint16_t>(texts_.size());
    texts_.emplace_back(text);
    numbers_.emplace(texts_.back(), number);
    return number;
}

std::optional<std::uint16_t> FewTexts::find(std::string_view text) const {
    const auto found = numbers_.find(text);
    if (found == numbers_.end()) return std::nullopt;
    return found->second;
}

bool CustomerFactTable::take(const Workspace& records, const Enough& enough,
                             const std::function<void(Row)>& looked_at) {
    return customers_.take(records, RecordType::customer, enough, [&](Row row) {
        if (row >= facts_.size()) facts_.resize(std::size_t{row} + 1);
        const CustomerFacts now = facts_of(records.at(RecordType::customer, row));
        if (std::exchange(facts_[row], now) != now) ++revision_;
        looked_at(row);
    });
}

CustomerFacts CustomerFactTable::facts_of(const RecordView& record) {
    const auto [deleted, created, country, grade, stage, follow_up] =
        record.values<6>({common::deleted, common::created_at, customer::country, customer::grade,
                          customer::stage, customer::next_follow_up});
    CustomerFacts facts{
        .country = countries_.number(country),
        .stage = stages_.number(stage),
        .grade = grades_.number(grade),
        .deleted = deleted == "1",
        .follow_up = day_of(follow_up),
        .entered = day_of(created.substr(0, 10)),
    };
    if (facts.entered == no_day) facts.entered = day_made(record.id());
    return facts;
}

} // namespace bb
