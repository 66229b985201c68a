// The eleven rules of Incoterms® 2020, described in our own words (2026-11). The rules' text is the
// ICC's and is not reproduced here; a quote prints the rule, its named place and the edition.
#pragma once

#include "base/text_id.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace bb {

enum class TransportMode : std::uint8_t { any, sea };

struct Incoterm {
    std::string_view code; // "FOB"
    std::string_view name_zh;
    std::string_view name_en;
    std::string_view place_zh; // what the named place is
    std::string_view place_en;
    std::string_view minimum_cover;  // Institute Cargo Clauses: "A", "C"; empty = no insurance
    std::string_view container_rule; // the rule that fits containers better; empty = fits
    TransportMode mode;
    bool freight_included; // the seller pays the main carriage

    std::string_view name(Language language) const {
        return language == Language::chinese ? name_zh : name_en;
    }
    std::string_view place(Language language) const {
        return language == Language::chinese ? place_zh : place_en;
    }
};

inline constexpr std::string_view incoterm_edition = "Incoterms® 2020";

/// Any mode first, then by sea; within these from least to most for the seller.
std::span<const Incoterm> incoterms();
/// Null for an unknown code; upper case only.
const Incoterm* incoterm_by_code(std::string_view code);
struct ContainerHint {
    std::string_view zh;
    std::string_view en;
};
/// Why `container_rule` fits better; null when there is nothing to say.
const ContainerHint* container_hint(const Incoterm& incoterm);

} // namespace bb
