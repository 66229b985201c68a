// From what people write to a country. The index is built at the first question (about 1 ms),
// because its keys come from the one folding of base and not from a second one in a generator.

#include "base/utf8.h"
#include "knowledge/country.h"
#include "knowledge/country_aliases.h"

#include <algorithm>
#include <optional>
#include <string>

namespace bb {
namespace {

struct IndexEntry {
    std::string key;
    const Country* country;
};

bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

void append_word(std::string& key, std::string_view word) {
    if (word == "the" || word == "and") return;
    key += word == "st" ? std::string_view("saint") : word;
}

/// Letters and digits only: "St. Kitts & Nevis" and "Saint Kitts and Nevis" are the same.
std::string country_key(std::string_view name) {
    const std::string text = folded(name);
    std::string key;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_letter_or_digit(c)) {
            append_code_point(word, c);
            continue;
        }
        append_word(key, word);
        word.clear();
    }
    append_word(key, word);
    return key.empty() ? text : key; // "AND" is Andorra
}

void add_names(std::vector<IndexEntry>& index, std::string_view names, const Country& country) {
    while (!names.empty()) {
        const std::size_t bar = names.find('|');
        index.push_back({country_key(names.substr(0, bar)), &country});
        names = bar == std::string_view::npos ? std::string_view() : names.substr(bar + 1);
    }
}

std::vector<IndexEntry> make_index() {
    std::vector<IndexEntry> index;
    for (const Country& country : countries()) {
        add_names(index, country.alpha3, country);
        add_names(index, country.name_zh, country);
        add_names(index, country.name_en, country);
        add_names(index, country.other_names, country);
    }
    for (const CountryAliases& aliases : country_aliases) {
        if (const Country* country = country_by_code(aliases.code)) {
            add_names(index, aliases.names, *country);
        }
    }
    std::ranges::sort(index, {}, &IndexEntry::key);
    return index;
}

const Country* by_two_letters(std::string_view typed) {
    std::string code(trimmed(typed));
    if (code.size() != 2) return nullptr;
    for (char& c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return country_by_code(code);
}

const Country* by_name(std::string_view typed) {
    static const std::vector<IndexEntry> index = make_index();
    const std::string key = country_key(typed);
    if (key.empty()) return nullptr;
    const auto first = std::ranges::lower_bound(index, key, {}, &IndexEntry::key);
    if (first == index.end() || first->key != key) return nullptr;
    for (auto other = first; other != index.end() && other->key == key; ++other) {
        if (other->country != first->country) return nullptr;
    }
    return first->country;
}

const Country* whole(std::string_view typed) {
    const Country* country = by_two_letters(typed);
    return country ? country : by_name(typed);
}

bool parts_names(char32_t c) {
    return c == '(' || c == ')' || c == '/' || c == '|' || c == ',' || c == ';' || c == '-' ||
           c == '\n' || c == 0x3001;
}

/// "德国 Germany", "United States (US)", "CN-中国": cut at signs and where Han begins or ends.
std::vector<std::string> parts_of(std::string_view typed) {
    const std::string text = folded(typed);
    std::vector<std::string> parts(1);
    enum class Script { none, han, other } before = Script::none;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const bool cut = parts_names(c);
        const Script script = is_han(c) ? Script::han : Script::other;
        const bool changes = c != ' ' && before != Script::none && before != script;
        if (cut || changes) parts.emplace_back();
        if (!cut) append_code_point(parts.back(), c);
        if (cut)
            before = Script::none;
        else if (c != ' ')
            before = script;
    }
    return parts;
}

const Country* agreed(const std::vector<std::string>& parts) {
    const Country* found = nullptr;
    for (const std::string& part : parts) {
        if (trimmed(part).empty()) continue;
        const Country* country = whole(part);
        if (!country || (found && found != country)) return nullptr;
        found = country;
    }
    return found;
}

} // namespace

const Country* find_country(std::string_view typed) {
    if (const Country* country = whole(typed)) return country;
    return agreed(parts_of(typed));
}

} // namespace bb
