// The one door through which records change: stamps, undo and redo, and the outbox for the store.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "store/step_changes.h"
#include "store/workspace.h"
#include "store/write_codec.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bb {

/// One field to be set; value in canonical form (validate.h).
struct Edit {
    RecordType type{};
    RecordId id{};
    std::uint16_t field = 0;
    std::string value;
};

/// What the user did, in one step of undo. `label` and `args` name it in menus and the history.
struct Action {
    Text label{};
    std::vector<std::string> args;
    std::vector<Edit> edits;
    /// Typing on in the same field within one visit of it is one step (empty = never joined).
    std::string join_key;
};

/// An entry of the journal: all or nothing.
struct JournalEntry {
    std::uint64_t sequence = 0;
    Instant at{};
    Text label{};
    BytePieces writes; // packed (write_codec.h): an import of 100,000 records is one entry
    Stamp newest{};
    /// Pictures that first come with this entry: content name and bytes.
    std::vector<std::pair<std::string, Bytes>> blobs;
};

/// The writes of an entry one by one, for tests and for handing them on.
std::vector<Write> writes_of(const JournalEntry& entry);

class CustomerFile {
public:
    /// `device` is this browser profile's number, drawn once and kept in the store.
    explicit CustomerFile(std::uint32_t device);

    const Workspace& records() const { return records_; }

    /// Applies the edits that change something, under one stamp; makes an undo step and a journal
    /// entry. Returns false when nothing changed.
    bool perform(const Action& action, Instant now);
    /// The same in parts, so that a long import stops nobody: between begin() and end() nothing else
    /// may change the file. `action` is without edits; those of one record come in one part. end()
    /// returns false when nothing changed.
    void begin(Action action, Instant now);
    void add(std::span<const Edit> edits);
    bool end();
    bool is_begun() const { return begun_.has_value(); }
    /// Pictures to be stored with the next performed action.
    void attach_blob(std::string name, Bytes bytes);

    bool can_undo() const { return !undo_.empty(); }
    bool can_redo() const { return !redo_.empty(); }
    /// Label and args of what undo (redo) would take back; only when can_undo() (can_redo()).
    const Action& undo_action() const;
    const Action& redo_action() const;
    /// Each is a new change through the same door. A field that someone else has changed since is
    /// left alone. A created record goes to the recycle bin.
    void undo(Instant now);
    void redo(Instant now);

    struct MergeCounts {
        std::size_t created = 0;    // records
        std::size_t changed = 0;    // records
        std::size_t superseded = 0; // writes that went to the history
        std::size_t removed = 0;    // living records that went to the bin
        std::size_t removed_customers = 0;
    };
    /// What a merge would do, without doing it.
    MergeCounts preview_merge(std::span<const Write> writes) const;
    /// Union with another file's writes; one undo step, unless they were made in another tab, which
    /// has its own.
    MergeCounts merge(std::span<const Write> writes, Text label, Instant now, bool undoable = true);

    /// Says that the standing value of a field is right: its conflicts are settled on every device.
    /// Returns false when there was none. No undo step, as no value changes.
    bool settle(RecordType type, RecordId id, std::uint16_t field, Text label, Instant now);

    /// Journal entries not yet handed to the store, oldest first.
    std::vector<JournalEntry> take_outbox();
    std::size_t outbox_size() const { return outbox_.size(); }
    /// Entries that were taken and found no way into the journal: they go there after all, as the
    /// next ones.
    void put_back(std::vector<JournalEntry> entries);
    std::uint64_t last_sequence() const { return sequence_; }

    /// Loading: writes and sequence come from the store, not through the door.
    Workspace& loading() { return records_; }
    void loaded(std::uint64_t last_sequence, Stamp newest);

private:
    struct Step {
        Action action; // without edits
        StepChanges changes;
        bool own = true; // false: a merge, whose values other devices wrote
    };
    /// What one action does, while it is being done.
    struct Draft {
        Stamp stamp{};
        WritePacker writes;
        StepChanges changes;
    };
    /// One that comes in parts.
    struct Begun {
        Action action;
        Instant at{};
        Draft draft;
    };

    /// Sets fields of one record (field and value of `wanted`) where they differ.
    void set_fields(Draft& draft, RecordType type, RecordId id, std::vector<FieldValue>& wanted);
    void restore(Draft& draft, const Step& step, bool to_before);
    /// Makes the journal entry of a draft that changed something.
    bool commit(Draft& draft, Text label, Instant now);
    void remember(Step step);
    void copy_touched(std::span<const Write> writes, CustomerFile& out) const;

    Workspace records_;
    HybridClock clock_;
    std::optional<Begun> begun_;
    std::vector<Step> undo_;
    std::vector<Step> redo_;
    bool joinable_ = false; // the top undo step is what was done last
    std::vector<JournalEntry> outbox_;
    std::vector<std::pair<std::string, Bytes>> blobs_;
    std::uint64_t sequence_ = 0;
};

} // namespace bb
