// Which rows of a record type changed since the last look: lists keep their keys and totals by row
// and renew only these.
#pragma once

#include "store/workspace.h"

#include <functional>
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

/// The same for whoever looks at them in slices.
class RowsToLookAt {
public:
    /// Calls look(row) until `enough` says so, asked now and then. True: there are more.
    template <class Look>
    bool take(const Workspace& records, RecordType type, const std::function<bool()>& enough,
              Look look) {
        note(records, type);
        while (next_ < due_.size()) {
            for (int at_once = 0; at_once < rows_between_looks && next_ < due_.size(); ++at_once)
                look(due_[next_++]);
            if (enough()) break;
        }
        return next_ < due_.size();
    }

private:
    static constexpr int rows_between_looks = 64; // at the clock
    void note(const Workspace& records, RecordType type);

    RowChanges changes_;
    std::vector<Row> due_; // ascending
    std::size_t next_ = 0; // of them
    std::uint64_t revision_ = ~std::uint64_t{0};
};

} // namespace bb
