// Region notes of Europe: rules N05–N08 (source S3, one author's nine years; undated, about the
// 2010s) in our own words. Europe is that of UN M49, with Cyprus and, as the text counts, Turkey.

#include "knowledge/region_tables.h"

namespace bb {
namespace {

constexpr std::string_view europe[] = {
    "AD", "AL", "AT", "AX", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE",
    "ES", "FI", "FO", "FR", "GB", "GG", "GI", "GR", "HR", "HU", "IE", "IM", "IS", "IT",
    "JE", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT",
    "RO", "RS", "RU", "SE", "SI", "SJ", "SK", "SM", "TR", "UA", "VA", "XK",
};
constexpr RegionTrait europe_traits[] = {
    {TraitTopic::market, "各国差别大，不能一概而论。",
     "Countries differ widely; no single description fits.", "作者放在第二位开发。",
     "The author's second choice.", "N05"},
    {TraitTopic::relationship, "对新供应商要求高、较谨慎，信任需要时间。",
     "Demanding and cautious towards a new supplier; trust takes time.", "", "", "N05"},
    {TraitTopic::samples, "花费谨慎，常希望样品和运费都免费。",
     "Careful with money: samples and their freight are often expected free.",
     "样品运费请买方承担。", "Have the buyer pay the freight of samples.", "N05"},
    {TraitTopic::pace, "回复慢，节奏从容。", "Replies are slow and unhurried.", "耐心跟进。",
     "Follow up with patience.", "N05"},
};

constexpr std::string_view open_europe[] = {"AT", "BE", "FR", "GB", "NL", "PL", "TR"};
constexpr RegionTrait open_europe_traits[] = {
    {TraitTopic::market, "在欧洲各国中，对中国供应商较少排斥。",
     "Within Europe, less reserved towards Chinese suppliers.", "开发欧洲时优先考虑。",
     "Prefer these when you develop Europe.", "N06"},
    {TraitTopic::quality, "要求相对不苛刻。", "Comparatively easy to satisfy.", "", "", "N06"},
};

constexpr std::string_view italy[] = {"IT"};
constexpr RegionTrait italy_traits[] = {
    {TraitTopic::market, "客户多，习惯从中国采购。", "Many customers, used to buying from China.",
     "放在次要位置开发。", "Develop with second priority.", "N07"},
    {TraitTopic::relationship, "自信，重体面；建立信任较难。",
     "Self-assured, with a sense of honour; trust is hard to build.", "", "", "N07"},
    {TraitTopic::orders, "事项多，订单小。", "Many matters to settle, small orders.", "", "",
     "N07"},
    {TraitTopic::pace, "节奏慢。", "The pace is slow.", "", "", "N07"},
};

constexpr std::string_view germany[] = {"DE"};
constexpr RegionTrait germany_traits[] = {
    {TraitTopic::market, "本国技术水平高。", "Skill at home is high.", "放在次要位置开发。",
     "Develop with second priority.", "N08"},
    {TraitTopic::relationship, "自身技术要求高，看重专业。",
     "High technical standards of their own; expertise counts.", "", "", "N08"},
    {TraitTopic::quality, "要求非常严格。", "Demands are very strict.", "", "", "N08"},
};

constexpr RegionProfile profiles[] = {
    {"europe", "欧洲概况", "Europe in general", europe, europe_traits},
    {"open_europe", "荷兰、波兰、法国、土耳其、英国、奥地利、比利时",
     "Netherlands, Poland, France, Türkiye, United Kingdom, Austria, Belgium", open_europe,
     open_europe_traits},
    {"italy", "意大利", "Italy", italy, italy_traits},
    {"germany", "德国", "Germany", germany, germany_traits},
};

} // namespace

std::span<const RegionProfile> europe_profiles() { return profiles; }

} // namespace bb
