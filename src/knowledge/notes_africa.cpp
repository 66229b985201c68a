// Region notes of Africa: rule N12 (source S3, one author's nine years; undated, about the 2010s)
// in our own words. The texts describe no other country of Africa, and none of the Middle East.

#include "knowledge/region_tables.h"

namespace bb {
namespace {

constexpr std::string_view nigeria[] = {"NG"};
constexpr RegionTrait nigeria_traits[] = {
    {TraitTopic::market, "当地有代表外国公司采购的买办（如原油出口）。",
     "Local buyers purchase there on behalf of foreign firms (crude oil for export, for one).",
     "可以作为一条开发客户的途径。", "One way to find customers.", "N12"},
};

constexpr RegionProfile profiles[] = {
    {"nigeria", "尼日利亚", "Nigeria", nigeria, nigeria_traits},
};

} // namespace

std::span<const RegionProfile> africa_profiles() { return profiles; }

} // namespace bb
