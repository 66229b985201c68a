// The currencies that are offered for quotes and orders. No rates: those change daily and are the
// user's own. Digits after the point are in domain (currency_digits). Codes of ISO 4217, 2026-11.
#pragma once

#include "base/text_id.h"

#include <span>
#include <string_view>

namespace bb {

struct Currency {
    std::string_view code;   // "USD"
    std::string_view symbol; // "$"; several share one, so a document prints the code as well
    std::string_view name_zh;
    std::string_view name_en;

    std::string_view name(Language language) const {
        return language == Language::chinese ? name_zh : name_en;
    }
};

/// The most used in trade with China first, then by code.
std::span<const Currency> currencies();
/// Null for an unknown code; upper case only.
const Currency* currency_by_code(std::string_view code);

} // namespace bb
