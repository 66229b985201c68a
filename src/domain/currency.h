// Currency codes of ISO 4217 and how amounts in them are written out in English.
#pragma once

#include <string>
#include <string_view>

namespace bb {

/// True for a code that is in use (upper case).
bool is_currency(std::string_view code);

/// The code of what people write instead of one ("US$", "RMB", "美元"), or empty. A lone "$" or "¥"
/// may be several currencies and is not guessed.
std::string_view currency_by_name(std::string_view name);

/// "US DOLLARS" and "CENTS"; empty where only the code is known.
struct CurrencyWords {
    std::string_view whole;
    std::string_view part;
};
CurrencyWords currency_words(std::string_view code);

} // namespace bb
