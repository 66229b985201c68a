// What the trade's texts say about buyers of a country (rules N01–N13), in our own neutral words.
// A note is a hint beside a customer: it never changes a grade, a price or anything else.
#pragma once

#include "base/text_id.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace bb {

/// In the order in which a page shows them.
enum class TraitTopic : std::uint8_t {
    market,       // what part this market plays, and whether to seek it first
    relationship, // how buyers deal with a supplier over time
    orders,       // sizes, how they grow
    price,
    quality,
    certificates,
    documents,
    payment,
    samples,
    pace, // of replies and talks
};
inline constexpr TraitTopic all_trait_topics[] = {
    TraitTopic::market,  TraitTopic::relationship, TraitTopic::orders,    TraitTopic::price,
    TraitTopic::quality, TraitTopic::certificates, TraitTopic::documents, TraitTopic::payment,
    TraitTopic::samples, TraitTopic::pace,
};
Text topic_label(TraitTopic topic);

struct RegionTrait {
    TraitTopic topic;
    std::string_view trait_zh;
    std::string_view trait_en;
    std::string_view advice_zh; // empty where the text advises nothing
    std::string_view advice_en;
    std::string_view rule; // "N04": where it comes from

    std::string_view trait(Language language) const {
        return language == Language::chinese ? trait_zh : trait_en;
    }
    std::string_view advice(Language language) const {
        return language == Language::chinese ? advice_zh : advice_en;
    }
};

/// A country, or countries that the text describes together.
struct RegionProfile {
    std::string_view id; // stable: "south_america"
    std::string_view name_zh;
    std::string_view name_en;
    std::span<const std::string_view> countries; // codes, sorted; empty = said of no country
    std::span<const RegionTrait> traits;

    std::string_view name(Language language) const {
        return language == Language::chinese ? name_zh : name_en;
    }
};

/// Most specific first (Germany → Germany, Europe in general); empty where the texts say nothing.
std::vector<const RegionProfile*> profiles_for(std::string_view country_code);
const RegionProfile* region_profile(std::string_view id);
/// Those of countries, by continent.
std::vector<const RegionProfile*> region_profiles();
/// N13: said of buyers anywhere; tied to no country on purpose.
const RegionProfile& general_profile();

/// What is shown with every trait: who says so, from when, and how to take it.
struct RegionSource {
    Text who;
    Text when;
    Text caution;
};
RegionSource region_source();

} // namespace bb
