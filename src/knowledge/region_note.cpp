// Finds the notes of a country. The words are in notes_*.cpp.

#include "knowledge/region_note.h"

#include "knowledge/region_tables.h"

#include <algorithm>

namespace bb {
namespace {

// N13, with G08: written down as a matter of samples, not of countries.
constexpr RegionTrait general_traits[] = {
    {TraitTopic::samples,
     "作者提到，只要样品、不下订单的询盘多来自欠发达地区；但这不能用来给某个国家或某位客户定级。",
     "The text says that inquiries for samples without orders come mostly from less developed "
     "markets; this grades no country and no customer.",
     "无论来自哪里，坚持请对方承担样品费和运费；只想要样品的会自行离开。",
     "Wherever a request comes from, insist that the buyer pays sample and freight; those who only "
     "want samples leave by themselves.",
     "N13"},
};

constexpr RegionProfile general = {"general", "所有地区", "All regions", {}, general_traits};

} // namespace

Text topic_label(TraitTopic topic) {
    switch (topic) {
    case TraitTopic::market: return Text::region_topic_market;
    case TraitTopic::relationship: return Text::region_topic_relationship;
    case TraitTopic::orders: return Text::region_topic_orders;
    case TraitTopic::price: return Text::region_topic_price;
    case TraitTopic::quality: return Text::region_topic_quality;
    case TraitTopic::certificates: return Text::region_topic_certificates;
    case TraitTopic::documents: return Text::region_topic_documents;
    case TraitTopic::payment: return Text::region_topic_payment;
    case TraitTopic::samples: return Text::region_topic_samples;
    case TraitTopic::pace: return Text::region_topic_pace;
    }
    return Text::region_topic_market;
}

std::vector<const RegionProfile*> region_profiles() {
    std::vector<const RegionProfile*> all;
    for (const auto part :
         {asia_profiles(), africa_profiles(), europe_profiles(), north_america_profiles(),
          oceania_profiles(), south_america_profiles()}) {
        for (const RegionProfile& profile : part) all.push_back(&profile);
    }
    return all;
}

std::vector<const RegionProfile*> profiles_for(std::string_view country_code) {
    std::vector<const RegionProfile*> found = region_profiles();
    std::erase_if(found, [&](const RegionProfile* profile) {
        return !std::ranges::binary_search(profile->countries, country_code);
    });
    std::ranges::stable_sort(
        found, {}, [](const RegionProfile* profile) { return profile->countries.size(); });
    return found;
}

const RegionProfile* region_profile(std::string_view id) {
    if (id == general.id) return &general;
    for (const RegionProfile* profile : region_profiles()) {
        if (profile->id == id) return profile;
    }
    return nullptr;
}

const RegionProfile& general_profile() { return general; }

RegionSource region_source() {
    return {Text::region_source_who, Text::region_source_when, Text::region_source_caution};
}

} // namespace bb
