// Region notes of North America: rules N09–N11 (source S3, one author's nine years; undated, about
// the 2010s) in our own words.

#include "knowledge/region_tables.h"

namespace bb {
namespace {

constexpr std::string_view usa[] = {"US"};
constexpr RegionTrait usa_traits[] = {
    {TraitTopic::market, "两种态度：一类不接受中国货，另一类因成本优势欢迎中国货。",
     "Two attitudes: some do not take Chinese goods, others welcome them for their cost.",
     "不接受中国货的一类不必勉强。", "Do not press those who do not take Chinese goods.", "N09"},
    {TraitTopic::relationship, "认真、专业，会按自己的标准培养供应商；采购不会全放在一家。",
     "Serious and professional; they train suppliers to their own standards and never place "
     "everything with one.",
     "", "", "N09"},
    {TraitTopic::orders, "（欢迎中国货的一类）量大；从试单开始，逐步增加。",
     "(Those who welcome Chinese goods) large volumes: a trial order first, then growth.", "", "",
     "N09"},
    {TraitTopic::quality, "要求复杂，技术问题多。", "Complex demands and many technical questions.",
     "展示专业能力，请工程师一起答复。", "Show expertise; let your engineers answer with you.",
     "N09"},
    {TraitTopic::samples, "下试单前会反复打样、测试。",
     "Repeated samples and tests come before the trial order.", "", "", "N09"},
    {TraitTopic::pace, "做事急，希望很快得到答复。", "In a hurry; quick answers are expected.", "",
     "", "N09"},
};

constexpr std::string_view canada[] = {"CA"};
constexpr RegionTrait canada_traits[] = {
    {TraitTopic::market, "比美国容易做；多为大品牌下游的小公司、新公司。",
     "Easier than the USA; mostly small and new firms, downstream of big brands.",
     "寻找大品牌的下游客户。", "Look for the downstream customers of big brands.", "N10"},
};

constexpr std::string_view mexico[] = {"MX"};
constexpr RegionTrait mexico_traits[] = {
    {TraitTopic::market, "比美国容易做；资料里没有更多说明。",
     "Easier than the USA; the text says no more.", "", "", "N11"},
};

constexpr RegionProfile profiles[] = {
    {"usa", "美国", "United States", usa, usa_traits},
    {"canada", "加拿大", "Canada", canada, canada_traits},
    {"mexico", "墨西哥", "Mexico", mexico, mexico_traits},
};

} // namespace

std::span<const RegionProfile> north_america_profiles() { return profiles; }

} // namespace bb
