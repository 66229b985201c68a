// Records of which a file has one: their ids are the same on every device, so that merging two
// files joins them instead of keeping two.
#pragma once

#include "base/id.h"

#include <string_view>

namespace bb {

inline constexpr std::string_view default_file_name = "{product}_{model}_{qty}_{date}_{customerNo}";

inline RecordId company_id() {
    return {0x0000636f6d70616eULL, 1}; // "compan"
}

/// `country` is an ISO alpha-2 code.
inline RecordId region_note_id(std::string_view country) {
    std::uint64_t code = 0;
    for (const char c : country) code = code << 8 | static_cast<std::uint8_t>(c);
    return {0x0000726567696f6eULL, code}; // "region"
}

} // namespace bb
