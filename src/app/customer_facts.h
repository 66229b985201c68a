// What the customer list filters and counts by, and the board of the day goes by: one small entry a
// row, so that a look at all customers reads no records.
#pragma once

#include "app/row_changes.h"
#include "store/workspace.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bb {

/// Numbers for the few different texts of a field; 0 is the empty text.
class FewTexts {
public:
    FewTexts() { number(""); }
    std::uint16_t number(std::string_view text);
    /// Nothing when the text never occurred.
    std::optional<std::uint16_t> find(std::string_view text) const;
    const std::string& text(std::uint16_t number) const { return texts_[number]; }
    std::size_t size() const { return texts_.size(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>> numbers_;
    std::vector<std::string> texts_;
};

inline constexpr std::int32_t no_day = INT32_MIN;
/// Date::days of a date's text; no_day where it is none.
std::int32_t day_of(std::string_view date);

struct CustomerFacts {
    std::uint16_t country = 0;
    std::uint16_t stage = 0;
    std::uint16_t grade = 0;
    bool deleted = false;
    std::int32_t follow_up = no_day; // days, as Date::days
    std::int32_t entered = no_day;   // UTC days: enough for who counts in weeks

    friend bool operator==(const CustomerFacts&, const CustomerFacts&) = default;
};

class CustomerFactTable {
public:
    using Enough = std::function<bool()>;
    /// Looks at every customer that was made or changed, and calls looked_at(row), until `enough`
    /// says so, asked now and then. True: there are more.
    bool take(const Workspace& records, const Enough& enough,
              const std::function<void(Row)>& looked_at);
    const CustomerFacts& at(Row row) const { return facts_[row]; }
    std::size_t size() const { return facts_.size(); }
    /// Grows whenever an entry is another one.
    std::uint64_t revision() const { return revision_; }

    const FewTexts& countries() const { return countries_; }
    const FewTexts& stages() const { return stages_; }
    const FewTexts& grades() const { return grades_; }

private:
    CustomerFacts facts_of(const RecordView& record);

    RowsToLookAt customers_;
    std::uint64_t revision_ = 0;
    FewTexts countries_;
    FewTexts stages_;
    FewTexts grades_;
    std::vector<CustomerFacts> facts_;
};

} // namespace bb
