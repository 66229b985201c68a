// Unpacks the generated lines once; a table of string_views in the module would be twice as large.

#include "knowledge/country.h"

#include "base/utf8.h"
#include "knowledge/country_table.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace bb {
namespace {

struct LanguageName {
    std::string_view code;
    std::string_view name_zh;
    std::string_view name_en;
};

constexpr Continent continent_table[] = {
    {"AF", "非洲", "Africa"},    {"AS", "亚洲", "Asia"},
    {"EU", "欧洲", "Europe"},    {"NA", "北美洲", "North America"},
    {"OC", "大洋洲", "Oceania"}, {"SA", "南美洲", "South America"},
};

/// Cuts `rest` after the first `end` and returns what was before it.
std::string_view take(std::string_view& rest, char end) {
    const std::size_t at = rest.find(end);
    const std::string_view part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return part;
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

Country country_of(std::string_view line) {
    Country country;
    country.code = take(line, '\t');
    country.alpha3 = take(line, '\t');
    country.name_zh = take(line, '\t');
    country.name_en = take(line, '\t');
    country.continent = take(line, '\t');
    country.calling_code = take(line, '\t');
    country.currency = take(line, '\t');
    country.main_zone = take(line, '\t');
    country.winter_minutes = number(take(line, '\t'));
    country.summer_minutes = number(take(line, '\t'));
    country.languages = take(line, '\t');
    country.free_days = take(line, '\t');
    country.other_names = line;
    return country;
}

LanguageName language_of(std::string_view line) {
    LanguageName language;
    language.code = take(line, '\t');
    language.name_zh = take(line, '\t');
    language.name_en = line;
    return language;
}

template <class Row, std::size_t count>
std::array<Row, count> unpack(std::string_view lines, Row (*row_of)(std::string_view)) {
    std::array<Row, count> rows;
    for (Row& row : rows) row = row_of(take(lines, '\n'));
    return rows;
}

template <class Row> const Row* by_code(std::span<const Row> rows, std::string_view code) {
    const auto found = std::ranges::lower_bound(rows, code, {}, &Row::code);
    return found != rows.end() && found->code == code ? &*found : nullptr;
}

std::span<const LanguageName> languages() {
    static const auto table = unpack<LanguageName, country_table::language_count>(
        country_table::language_lines, language_of);
    return table;
}

template <class Row>
std::string_view shown_name(const Row* row, std::string_view code, Language language) {
    if (!row) return code;
    return language == Language::chinese ? row->name_zh : row->name_en;
}

} // namespace

std::span<const Country> countries() {
    static const auto table =
        unpack<Country, country_table::country_count>(country_table::country_lines, country_of);
    return table;
}

std::span<const Country* const> countries_as_listed(Language language) {
    static const auto by_pinyin = [] {
        std::vector<const Country*> all;
        for (std::string_view codes = country_table::codes_by_pinyin; !codes.empty();
             codes.remove_prefix(2))
            all.push_back(country_by_code(codes.substr(0, 2)));
        return all;
    }();
    static const auto by_english_name = [] {
        std::vector<const Country*> all;
        for (const Country& country : countries()) all.push_back(&country);
        // Folded, so that Åland stands among the names with A.
        std::ranges::stable_sort(all, {}, [](const Country* c) { return folded(c->name_en); });
        return all;
    }();
    return language == Language::chinese ? by_pinyin : by_english_name;
}

std::size_t place_in_list(std::string_view code, Language language) {
    const auto listed = countries_as_listed(language);
    const auto found = std::ranges::find(listed, code, &Country::code);
    return static_cast<std::size_t>(found - listed.begin());
}

const Country* country_by_code(std::string_view code) { return by_code(countries(), code); }

std::string_view country_name(std::string_view code, Language language) {
    return shown_name(country_by_code(code), code, language);
}

bool Country::is_free_day(int weekday) const {
    return weekday >= 0 && weekday < 7 &&
           free_days.find(static_cast<char>('0' + weekday)) != std::string_view::npos;
}

std::vector<std::string_view> language_codes(const Country& country) {
    std::vector<std::string_view> codes;
    for (std::string_view rest = country.languages; !rest.empty();)
        codes.push_back(take(rest, ','));
    return codes;
}

std::string_view language_name(std::string_view code, Language language) {
    return shown_name(by_code(languages(), code), code, language);
}

std::span<const Continent> continents() { return continent_table; }

std::string_view continent_name(std::string_view code, Language language) {
    return shown_name(by_code(continents(), code), code, language);
}

} // namespace bb
