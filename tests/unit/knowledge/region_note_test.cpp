// Region notes: which country has which, and that both languages are complete.

#include "knowledge/region_note.h"

#include "base/utf8.h"
#include "knowledge/country.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace bb;

namespace {

std::vector<std::string> ids(std::string_view country) {
    std::vector<std::string> result;
    for (const RegionProfile* profile : profiles_for(country)) result.emplace_back(profile->id);
    return result;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("the most specific note of a country comes first") {
    CHECK(ids("DE") == Ids{"germany", "europe"});
    CHECK(ids("IT") == Ids{"italy", "europe"});
    CHECK(ids("FR") == Ids{"open_europe", "europe"});
    CHECK(ids("TR") == Ids{"open_europe", "europe"});
    CHECK(ids("PE") == Ids{"south_america"});
}

TEST_CASE("a country that the texts do not describe has no note") {
    CHECK(profiles_for("AR").empty());
    CHECK(profiles_for("JP").empty());
    CHECK(profiles_for("AE").empty());
    CHECK(profiles_for("ZZ").empty());
    CHECK(profiles_for("").empty());
}

TEST_CASE("every country named in N01 to N12 has a note of that rule") {
    const std::pair<std::string_view, std::vector<std::string_view>> named[] = {
        {"N01", {"IN", "BD", "PK"}},
        {"N02", {"VN", "MY", "LK", "PH", "MM"}},
        {"N03", {"AU", "NZ"}},
        {"N04", {"BR", "PE", "CO", "BO", "CL"}},
        {"N05", {"ES", "SE", "DE", "GB"}},
        {"N06", {"NL", "PL", "FR", "TR", "GB", "AT", "BE"}},
        {"N07", {"IT"}},
        {"N08", {"DE"}},
        {"N09", {"US"}},
        {"N10", {"CA"}},
        {"N11", {"MX"}},
        {"N12", {"NG", "HK"}},
    };
    for (const auto& note : named) {
        const auto& rule = note.first;
        for (std::string_view code : note.second) {
            CAPTURE(rule);
            CAPTURE(code);
            const auto profiles = profiles_for(code);
            CHECK(std::ranges::any_of(profiles, [&](const RegionProfile* profile) {
                return std::ranges::any_of(
                    profile->traits, [&](const RegionTrait& trait) { return trait.rule == rule; });
            }));
        }
    }
}

TEST_CASE("Europe in general is every country of Europe, and Turkey as the text counts") {
    const RegionProfile* europe = region_profile("europe");
    REQUIRE(europe);
    for (const Country& country : countries()) {
        CAPTURE(country.code);
        const bool expected = country.continent == "EU" || country.code == "TR";
        CHECK(std::ranges::binary_search(europe->countries, country.code) == expected);
    }
}

TEST_CASE("every note has both languages, known countries and a rule") {
    std::set<std::string_view> seen;
    for (const RegionProfile* profile : region_profiles()) {
        CAPTURE(profile->id);
        CHECK(seen.insert(profile->id).second);
        CHECK(region_profile(profile->id) == profile);
        CHECK(!profile->name(Language::chinese).empty());
        CHECK(!profile->name(Language::english).empty());
        CHECK(!profile->countries.empty());
        CHECK(std::ranges::is_sorted(profile->countries));
        for (std::string_view code : profile->countries) CHECK(country_by_code(code));
        CHECK(!profile->traits.empty());
        CHECK(std::ranges::is_sorted(profile->traits, {}, &RegionTrait::topic));
        for (const RegionTrait& trait : profile->traits) {
            CHECK(is_utf8(trait.trait(Language::chinese)));
            CHECK(!trait.trait(Language::chinese).empty());
            CHECK(!trait.trait(Language::english).empty());
            CHECK(trait.advice_zh.empty() == trait.advice_en.empty());
            CHECK(trait.rule.size() == 3);
            CHECK(trait.rule.starts_with("N"));
        }
    }
}

TEST_CASE("the note on samples is tied to no country") {
    CHECK(general_profile().countries.empty());
    CHECK(general_profile().traits.front().rule == "N13");
    CHECK(region_profile("general") == &general_profile());
    for (const RegionProfile* profile : region_profiles()) {
        for (const RegionTrait& trait : profile->traits) CHECK(trait.rule != "N13");
    }
}

TEST_CASE("every topic and the source have words") {
    std::set<std::string> labels;
    for (TraitTopic topic : all_trait_topics) {
        labels.emplace(words(topic_label(topic), Language::chinese));
        CHECK(!words(topic_label(topic), Language::english).empty());
    }
    CHECK(labels.size() == std::size(all_trait_topics));
    const RegionSource source = region_source();
    CHECK(words(source.who, Language::chinese).find("九年") != std::string_view::npos);
    CHECK(words(source.when, Language::english).find("2010s") != std::string_view::npos);
    CHECK(!words(source.caution, Language::english).empty());
}
