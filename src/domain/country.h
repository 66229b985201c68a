// Country codes and names as values; the table itself is generated into `knowledge`.
#pragma once

#include <string_view>

namespace bb {

/// Upper-case ISO 3166-1 alpha-2 shape: two letters A–Z.
constexpr bool looks_like_country(std::string_view code) {
    return code.size() == 2 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
}

} // namespace bb
