// Region notes of Oceania: rule N03 (source S3, one author's nine years; undated, about the 2010s)
// in our own words.

#include "knowledge/region_tables.h"

namespace bb {
namespace {

constexpr std::string_view australia_new_zealand[] = {"AU", "NZ"};
constexpr RegionTrait australia_new_zealand_traits[] = {
    {TraitTopic::market, "往往是最先做的市场，欢迎中国工厂；有的买家还在中国建厂。",
     "Usually the first market; Chinese factories are welcome, and some buyers build plants in "
     "China.",
     "", "", "N03"},
    {TraitTopic::relationship, "希望固定一家专门的工厂。", "One dedicated factory is wanted.", "",
     "", "N03"},
    {TraitTopic::price, "能接受较高的价格，常直接说出理想价位。",
     "A rather high price is accepted; an ideal range is often stated.",
     "先问对方的目标价位；报价可留较高的利润。",
     "Ask for the target range; a quote may carry a higher margin.", "N03"},
    {TraitTopic::quality, "质量要求高而稳定，标准严格但合理。",
     "Demands on quality are high and stable; standards are strict but reasonable.",
     "以后各批都不能降低质量。", "Never lower the quality of later lots.", "N03"},
    {TraitTopic::certificates, "认证常是必须的，有时很坚持。",
     "Certification is often obligatory, and sometimes insisted on.", "按要求备齐认证。",
     "Have the certificates that are asked for.", "N03"},
};

constexpr RegionProfile profiles[] = {
    {"australia_new_zealand", "澳大利亚、新西兰", "Australia, New Zealand", australia_new_zealand,
     australia_new_zealand_traits},
};

} // namespace

std::span<const RegionProfile> oceania_profiles() { return profiles; }

} // namespace bb
