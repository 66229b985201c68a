// The checks behind canonical_value, one a matter. All take text that is clean, trimmed and not
// empty, and yield nothing when it is not what it should be; validate.cpp finds the words.
#pragma once

#include "domain/schema.h"

#include <optional>
#include <string>
#include <string_view>

namespace bb {

/// Full-width letters, digits and marks as half-width ones, which Chinese input methods mix in.
std::string half_width(std::string_view text);

/// Key of the choice that `text` names by key, label in either language or a known other name.
std::optional<std::string> canonical_choice(const FieldInfo& field, std::string_view text);
std::optional<std::string> canonical_country(std::string_view text);
std::optional<std::string> canonical_currency(std::string_view text);
/// "1" for yes, empty for no.
std::optional<std::string> canonical_flag(std::string_view text);

/// One address; the domain in lower case.
std::optional<std::string> canonical_email(std::string_view text);
/// http or https only, "https://" put before a bare host; host in lower case, no user name in it.
std::optional<std::string> canonical_url(std::string_view text);
/// Anything with a digit in it, as it was written.
std::optional<std::string> canonical_phone(std::string_view text);
/// "1.38E+10": a sheet has thrown digits of the number away.
bool is_damaged_number(std::string_view text);

} // namespace bb
