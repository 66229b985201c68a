// The dry run of an import: what each row would do, and why, before anything changes.
//
// A choice: a cell that cannot be read (unknown country, malformed e-mail) is left out and named
// with its address, and the rest of its row is imported; only a row without a usable name is
// faulty as a whole. So one bad cell never costs a customer, and nothing is lost silently.
#pragma once

#include "app/import_plan.h"
#include "base/result.h"
#include "store/customer_file.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bb {

class ImportMerge;

enum class RowVerdict : std::uint8_t {
    blank, // nothing in it; not listed
    new_record,
    update,    // fills or changes fields of a record that is there, or adds a contact to it
    duplicate, // brings nothing new
    faulty,    // not imported
};

/// One thing to know about a row, with the cell it is about ("C17"), or empty.
struct RowReason {
    std::string cell;
    Error error;
};

struct PreviewRow {
    std::uint32_t table_row = 0; // 0-based; the sheet shows it with one more
    RowVerdict verdict = RowVerdict::blank;
    bool accepted = false;         // new and update at first; the user may untick them
    std::uint32_t fault_count = 0; // cells left out, or what makes the row faulty
};

/// The table and the workspace must outlive it.
class ImportPreview {
public:
    ImportPreview(const Table& table, ImportPlan plan, const Workspace& records);
    ~ImportPreview();
    ImportPreview(ImportPreview&&) noexcept;
    ImportPreview& operator=(ImportPreview&&) noexcept;

    /// Takes up to so many steps: of making room, then a row of the customer file each, then of the
    /// sheet. True when all is done.
    bool step(std::size_t budget);
    bool done() const;
    /// Whether the next step is one of making room.
    bool makes_room() const;
    /// 0–1000.
    int progress() const;

    const ImportPlan& plan() const;
    /// Rows looked at so far, blank ones left out.
    std::span<const PreviewRow> rows() const;
    struct Counts {
        std::size_t new_records = 0;
        std::size_t updates = 0;
        std::size_t duplicates = 0;
        std::size_t faulty = 0;
        std::size_t cells_left_out = 0;
        std::size_t accepted = 0; // rows that the action would carry out
    };
    const Counts& counts() const;

    /// Why the row has its verdict (which record it matches, by what), then every fault of it.
    std::vector<RowReason> reasons(std::size_t index) const;
    /// The record that the row would change, if it is there already.
    std::optional<RecordId> match(std::size_t index) const;
    /// What the row says for a field, in canonical form; empty when nothing or not readable.
    std::string_view value(std::size_t index, RecordType type, std::uint16_t field) const;

    /// Only rows that are new or update.
    void accept(std::size_t index, bool yes);
    void accept_all(bool yes);

    /// True when the customer file changed since: the dry run must be made anew.
    bool outdated() const;
    /// How the step of undo is called that carries out the accepted rows; it has no edits yet.
    Action action() const;

    /// For import_writing.h: rows are merged anew, since without those that were unticked others may
    /// bring more.
    ImportMerge empty_merge() const;
    void merge_row(std::size_t index, ImportMerge& merge) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace bb
