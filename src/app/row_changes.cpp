#include "app/row_changes.h"

#include <algorithm>
#include <numeric>

namespace bb {

std::span<const Row> RowChanges::look(const Workspace& records, RecordType type) {
    changed_.clear();
    if (ReplacedRows log = records.replaced_rows(type); log != log_) {
        log_ = std::move(log);
        read_ = 0;
        known_ = 0;
    }
    const Row count = records.row_count(type);
    if (!log_) return changed_;
    for (; read_ < log_->size(); ++read_) {
        if (const Row row = (*log_)[read_]; row < known_) changed_.push_back(row);
    }
    std::ranges::sort(changed_);
    changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
    const std::size_t before = changed_.size();
    changed_.resize(before + (count - known_));
    std::iota(changed_.begin() + static_cast<std::ptrdiff_t>(before), changed_.end(), known_);
    known_ = count;
    return changed_;
}

void RowsToLookAt::note(const Workspace& records, RecordType type) {
    if (revision_ == records.revision(type)) return;
    revision_ = records.revision(type);
    due_.erase(due_.begin(), due_.begin() + static_cast<std::ptrdiff_t>(next_));
    next_ = 0;
    const auto changed = changes_.look(records, type);
    const auto left = static_cast<std::ptrdiff_t>(due_.size());
    due_.insert(due_.end(), changed.begin(), changed.end());
    std::inplace_merge(due_.begin(), due_.begin() + left, due_.end());
    due_.erase(std::unique(due_.begin(), due_.end()), due_.end());
    // Of another workspace there may be fewer.
    due_.erase(std::ranges::lower_bound(due_, records.row_count(type)), due_.end());
}

} // namespace bb
