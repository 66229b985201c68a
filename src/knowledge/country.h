// Countries and territories: names in both languages, and facts that help to reach a buyer.
// Generated from public data (CLDR and others, see tools/generate_countries.mjs); not from the
// trade's texts, and never a reason to grade a customer.
#pragma once

#include "base/text_id.h"
#include "domain/country.h"

#include <span>
#include <string_view>
#include <vector>

namespace bb {

struct Country {
    std::string_view code;   // ISO 3166-1 alpha-2; XK is the code in common use for Kosovo
    std::string_view alpha3; // "DEU"
    std::string_view name_zh;
    std::string_view name_en;
    std::string_view continent;    // AF AS EU NA OC SA; see continent_name()
    std::string_view calling_code; // digits after the plus
    std::string_view currency;     // ISO 4217 of the main one
    std::string_view main_zone;    // IANA; where business is done, of several
    int winter_minutes = 0;        // east of UTC, of main_zone
    int summer_minutes = 0;        // the same where clocks do not change
    std::string_view languages;    // codes with commas: "de,fr,it"; see language_codes()
    std::string_view free_days;    // digits of weekdays, 0 = Monday: "56"
    std::string_view other_names;  // with bars between; understood by find_country()

    std::string_view name(Language language) const {
        return language == Language::chinese ? name_zh : name_en;
    }
    /// 0 = Monday … 6 = Sunday, as Date::weekday(). Public holidays are not known here.
    bool is_free_day(int weekday) const;
};

/// All, sorted by code.
std::span<const Country> countries();
/// All in the order a list shows them: by name, in Chinese by its pinyin.
std::span<const Country* const> countries_as_listed(Language language);
/// Where a country stands in that list; behind all for an unknown code.
std::size_t place_in_list(std::string_view code, Language language);
/// Null for an unknown code; upper case only.
const Country* country_by_code(std::string_view code);
/// What a person or a sheet writes: a code of two or three letters, a name or a common variant in
/// Chinese, English or the country's own language, or several of these that agree ("德国 Germany").
/// Null when nothing or more than one country fits.
const Country* find_country(std::string_view typed);
/// The code itself when it is unknown.
std::string_view country_name(std::string_view code, Language language);

std::vector<std::string_view> language_codes(const Country& country);
/// The code itself when it is unknown.
std::string_view language_name(std::string_view code, Language language);

struct Continent {
    std::string_view code;
    std::string_view name_zh;
    std::string_view name_en;
};
std::span<const Continent> continents();
/// The code itself when it is unknown.
std::string_view continent_name(std::string_view code, Language language);

} // namespace bb
