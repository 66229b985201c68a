// One record type: its standing records, their history and their parents. Here is decided which
// write of a field stands.
#pragma once

#include "store/change_log.h"
#include "store/child_index.h"
#include "store/history_log.h"
#include "store/record_rows.h"
#include "store/workspace.h"

#include <span>
#include <vector>

namespace bb {

class RecordTable {
public:
    explicit RecordTable(RecordType type)
        : type_(type), rows_(static_cast<std::uint8_t>(type)),
          history_(static_cast<std::uint8_t>(type) | history_table) {}

    /// Writes of one record, packed once for all of them; results[i] tells what writes[i] did.
    void apply(RecordId id, std::span<const FieldValue> writes, std::vector<Applied>& results);

    RecordType type() const { return type_; }
    RecordRows& rows() { return rows_; }
    const RecordRows& rows() const { return rows_; }
    HistoryLog& history() { return history_; }
    const HistoryLog& history() const { return history_; }
    const ChildIndex& children() const;
    /// Links some more rows for it. True: there are others.
    bool link_children(std::uint32_t most) const;
    std::uint64_t revision() const { return revision_; }
    ReplacedRows replaced() const { return changes_.rows(); }

    /// Standing and overwritten writes of one record.
    void writes_of(RecordId id, std::vector<FieldValue>& out) const;

private:
    RecordId parent_of(const std::uint8_t* record) const;
    Applied apply_one(RecordId id, const FieldValue& write, bool exists);
    void store(RecordId id, std::uint32_t row);

    RecordType type_;
    RecordRows rows_;
    HistoryLog history_;
    mutable ChildIndex children_;
    std::uint64_t revision_ = 0;
    ChangeLog changes_;
    std::vector<FieldValue> fields_; // of the record being changed
    Bytes packed_;
};

} // namespace bb
