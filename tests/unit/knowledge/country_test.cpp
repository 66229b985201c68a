// Countries: the generated table, and finding them by what people write.

#include "knowledge/country.h"

#include "knowledge/country_aliases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace bb;

namespace {

std::string found(std::string_view typed) {
    const Country* country = find_country(typed);
    return country ? std::string(country->code) : std::string();
}

std::vector<std::string_view> split(std::string_view names) {
    std::vector<std::string_view> parts;
    while (!names.empty()) {
        const std::size_t bar = names.find('|');
        parts.push_back(names.substr(0, bar));
        names = bar == std::string_view::npos ? std::string_view() : names.substr(bar + 1);
    }
    return parts;
}

} // namespace

TEST_CASE("a list of countries is in the order of their names, in Chinese by pinyin") {
    for (const Language language : {Language::english, Language::chinese}) {
        const auto listed = countries_as_listed(language);
        std::set<const Country*> all(listed.begin(), listed.end());
        CHECK(all.size() == countries().size());
        CHECK(listed.size() == countries().size());
        for (const std::size_t at : {std::size_t{0}, std::size_t{7}, listed.size() - 1})
            CHECK(place_in_list(listed[at]->code, language) == at);
        CHECK(place_in_list("ZZ", language) == countries().size());
    }
    const auto in_order = [](Language language, std::vector<std::string_view> codes) {
        return std::ranges::is_sorted(
            codes, {}, [&](std::string_view code) { return place_in_list(code, language); });
    };
    // Åland among the names with A, Germany before Spain.
    CHECK(in_order(Language::english, {"AF", "AX", "AL", "CN", "DE", "ES", "ZW"}));
    // 阿尔巴尼亚 埃及 巴西 秘鲁 朝鲜 德国 俄罗斯 加拿大 乌克兰 西班牙 中国 中国台湾
    CHECK(in_order(Language::chinese,
                   {"AL", "EG", "BR", "PE", "KP", "DE", "RU", "CA", "UA", "ES", "CN", "TW"}));
}

TEST_CASE("the country table is sorted and complete") {
    CHECK(countries().size() > 240);
    CHECK(std::ranges::is_sorted(countries(), {}, &Country::code));
    for (const Country& country : countries()) {
        CAPTURE(country.code);
        CHECK(looks_like_country(country.code));
        CHECK(country.alpha3.size() == 3);
        CHECK(!country.name_zh.empty());
        CHECK(!country.name_en.empty());
        CHECK(!country.calling_code.empty());
        CHECK(country.calling_code.find_first_not_of("0123456789") == std::string_view::npos);
        CHECK(country.currency.size() == 3);
        CHECK(country.main_zone.find('/') != std::string_view::npos);
        CHECK(country.winter_minutes >= -12 * 60);
        CHECK(country.summer_minutes <= 14 * 60);
        CHECK(continent_name(country.continent, Language::english) != country.continent);
        CHECK(!language_codes(country).empty());
        CHECK(!country.free_days.empty());
    }
}

TEST_CASE("a country's facts are those of today") {
    const Country* germany = country_by_code("DE");
    REQUIRE(germany);
    CHECK(germany->name(Language::chinese) == "德国");
    CHECK(germany->name(Language::english) == "Germany");
    CHECK(germany->currency == "EUR");
    CHECK(germany->calling_code == "49");
    CHECK(germany->main_zone == "Europe/Berlin");
    CHECK(germany->winter_minutes == 60);
    CHECK(germany->summer_minutes == 120);
    CHECK(germany->is_free_day(6));
    CHECK(!germany->is_free_day(4));
    CHECK(!germany->is_free_day(-1));
    CHECK(country_by_code("BG")->currency == "EUR");
    CHECK(country_by_code("CH")->currency == "CHF");
    CHECK(country_by_code("RU")->continent == "EU");
    CHECK(country_by_code("IN")->main_zone == "Asia/Kolkata");
    CHECK(country_by_code("NL")->main_zone == "Europe/Amsterdam");
    CHECK(country_by_code("SA")->is_free_day(4));
    CHECK(!country_by_code("SA")->is_free_day(6));
    CHECK(language_codes(*country_by_code("CH")) ==
          std::vector<std::string_view>{"de", "fr", "it"});
    CHECK(language_name("pt", Language::chinese) == "葡萄牙语");
    CHECK(language_name("xx", Language::english) == "xx");
    CHECK(continent_name("SA", Language::chinese) == "南美洲");
}

TEST_CASE("Chinese names are those that readers in the PRC expect") {
    CHECK(country_name("TW", Language::chinese) == "中国台湾");
    CHECK(country_name("HK", Language::chinese) == "中国香港");
    CHECK(country_name("MO", Language::chinese) == "中国澳门");
    CHECK(country_name("AE", Language::chinese) == "阿联酋");
}

TEST_CASE("an unknown code is shown as it is") {
    CHECK(country_by_code("ZZ") == nullptr);
    CHECK(country_by_code("de") == nullptr);
    CHECK(country_by_code("") == nullptr);
    CHECK(country_name("ZZ", Language::english) == "ZZ");
}

TEST_CASE("every name of a country finds that country") {
    for (const Country& country : countries()) {
        CAPTURE(country.code);
        CHECK(found(country.code) == country.code);
        CHECK(found(country.alpha3) == country.code);
        CHECK(found(country.name_zh) == country.code);
        CHECK(found(country.name_en) == country.code);
        for (std::string_view name : split(country.other_names)) {
            CAPTURE(name);
            CHECK(found(name) == country.code);
        }
    }
}

TEST_CASE("every alias finds its country") {
    for (const CountryAliases& aliases : country_aliases) {
        for (std::string_view name : split(aliases.names)) {
            CAPTURE(name);
            CHECK(found(name) == aliases.code);
        }
    }
}

TEST_CASE("what people write in sheets is understood") {
    for (std::string_view typed : {"美国", "USA", "usa", " U.S.A. ", "United States of America",
                                   "the united states", "ＵＳＡ", "United States (US)", "美国 USA",
                                   "US - United States", "美国/United States", "USA,"}) {
        CAPTURE(typed);
        CHECK(found(typed) == "US");
    }
    CHECK(found("英国") == "GB");
    CHECK(found("UK") == "GB");
    CHECK(found("England") == "GB");
    CHECK(found("South Korea") == "KR");
    CHECK(found("Korea") == "KR");
    CHECK(found("Republic of Korea") == "KR");
    CHECK(found("UAE") == "AE");
    CHECK(found("迪拜") == "AE");
    CHECK(found("俄罗斯联邦") == "RU");
    CHECK(found("Россия") == "RU");
    CHECK(found("Deutschland") == "DE");
    CHECK(found("德国Germany") == "DE");
    CHECK(found("Cote d'Ivoire") == "CI");
    CHECK(found("CÔTE D’IVOIRE") == "CI");
    CHECK(found("Trinidad and Tobago") == "TT");
    CHECK(found("Saint Lucia") == "LC");
    CHECK(found("中国 香港") == "HK");
    CHECK(found("Hong Kong, China") == "HK");
    CHECK(found("Turkey") == "TR");
    CHECK(found("Curacao") == "CW");
    CHECK(found("Espana") == "ES");
    CHECK(found("The Netherlands") == "NL");
    CHECK(found("Guinea-Bissau") == "GW");
    CHECK(found("and") == "AD");
}

TEST_CASE("what fits no country, or two, finds none") {
    for (std::string_view typed : {"", " ", "-", "()", "Atlantis", "Congo", "德国 France",
                                   "China / Vietnam", "Houston, USA", "ZZ", "\xff\xfe", "the"}) {
        CAPTURE(typed);
        CHECK(find_country(typed) == nullptr);
    }
}
