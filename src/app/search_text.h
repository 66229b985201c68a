// What a list can be searched for: the folded words of each row, and the digits of its phones.
#pragma once

#include "app/row_text.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

/// One word of a search: as it is folded, and its digits when it could be part of a phone number.
struct SearchWord {
    std::string text;
    std::string digits; // empty unless four digits or more and else only phone punctuation

    friend bool operator==(const SearchWord&, const SearchWord&) = default;
};
/// The words of what was typed; none twice.
std::vector<SearchWord> search_words(std::string_view typed);
/// True when whatever `longer` finds, `shorter` finds too, as while a search is being typed.
bool narrows(std::span<const SearchWord> longer, std::span<const SearchWord> shorter);

class SearchText {
public:
    /// Begins the text of a row, replacing what it had.
    void begin_row(Row row);
    /// A field's value; folded here.
    void add(std::string_view value);
    /// A phone number: found as it is written and by its digits.
    void add_phone(std::string_view value);
    void end_row();

    /// So many rows will come, like those that are there.
    void expect(std::size_t rows);

    bool row_matches(Row row, std::span<const SearchWord> words) const;
    /// hits[row] stays 1 where the row has every word, and becomes 0 elsewhere.
    void keep(std::span<const SearchWord> words, std::vector<std::uint8_t>& hits) const;

    std::size_t byte_count() const { return words_.byte_count() + digits_.byte_count(); }

private:
    void keep(const SearchWord& word, std::vector<std::uint8_t>& hits) const;

    RowText words_;
    RowText digits_;
};

} // namespace bb
