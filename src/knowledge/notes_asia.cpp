// Region notes of Asia: rules N01, N02, N12 (source S3, one author's nine years; undated, about
// the 2010s) in our own words.

#include "knowledge/region_tables.h"

namespace bb {
namespace {

constexpr std::string_view south_asia[] = {"BD", "IN", "PK"};
constexpr RegionTrait south_asia_traits[] = {
    {TraitTopic::market,
     "作者把印度、孟加拉国、巴基斯坦单独列为一类。细节写在作者另一篇文章里，本资料没有收录。",
     "The author puts India, Bangladesh and Pakistan in a group of their own. The details are in "
     "another article that is not among our texts.",
     "", "", "N01"},
    {TraitTopic::relationship, "谈合作、谈价格都很顺畅；作者觉得合作意向不如东南亚买家坚定。",
     "Talks on cooperation and price go smoothly; to the author the intention felt less firm than "
     "with buyers of Southeast Asia.",
     "", "", "N01"},
};

constexpr std::string_view southeast_asia[] = {"LK", "MM", "MY", "PH", "VN"};
constexpr RegionTrait southeast_asia_traits[] = {
    {TraitTopic::market, "以中国为主要货源；作者最看好越南。",
     "China is the main source of supply; the author's favourite among them is Vietnam.", "", "",
     "N02"},
    {TraitTopic::relationship, "待人真诚，话不多。", "Sincere, of few words.", "", "", "N02"},
    {TraitTopic::orders, "单次采购量小，市场规模有限。",
     "Single purchases are small; so is the market.", "", "", "N02"},
    {TraitTopic::price, "资金有限，价格要低。", "Capital is limited, so prices have to be low.",
     "报价要低：与客户商定后，去掉不必要的后道加工来降低成本。",
     "Quote low: agree with the buyer which finishing is not needed, and take its cost out.",
     "N02"},
    {TraitTopic::quality, "质量要求适中，有时会主动要次级品。",
     "Demands on quality are moderate; seconds are sometimes asked for.", "不要供应次级品。",
     "Do not supply seconds.", "N02"},
};

constexpr std::string_view hong_kong[] = {"HK"};
constexpr RegionTrait hong_kong_traits[] = {
    {TraitTopic::market, "香港是展会集中地，线下展会和线上展览都多。",
     "Hong Kong is a hub of fairs, both in halls and online.",
     "把香港的展会作为接触各国买家的一条途径。",
     "Use its fairs as one way to meet buyers of many countries.", "N12"},
};

constexpr RegionProfile profiles[] = {
    {"south_asia", "印度、孟加拉国、巴基斯坦", "India, Bangladesh, Pakistan", south_asia,
     south_asia_traits},
    {"southeast_asia", "越南、马来西亚、斯里兰卡、菲律宾、缅甸",
     "Vietnam, Malaysia, Sri Lanka, Philippines, Myanmar", southeast_asia, southeast_asia_traits},
    {"hong_kong", "中国香港", "Hong Kong", hong_kong, hong_kong_traits},
};

} // namespace

std::span<const RegionProfile> asia_profiles() { return profiles; }

} // namespace bb
