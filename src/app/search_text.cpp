#include "app/search_text.h"

#include "base/utf8.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace bb {
namespace {

constexpr std::size_t least_phone_digits = 4; // fewer would find nearly every number

std::string phone_digits(std::string_view word) {
    if (word.find_first_not_of("0123456789+-.()/") != word.npos) return {};
    std::string digits = digits_only(word);
    if (digits.size() < least_phone_digits) digits.clear();
    return digits;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

} // namespace

std::vector<SearchWord> search_words(std::string_view typed) {
    const std::string text = folded(typed);
    std::vector<SearchWord> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            const std::string_view word = std::string_view(text).substr(at, end - at);
            SearchWord made{std::string(word), phone_digits(word)};
            if (std::ranges::find(words, made) == words.end()) words.push_back(std::move(made));
        }
        at = end + 1;
    }
    // The longest is the rarest as a rule: it is looked for first.
    std::ranges::stable_sort(words, std::ranges::greater{},
                             [](const SearchWord& word) { return word.text.size(); });
    return words;
}

bool narrows(std::span<const SearchWord> longer, std::span<const SearchWord> shorter) {
    const auto implied = [](const SearchWord& by, const SearchWord& word) {
        if (!contains(by.text, word.text)) return false;
        // What `by` finds by its digits only, `word` must find by digits as well.
        return by.digits.empty() || (!word.digits.empty() && contains(by.digits, word.digits));
    };
    return std::ranges::all_of(shorter, [&](const SearchWord& word) {
        return std::ranges::any_of(longer, [&](const SearchWord& by) { return implied(by, word); });
    });
}

void SearchText::begin_row(Row row) {
    words_.begin_row(row);
    digits_.begin_row(row);
}

void SearchText::add(std::string_view value) {
    if (!value.empty()) words_.add(folded(value));
}

void SearchText::add_phone(std::string_view value) {
    if (value.empty()) return;
    words_.add(folded(value));
    digits_.add(digits_only(value));
}

void SearchText::end_row() {
    words_.end_row();
    digits_.end_row();
}

void SearchText::expect(std::size_t rows) {
    words_.expect(rows);
    digits_.expect(rows);
}

bool SearchText::row_matches(Row row, std::span<const SearchWord> words) const {
    return std::ranges::all_of(words, [&](const SearchWord& word) {
        return contains(words_.text_of(row), word.text) ||
               (!word.digits.empty() && contains(digits_.text_of(row), word.digits));
    });
}

void SearchText::keep(const SearchWord& word, std::vector<std::uint8_t>& hits) const {
    if (word.digits.empty()) return words_.keep(word.text, hits);
    std::vector<std::uint8_t> by_digits = hits;
    digits_.keep(word.digits, by_digits);
    words_.keep(word.text, hits);
    std::ranges::transform(hits, by_digits, hits.begin(), std::bit_or<std::uint8_t>());
}

void SearchText::keep(std::span<const SearchWord> words, std::vector<std::uint8_t>& hits) const {
    for (const SearchWord& word : words) keep(word, hits);
}

} // namespace bb
