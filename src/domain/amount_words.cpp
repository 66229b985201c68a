// Amounts in English words, as letters of credit want them.
#include "domain/currency.h"
#include "domain/quote.h"

namespace bb {
namespace {

constexpr std::string_view small_numbers[] = {
    "ZERO",     "ONE",     "TWO",     "THREE",     "FOUR",     "FIVE",    "SIX",
    "SEVEN",    "EIGHT",   "NINE",    "TEN",       "ELEVEN",   "TWELVE",  "THIRTEEN",
    "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN"};
constexpr std::string_view tens[] = {"",      "",      "TWENTY",  "THIRTY", "FORTY",
                                     "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"};
constexpr std::string_view thousands[] = {"",         " THOUSAND", " MILLION",
                                          " BILLION", " TRILLION", " QUADRILLION"};
constexpr __int128 above_words = 1'000'000'000'000'000'000;

void append_word(std::string& out, std::string_view word) {
    if (!out.empty()) out += ' ';
    out += word;
}

std::string below_thousand(unsigned n) {
    std::string out;
    if (n >= 100) {
        out += small_numbers[n / 100];
        out += " HUNDRED";
        n %= 100;
    }
    if (n >= 20) {
        append_word(out, tens[n / 10]);
        n %= 10;
        if (n > 0) out += '-';
        if (n > 0) out += small_numbers[n];
    } else if (n > 0) {
        append_word(out, small_numbers[n]);
    }
    return out;
}

/// A number below 10^18 in words, without "AND": that word stands before the small coin only.
std::string number_words(std::uint64_t n) {
    if (n == 0) return std::string{small_numbers[0]};
    std::string out;
    for (std::size_t group = std::size(thousands); group-- > 0;) {
        std::uint64_t unit = 1;
        for (std::size_t i = 0; i < group; ++i) unit *= 1000;
        const auto part = static_cast<unsigned>(n / unit % 1000);
        if (part == 0) continue;
        append_word(out, below_thousand(part));
        out += thousands[group];
    }
    return out;
}

/// " AND CENTS FIFTY", or " AND 50/100" where the coin has no name here.
std::string part_words(std::uint64_t part, std::uint64_t unit, std::string_view coin) {
    if (part == 0) return {};
    if (!coin.empty()) return " AND " + std::string{coin} + ' ' + number_words(part);
    return " AND " + std::to_string(part) + '/' + std::to_string(unit);
}

} // namespace

std::string amount_in_words(Decimal amount, std::string_view currency) {
    const int digits = currency_digits(currency);
    const Decimal value = amount.rounded(digits);
    const __int128 units = value.is_negative() ? -value.units() : value.units();
    if (!value.valid() || units >= above_words) return {};
    std::uint64_t unit = 1;
    for (int i = 0; i < digits; ++i) unit *= 10;
    const auto whole = static_cast<std::uint64_t>(units) / unit;
    const auto part = static_cast<std::uint64_t>(units) % unit;
    const CurrencyWords names = currency_words(currency);
    std::string out = "SAY ";
    if (value.is_negative()) out += "MINUS ";
    out += names.whole.empty() ? currency : names.whole;
    if (!out.ends_with(' ')) out += ' '; // a quote may not have a currency yet
    out += number_words(whole) + part_words(part, unit, names.part);
    return out + " ONLY";
}

} // namespace bb
