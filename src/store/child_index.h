// Which records of one type belong to which parent: linked rows, made row by row when first asked.
#pragma once

#include "store/id_index.h"

#include <vector>

namespace bb {

class ChildIndex {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    void reserve(std::size_t rows) { next_.reserve(rows); }
    /// Rows that were added: the first ones, without a gap.
    std::uint32_t rows() const { return static_cast<std::uint32_t>(next_.size()); }
    /// The next row. An empty parent is no parent.
    void add(RecordId parent) {
        next_.push_back(none);
        link(rows() - 1, parent);
    }
    /// A row that was added has another parent.
    void move(std::uint32_t row, RecordId before, RecordId after) {
        unlink(row, before);
        link(row, after);
    }
    /// Calls visit(row), also for deleted children.
    template <class Visit> void each(RecordId parent, Visit visit) const {
        const std::uint32_t first = first_.find(parent);
        for (std::uint32_t at = first - 1; at != none; at = next_[at]) visit(at);
    }

private:
    void link(std::uint32_t row, RecordId parent) {
        if (parent.empty()) return;
        std::uint32_t& first = first_.at(parent);
        next_[row] = first == 0 ? none : first - 1;
        first = row + 1;
    }
    void unlink(std::uint32_t row, RecordId parent) {
        if (parent.empty()) return;
        std::uint32_t& first = first_.at(parent);
        if (first == row + 1) {
            first = next_[row] + 1; // none + 1 is 0
        } else {
            for (std::uint32_t at = first - 1; at != none; at = next_[at]) {
                if (next_[at] == row) next_[at] = next_[row];
            }
        }
        next_[row] = none;
    }

    IdMap first_; // row + 1
    std::vector<std::uint32_t> next_;
};

} // namespace bb
