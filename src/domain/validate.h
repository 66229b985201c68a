// From what was typed or imported to the canonical text of a field, or a reason why not.
#pragma once

#include "base/result.h"
#include "domain/schema.h"

#include <string>
#include <string_view>

namespace bb {

/// Canonical text of `typed` for `field`: decimals and dates normalised, choices and countries by
/// key or by label in either language, e-mail and links checked, text cleaned. The empty text is
/// always allowed. Texts over 64 KiB are refused, never cut; snapshots are kept byte for byte.
/// Countries by code only: names are `knowledge`, one floor up. `minutes` is how far east of UTC a
/// time without a Z is read.
Result<std::string> canonical_value(const FieldInfo& field, std::string_view typed,
                                    int minutes = 0);

} // namespace bb
