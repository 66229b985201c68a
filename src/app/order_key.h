// Keys that order siblings (quote lines): bytewise, with room between any two, so that moving one
// record changes only that record.
#pragma once

#include "base/id.h"
#include "domain/schema.h"
#include "store/workspace.h"

#include <string>
#include <string_view>

namespace bb {

/// A key after `before` and ahead of `after`; empty ends are open. `before` < `after`.
std::string order_key_between(std::string_view before, std::string_view after);
/// A key behind the last living child.
std::string order_key_after_last(const Workspace& records, RecordType child, RecordId parent);

} // namespace bb
