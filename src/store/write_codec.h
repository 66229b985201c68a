// Many writes as bytes, grouped by record: the payload of journal entries and backups.
#pragma once

#include "base/byte_pieces.h"
#include "store/packed_record.h"

#include <span>
#include <vector>

namespace bb {

class WritePacker {
public:
    void add(RecordType type, RecordId id, std::span<const FieldValue> writes);
    bool empty() const { return out_.empty(); }
    Stamp newest() const { return newest_; }
    BytePieces take() { return std::move(out_); }

private:
    BytePieces out_;
    ByteWriter group_;
    Stamp newest_{};
    Stamp stamp_{};
    Stamp seen_{};
};

/// Reads group by group. Malformed input ends the reading with ok() false; no group of it that was
/// handed out before is wrong by itself, so callers check ok() before they keep anything.
class WriteReader {
public:
    explicit WriteReader(ByteView in) : in_(in) {}

    /// The next record's writes; values point into the input.
    bool next();
    RecordType type() const { return type_; }
    RecordId id() const { return id_; }
    std::span<const FieldValue> writes() const { return writes_; }
    bool ok() const { return ok_; }

private:
    bool read_one(FieldValue& write);

    ByteReader in_;
    bool ok_ = true;
    RecordType type_{};
    RecordId id_{};
    std::vector<FieldValue> writes_;
    Stamp stamp_{};
    Stamp seen_{};
};

/// True when all of it can be read.
bool readable_writes(ByteView in);

} // namespace bb
