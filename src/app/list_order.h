// How a list is sorted: by one field of its records, in one direction.
#pragma once

#include "base/text_id.h"
#include "domain/schema.h"

#include <cstdint>

namespace bb {

/// Rows without a value come last in both directions; equal ones keep the order of their making.
struct SortOrder {
    std::uint16_t field = customer::name;
    bool ascending = true;
    Language language = Language::chinese; // of country names

    friend bool operator==(const SortOrder&, const SortOrder&) = default;
};

} // namespace bb
