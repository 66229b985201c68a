// The fields that records of every type have, for the tables of schema.cpp.
#pragma once

#include "domain/schema.h"

#include <algorithm>
#include <array>

namespace bb {

/// Those that every type has, and its own after them.
template <std::size_t N>
constexpr std::array<FieldInfo, N + 3> with_common_fields(const FieldInfo (&own)[N]) {
    using enum FieldType;
    std::array<FieldInfo, N + 3> all{
        FieldInfo{common::deleted, "deleted", Text::field_deleted, flag, trait_hidden},
        FieldInfo{common::created_at, "created_at", Text::field_created_at, instant, trait_hidden},
        FieldInfo{common::order_key, "order_key", Text::field_order_key, text, trait_hidden}};
    std::ranges::copy(own, all.begin() + 3);
    return all;
}

} // namespace bb
