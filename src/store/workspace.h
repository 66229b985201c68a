// The records in memory: packed bytes a record, dense row numbers a type, history of overwritten
// values, and children by parent. Knows nothing of undo, the journal or the browser.
#pragma once

#include "base/bytes.h"
#include "store/change_log.h"
#include "store/packed_record.h"
#include "store/write.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bb {

/// Row of a record within its type: dense, stable while the program runs, never reused.
using Row = std::uint32_t;

/// A look at one packed record. Valid until the next change of the workspace, and not across
/// Keeper::pump, compact_if_due and store events, which may pack shards anew.
class RecordView {
public:
    RecordView() = default;
    explicit RecordView(ByteView packed) : packed_(packed) {}

    bool exists() const { return !packed_.empty(); }
    explicit operator bool() const { return exists(); }
    RecordId id() const;
    /// Empty when the field was never filled in.
    std::string_view value(std::uint16_t field) const;
    /// Of several fields by rising number, in one walk over the record.
    template <std::size_t count>
    std::array<std::string_view, count>
    values(const std::array<std::uint16_t, count>& fields) const;
    Stamp stamp(std::uint16_t field) const;
    bool deleted() const { return value(common::deleted) == "1"; }

    /// Calls visit(field, value, stamp, seen) for every field that was ever written, by number.
    template <class Visit> void each_field(Visit visit) const;

    ByteView packed() const { return packed_; }

private:
    ByteView packed_{};
};

template <std::size_t count>
std::array<std::string_view, count>
RecordView::values(const std::array<std::uint16_t, count>& fields) const {
    std::array<std::string_view, count> found{};
    if (!exists()) return found;
    packed::FieldWalk walk(packed_.data());
    for (std::size_t next = 0; next < count && walk.next();) {
        while (next < count && fields[next] < walk.field()) ++next;
        if (next < count && fields[next] == walk.field()) found[next++] = walk.value();
    }
    return found;
}

template <class Visit> void RecordView::each_field(Visit visit) const {
    if (!exists()) return;
    packed::FieldWalk walk(packed_.data());
    while (walk.next()) {
        Stamp stamp;
        Stamp seen;
        packed::stamps_of(packed_.data(), walk.stamp_index(), stamp, seen);
        visit(walk.field(), walk.value(), stamp, seen);
    }
}

/// What one write did.
enum class Applied : std::uint8_t {
    known,      // this very write was there already
    superseded, // kept in the history, another value stands
    changed,    // it is the value now
    created,    // it is the first write of its record
};

class Workspace {
public:
    Workspace();
    ~Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;

    /// Rows ever made of a type, deleted ones too.
    Row row_count(RecordType type) const;
    /// Records that are not in the recycle bin.
    std::size_t live_count(RecordType type) const;
    RecordView at(RecordType type, Row row) const;
    std::optional<Row> row_of(RecordType type, RecordId id) const;
    /// An empty view when there is no such record.
    RecordView find(RecordType type, RecordId id) const;

    /// Living children of a parent (contacts, activities and quotes of a customer; lines of a
    /// quote), ordered by order key, then id.
    std::vector<RecordId> children(RecordType child, RecordId parent) const;
    /// How many there are, without making the list.
    std::size_t child_count(RecordType child, RecordId parent) const;
    /// Children are linked to their parents when first asked for, which a million activities make
    /// felt: this links some of the rows before. True: there are more.
    bool prepare_children(RecordType child, Row most) const;

    Applied apply(const Write& write);
    /// Writes of one record at once (imports, merges, loading); the results last until the next
    /// call.
    std::span<const Applied> apply(RecordType type, RecordId id,
                                   std::span<const FieldValue> writes);

    /// Every write of a record, newest first: standing values and the ones they replaced.
    std::vector<Write> history(RecordType type, RecordId id) const;
    /// Values lost to a concurrent write and not settled since (see write.h); newest first.
    std::vector<Write> conflicts(RecordType type, RecordId id) const;

    /// Grows with every change of that type; equal numbers mean nothing changed, also when the
    /// workspace is another one.
    std::uint64_t revision(RecordType type) const;
    std::uint64_t revision() const;
    /// Rows that were changed after they were made; null when nothing of the type was ever written.
    /// Another log than before: everything may be different.
    ReplacedRows replaced_rows(RecordType type) const;

    /// Calls visit(const Write&) for every write of every record, in no order that means anything.
    template <class Visit> void each_write(Visit visit) const {
        const auto forward = [](void* context, const Write& write) {
            (*static_cast<Visit*>(context))(write);
        };
        visit_writes(&visit, forward);
    }
    /// How many writes there are, and how many of them were overwritten or lost.
    std::size_t write_count() const;
    std::size_t superseded_count() const;
    /// The whole state in one canonical text, for comparing files byte by byte.
    std::string canonical_dump() const;

    /// Packed shards for the store (see parts.h).
    struct Parts;
    Parts& parts() { return *parts_; }
    const Parts& parts() const { return *parts_; }

private:
    void visit_writes(void* context, void (*visit)(void*, const Write&)) const;

    std::unique_ptr<Parts> parts_;
};

} // namespace bb
