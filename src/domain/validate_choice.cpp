// Values out of a list: choices, countries, currencies and yes or no.
#include "domain/validate_parts.h"

#include "base/utf8.h"
#include "domain/country.h"
#include "domain/currency.h"

#include <algorithm>
#include <array>

namespace bb {
namespace {

struct OtherName {
    std::string_view folded;
    std::string_view key;
};

// What sheets from customers and factories write. A name is used only where its key is a choice,
// so that one list serves all fields.
constexpr auto other_names = std::to_array<OtherName>({
    {"pc", "pcs"},          {"piece", "pcs"},  {"pieces", "pcs"},     {"set", "sets"},
    {"pair", "pairs"},      {"prs", "pairs"},  {"dozen", "dozens"},   {"doz", "dozens"},
    {"dz", "dozens"},       {"box", "boxes"},  {"carton", "cartons"}, {"ctn", "cartons"},
    {"ctns", "cartons"},    {"kgs", "kg"},     {"公斤", "kg"},        {"ton", "tons"},
    {"mt", "tons"},         {"公吨", "tons"},  {"meter", "m"},        {"meters", "m"},
    {"metre", "m"},         {"metres", "m"},   {"sqm", "m2"},         {"平米", "m2"},
    {"roll", "rolls"},      {"c&f", "CFR"},    {"cnf", "CFR"},        {"cn", "zh"},
    {"chinese", "zh"},      {"汉语", "zh"},    {"英语", "en"},        {"双语", "both"},
    {"exhibition", "fair"}, {"fairs", "fair"}, {"广交会", "fair"},    {"canton fair", "fair"},
});

/// "A级", "A 类", "grade a", "class a" and "热门客户" for a choice with the key "A".
bool names_grade(std::string_view text, std::string_view key, std::string_view label) {
    if (key.size() != 1) return false;
    for (const std::string_view word : {"grade ", "class "}) {
        if (text.starts_with(word)) return text.substr(word.size()) == key;
    }
    if (label.starts_with(key) && text == trimmed(label.substr(key.size()))) return true;
    if (!text.starts_with(key)) return false;
    const std::string_view rest = trimmed(text.substr(key.size()));
    constexpr auto words =
        std::to_array<std::string_view>({"级", "类", "等", "级客户", "类客户", "grade", "class"});
    return std::ranges::find(words, rest) != words.end();
}

bool names(const Choice& choice, std::string_view text) {
    const std::string key = folded(choice.key);
    if (text == key) return true;
    constexpr auto languages = std::to_array({Language::chinese, Language::english});
    return std::ranges::any_of(languages, [&](Language language) {
        const std::string label = folded(words(choice.label, language));
        return text == label || names_grade(text, key, label);
    });
}

} // namespace

std::optional<std::string> canonical_choice(const FieldInfo& field, std::string_view text) {
    if (choice_of(field, text)) return std::string{text};
    const std::string wanted = folded(text);
    for (const Choice& choice : field.choices) {
        if (names(choice, wanted)) return std::string{choice.key};
    }
    const auto other = std::ranges::find(other_names, wanted, &OtherName::folded);
    if (other != other_names.end() && choice_of(field, other->key)) return std::string{other->key};
    return std::nullopt;
}

std::optional<std::string> canonical_country(std::string_view text) {
    std::string code = half_width(text);
    for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    if (!looks_like_country(code)) return std::nullopt;
    return code;
}

std::optional<std::string> canonical_currency(std::string_view text) {
    std::string code = half_width(text);
    for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    if (is_currency(code)) return code;
    const std::string_view named = currency_by_name(text);
    if (named.empty()) return std::nullopt;
    return std::string{named};
}

std::optional<std::string> canonical_flag(std::string_view text) {
    constexpr auto yes = std::to_array<std::string_view>(
        {"1", "yes", "y", "true", "是", "对", "有", "√", "✓", "✔", "☑"});
    constexpr auto no =
        std::to_array<std::string_view>({"0", "no", "n", "false", "否", "不", "无", "×", "☐", "-"});
    const std::string wanted = folded(text);
    // Compared folded on both sides: "×" folds to a letter.
    const auto means = [&](std::string_view word) { return folded(word) == wanted; };
    if (std::ranges::any_of(yes, means)) return "1";
    if (std::ranges::any_of(no, means)) return "";
    return std::nullopt;
}

} // namespace bb
