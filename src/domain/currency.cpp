// The currency tables. Codes and digits: ISO 4217 list one, as of 2025 (www.six-group.com, "ISO 4217
// Currency Codes"); funds, metals and test codes are left out.
#include "domain/currency.h"

#include "base/utf8.h"
#include "domain/quote.h"

#include <algorithm>
#include <array>

namespace bb {
namespace {

// One text instead of 150 pointers; every code takes three letters.
constexpr std::string_view codes =
    "AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBRLBSDBTNBWPBYNBZDCADCDFCHFCLFCLPCNYCOP"
    "CRCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQDIRR"
    "ISKJMDJODJPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXN"
    "MYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLESOSSRD"
    "SSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUYUUZSVEDVESVNDVUVWSTXAFXCDXCGXOFXPFYERZAR"
    "ZMWZWG";
constexpr std::string_view without_digits = "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXVNDVUVXAFXOFXPF";
constexpr std::string_view with_three_digits = "BHDIQDJODKWDLYDOMRTND";

constexpr bool holds(std::string_view list, std::string_view code) {
    for (std::size_t at = 0; code.size() == 3 && at < list.size(); at += 3) {
        if (list.substr(at, 3) == code) return true;
    }
    return false;
}

static_assert(codes.size() % 3 == 0 && holds(codes, "ZWG") && !holds(codes, "EDA"));

struct Name {
    std::string_view folded;
    std::string_view code;
};

constexpr auto names = std::to_array<Name>({
    {"us$", "USD"},      {"us dollar", "USD"}, {"us dollars", "USD"}, {"美元", "USD"},
    {"美金", "USD"},     {"rmb", "CNY"},       {"人民币", "CNY"},     {"rmb¥", "CNY"},
    {"cn¥", "CNY"},      {"€", "EUR"},         {"euro", "EUR"},       {"euros", "EUR"},
    {"欧元", "EUR"},     {"£", "GBP"},         {"英镑", "GBP"},       {"日元", "JPY"},
    {"日圆", "JPY"},     {"jp¥", "JPY"},       {"hk$", "HKD"},        {"港币", "HKD"},
    {"港元", "HKD"},     {"a$", "AUD"},        {"au$", "AUD"},        {"澳元", "AUD"},
    {"c$", "CAD"},       {"ca$", "CAD"},       {"加元", "CAD"},       {"s$", "SGD"},
    {"新加坡元", "SGD"}, {"新币", "SGD"},      {"nt$", "TWD"},        {"新台币", "TWD"},
    {"韩元", "KRW"},     {"₩", "KRW"},         {"卢布", "RUB"},       {"₹", "INR"},
    {"印度卢比", "INR"}, {"泰铢", "THB"},      {"瑞士法郎", "CHF"},   {"迪拉姆", "AED"},
});

struct CodeWords {
    std::string_view code;
    CurrencyWords words;
};

constexpr auto written_out = std::to_array<CodeWords>({
    {"USD", {"US DOLLARS", "CENTS"}},
    {"EUR", {"EUROS", "CENTS"}},
    {"GBP", {"POUNDS STERLING", "PENCE"}},
    {"CNY", {"CHINESE YUAN RENMINBI", "FEN"}},
    {"JPY", {"JAPANESE YEN", ""}},
    {"HKD", {"HONG KONG DOLLARS", "CENTS"}},
    {"TWD", {"NEW TAIWAN DOLLARS", "CENTS"}},
    {"SGD", {"SINGAPORE DOLLARS", "CENTS"}},
    {"AUD", {"AUSTRALIAN DOLLARS", "CENTS"}},
    {"NZD", {"NEW ZEALAND DOLLARS", "CENTS"}},
    {"CAD", {"CANADIAN DOLLARS", "CENTS"}},
    {"CHF", {"SWISS FRANCS", "CENTIMES"}},
    {"KRW", {"KOREAN WON", ""}},
    {"INR", {"INDIAN RUPEES", "PAISE"}},
    {"THB", {"THAI BAHT", "SATANG"}},
    {"MYR", {"MALAYSIAN RINGGIT", "SEN"}},
    {"VND", {"VIETNAMESE DONG", ""}},
    {"AED", {"UAE DIRHAMS", "FILS"}},
    {"SAR", {"SAUDI RIYALS", "HALALAS"}},
    {"KWD", {"KUWAITI DINARS", "FILS"}},
    {"BHD", {"BAHRAINI DINARS", "FILS"}},
    {"RUB", {"RUSSIAN ROUBLES", "KOPECKS"}},
    {"BRL", {"BRAZILIAN REAIS", "CENTAVOS"}},
    {"MXN", {"MEXICAN PESOS", "CENTAVOS"}},
    {"CLP", {"CHILEAN PESOS", ""}},
    {"ZAR", {"SOUTH AFRICAN RAND", "CENTS"}},
    {"TRY", {"TURKISH LIRAS", "KURUS"}},
    {"PLN", {"POLISH ZLOTYS", "GROSZY"}},
});

} // namespace

bool is_currency(std::string_view code) { return holds(codes, code); }

std::string_view currency_by_name(std::string_view name) {
    const std::string wanted = folded(name);
    const auto found = std::ranges::find(names, wanted, &Name::folded);
    return found == names.end() ? std::string_view{} : found->code;
}

CurrencyWords currency_words(std::string_view code) {
    const auto found = std::ranges::find(written_out, code, &CodeWords::code);
    return found == written_out.end() ? CurrencyWords{} : found->words;
}

int currency_digits(std::string_view currency) {
    if (holds(without_digits, currency)) return 0;
    return holds(with_three_digits, currency) ? 3 : 2;
}

} // namespace bb
