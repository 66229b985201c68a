#include "app/customer_facts.h"

namespace bb {

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

void CustomerFactTable::renew(Row row, const RecordView& record) {
    if (row >= facts_.size()) facts_.resize(std::size_t{row} + 1);
    const auto [deleted, country, grade, stage, follow_up] =
        record.values<5>({common::deleted, customer::country, customer::grade, customer::stage,
                          customer::next_follow_up});
    facts_[row] = {
        .country = countries_.number(country),
        .stage = stages_.number(stage),
        .grade = grades_.number(grade),
        .deleted = deleted == "1",
        .follow_up = Date::parse(follow_up),
    };
}

} // namespace bb
