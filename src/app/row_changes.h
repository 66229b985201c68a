// Which rows of a record type changed since the last look: lists keep their keys and totals by row
// and renew only these.
#pragma once

#include "store/workspace.h"

#include <span>
#include <vector>

namespace bb {

class RowChanges {
public:
    /// Rows that were made or changed since the last call, ascending; all of them when the workspace
    /// is another one. Valid until the next call.
    std::span<const Row> look(const Workspace& records, RecordType type);

private:
    ReplacedRows log_;
    std::size_t read_ = 0; // of the log
    Row known_ = 0;        // rows of the last look
    std::vector<Row> changed_;
};

} // namespace bb
