// Grades are proposed from evidence, never set by the program (rules G03–G05, G11).
#pragma once

#include <optional>
#include <string_view>

namespace bb {

/// G04: which grade a buyer type proposes ("A".."D"), nothing for an unknown type.
std::optional<std::string_view> grade_for_buyer_type(std::string_view buyer_type);

/// True when the phone and fax numbers are the same digits (G11: usually a very small firm).
bool phone_is_fax(std::string_view phone, std::string_view fax);

/// The part after '@' as a view into `email`; empty when there is none. It is lower case when the
/// address is canonical.
std::string_view mail_domain(std::string_view email);

} // namespace bb
