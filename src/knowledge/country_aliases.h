// Names under which countries appear in sheets and letters, beside those of the generated table.
// Written by hand, 2026-11. Only understood when typed, never shown. Case, accents, punctuation,
// "the", "&" and "St." need no entry (see country_key in find_country.cpp).
#pragma once

#include <string_view>

namespace bb {

struct CountryAliases {
    std::string_view code;
    std::string_view names; // with bars between
};

inline constexpr CountryAliases country_aliases[] = {
    {"AE", "UAE|U.A.E.|Emirates|Dubai|Abu Dhabi|Sharjah|迪拜|阿布扎比|沙迦|阿拉伯联合酋长国"},
    {"AR", "Republica Argentina"},
    {"AT", "Republic of Austria|奧地利"},
    {"AU", "Commonwealth of Australia|澳洲|澳大利亞"},
    {"BA", "Bosnia-Herzegovina|波黑|波斯尼亚"},
    {"BD", "孟加拉|孟加拉國"},
    {"BE", "Belgique|Belgien|比利時"},
    {"BN", "Brunei Darussalam"},
    {"BO", "Plurinational State of Bolivia|Bolivia, Plurinational State of"},
    {"BR", "Federative Republic of Brazil"},
    {"BY", "Belorussia|Byelorussia"},
    {"CD", "DRC|DR Congo|D.R. Congo|Congo DR|Congo, Democratic Republic of|Zaire|刚果金|民主刚果"},
    {"CG", "Congo, Republic of|刚果布"},
    {"CH", "Suisse|Svizzera|Swiss|Confoederatio Helvetica"},
    {"CI", "Cote dIvoire|Republic of Cote d'Ivoire"},
    {"CN", "PRC|P.R.C.|P.R. China|PR China|People's Republic of China|Mainland China|"
           "China Mainland|中华人民共和国|中国大陆|中國"},
    {"CZ", "Czech|Ceska republika"},
    {"DE", "Federal Republic of Germany|BRD|Allemagne|Alemania|德意志联邦共和国|德國"},
    {"DK", "丹麥"},
    {"DO", "Dominican Rep|多米尼加"},
    {"ES", "Kingdom of Spain|Espagne"},
    {"FJ", "Fiji Islands"},
    {"FK", "马尔维纳斯群岛|Islas Malvinas|Malvinas"},
    {"FM", "Federated States of Micronesia|Micronesia, Federated States of"},
    {"FR", "French Republic|法國"},
    {"GB", "UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|"
           "United Kingdom of Great Britain and Northern Ireland|英格兰|苏格兰|威尔士|北爱尔兰|"
           "大不列颠|英國"},
    {"GE", "Republic of Georgia"},
    {"GM", "Republic of the Gambia"},
    {"GR", "EL|Hellas|Hellenic Republic"},
    {"HK", "Hongkong|HK SAR|HKSAR|Hong Kong SAR|Hong Kong, China|China Hong Kong|H.K.|"
           "香港特别行政区|中國香港"},
    {"HR", "Republic of Croatia"},
    {"ID", "Republic of Indonesia|印尼|印度尼西亞"},
    {"IE", "Eire|Republic of Ireland|爱尔兰共和国"},
    {"IN", "Bharat|Republic of India"},
    {"IR", "Islamic Republic of Iran|Iran, Islamic Republic of"},
    {"IT", "Italie|Italien|義大利"},
    {"JP", "Nippon|日本国"},
    {"KG", "Kyrgyz Republic|Kirghizia|吉尔吉斯"},
    {"KP", "DPRK|Korea, North|Democratic People's Republic of Korea|"
           "Korea, Democratic People's Republic of|北朝鲜"},
    {"KR", "Korea|S. Korea|Korea, South|Republic of Korea|Korea, Republic of|R.O.K.|ROK|"
           "大韩民国|南韩|韓國|한국"},
    {"KZ", "Republic of Kazakhstan|哈萨克"},
    {"LA", "Lao PDR|Lao People's Democratic Republic|Lao"},
    {"LK", "Ceylon"},
    {"LY", "State of Libya"},
    {"MD", "Republic of Moldova|Moldova, Republic of"},
    {"ME", "Crna Gora"},
    {"MK", "Macedonia|FYROM|Republic of North Macedonia|马其顿"},
    {"MM", "Burma|Republic of the Union of Myanmar|緬甸"},
    {"MO", "Macau|Macao SAR|Macau SAR|Macau, China|Macao, China|澳门特别行政区"},
    {"MX", "United Mexican States|Mexiko"},
    {"MY", "大马|馬來西亞"},
    {"NL", "Holland|Kingdom of the Netherlands|尼德兰|荷蘭"},
    {"NO", "Noreg|Kingdom of Norway"},
    {"NZ", "Aotearoa|N.Z.|纽西兰|紐西蘭"},
    {"PG", "PNG|巴新"},
    {"PH", "Republic of the Philippines|菲律賓"},
    {"PL", "Republic of Poland|波蘭"},
    {"PS", "State of Palestine|Palestine, State of"},
    {"RO", "Rumania|Roumania"},
    {"RU", "Russian Federation|Rossiya|Rossija|俄国|俄罗斯联邦|俄羅斯"},
    {"SA", "KSA|K.S.A.|Kingdom of Saudi Arabia|Saudi|沙特|沙地阿拉伯|沙烏地阿拉伯"},
    {"SE", "Kingdom of Sweden"},
    {"SG", "S'pore|Republic of Singapore|星加坡"},
    {"SK", "Slovak Republic"},
    {"SY", "Syrian Arab Republic"},
    {"SZ", "埃斯瓦蒂尼"},
    {"TH", "Kingdom of Thailand|泰國"},
    {"TL", "Democratic Republic of Timor-Leste"},
    {"TR", "Turkiye|Republic of Turkey|Republic of Türkiye|土耳其共和国"},
    {"TT", "Trinidad|特立尼达"},
    {"TW", "Taiwan, China|China Taiwan|Taiwan Province of China|Taiwan, Province of China|"
           "Chinese Taipei|Taiwan R.O.C.|台湾省|中国台湾省|台灣"},
    {"TZ", "United Republic of Tanzania|Tanzania, United Republic of"},
    {"UA", "Ukraina"},
    {"US", "U.S.A.|U.S.|United States of America|America|Estados Unidos|EE.UU.|EEUU|"
           "美利坚合众国|美利坚|美國"},
    {"UZ", "Uzbekiston|乌兹别克"},
    {"VA", "Vatican|Holy See|Holy See (Vatican City State)"},
    {"VE", "Bolivarian Republic of Venezuela|Venezuela, Bolivarian Republic of"},
    {"VI", "Virgin Islands, U.S.|US Virgin Islands"},
    {"VG", "Virgin Islands, British"},
    {"VN", "Viet Nam|Socialist Republic of Vietnam|越南社会主义共和国"},
    {"ZA", "RSA|R.S.A.|Republic of South Africa"},
};

} // namespace bb
