// Which rows of a record type changed since the last look: lists keep their keys and totals by row
// and renew only these. Compares a hash of each packed record, so nothing has to report changes.
#pragma once

#include "store/workspace.h"

#include <cstdint>
#include <span>
#include <vector>

namespace bb {

class RowChanges {
public:
    /// Rows that are new or whose bytes differ from those of the last call, ascending. Valid until
    /// the next call; empty when the type's revision is the same.
    std::span<const Row> look(const Workspace& records, RecordType type);

private:
    std::vector<std::uint64_t> hashes_;
    std::vector<Row> changed_;
    std::uint64_t revision_ = ~std::uint64_t{0};
};

} // namespace bb
