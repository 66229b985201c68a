// What the customer list filters and counts by, one small entry a row, so that a filter over all
// customers reads no records.
#pragma once

#include "base/time.h"
#include "store/workspace.h"

#include <cstdint>
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

struct CustomerFacts {
    std::uint16_t country = 0;
    std::uint16_t stage = 0;
    std::uint16_t grade = 0;
    bool deleted = false;
    std::optional<Date> follow_up;
};

class CustomerFactTable {
public:
    void renew(Row row, const RecordView& record);
    const CustomerFacts& at(Row row) const { return facts_[row]; }
    std::size_t size() const { return facts_.size(); }

    const FewTexts& countries() const { return countries_; }
    const FewTexts& stages() const { return stages_; }
    const FewTexts& grades() const { return grades_; }

private:
    FewTexts countries_;
    FewTexts stages_;
    FewTexts grades_;
    std::vector<CustomerFacts> facts_;
};

} // namespace bb
