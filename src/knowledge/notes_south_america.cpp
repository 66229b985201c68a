// Region notes of South America: rule N04 (source S3, one author's nine years; undated, about the
// 2010s) in our own words. Only the countries that the text names.

#include "knowledge/region_tables.h"

namespace bb {
namespace {

constexpr std::string_view south_america[] = {"BO", "BR", "CL", "CO", "PE"};
constexpr RegionTrait south_america_traits[] = {
    {TraitTopic::market,
     "新兴市场，近十年尤其明显（以原文写作时计）；各国相邻，一个大客户会转销邻国，并希望做代理。",
     "Emerging, most of all in the ten years before the text; the region is compact: one big "
     "customer sells on to the neighbours and wants an agency.",
     "作者的首选市场；遇到好客户要抓住。", "The author's first choice; hold on to good customers.",
     "N04"},
    {TraitTopic::relationship, "依赖供应商，会托你代买别的货；关系稳定，很少更换。",
     "They rely on the supplier and buy other goods through you; they are stable and rarely "
     "change.",
     "", "", "N04"},
    {TraitTopic::orders, "少有特殊要求，成交后不再加条件。",
     "Few odd demands; nothing is added after the deal.", "", "", "N04"},
    {TraitTopic::documents, "清关严，单证要求细。",
     "Clearance is hard, so documents must be detailed.", "提前把单证备齐、核对清楚。",
     "Prepare and check the documents ahead of time.", "N04"},
    {TraitTopic::payment, "有时合同还没签就不声不响地付款。",
     "Payment may come without a word, before the contract.", "", "", "N04"},
};

constexpr RegionProfile profiles[] = {
    {"south_america", "巴西、秘鲁、哥伦比亚、玻利维亚、智利",
     "Brazil, Peru, Colombia, Bolivia, Chile", south_america, south_america_traits},
};

} // namespace

std::span<const RegionProfile> south_america_profiles() { return profiles; }

} // namespace bb
