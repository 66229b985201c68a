// A stored value in words for people: labels instead of keys, names instead of ids and codes, the
// reader's own clock instead of UTC.
#pragma once

#include "base/text_id.h"
#include "domain/schema.h"
#include "store/workspace.h"

#include <string>
#include <string_view>

namespace bb {

/// `utc_offset_minutes` is the reader's, east of UTC.
std::string readable_value(const Workspace& records, const FieldInfo& field, std::string_view value,
                           Language language, int utc_offset_minutes);

} // namespace bb
