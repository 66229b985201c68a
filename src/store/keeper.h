// Keeps a customer file in the store: opens it, appends the journal, compacts into generations.
// "Saved" is a position: the last sequence number whose transaction is complete.
#pragma once

#include "store/customer_file.h"
#include "store/port.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace bb {

enum class KeeperState : std::uint8_t {
    opening,
    ready,
    frozen,       // a write failed: edits stay in memory, nothing more is written
    unreadable,   // what was read is damaged: nothing is written, nothing is deleted
    newer_schema, // written by a newer program: read only
    following,    // another tab writes: what it writes is read on, edits are handed over to it
    taking_over,  // that tab has gone: its last entries are being read
    restoring,    // a recovered file is being written into a fresh database
    restored,     // it is there and whole: the page is to be loaded again
};

class Keeper final : public StoreEvents {
public:
    /// `fresh_device` is used when the store has no device number yet.
    Keeper(StorePort& port, std::uint32_t fresh_device);
    ~Keeper() override;

    /// Starts reading; state() leaves `opening` when done.
    void open();
    KeeperState state() const;
    std::optional<StoreFault> fault() const;
    /// The file, once open (also when it is empty).
    CustomerFile& file();
    const CustomerFile& file() const;
    bool empty_at_open() const;
    /// The newest generation was damaged; the one before and the journal gave all of it.
    bool fell_back() const;

    /// Goes on after a freeze, when the person says that there is space again: the very transaction
    /// that failed is tried once more.
    void try_again();
    /// False when another tab has barred this one or the database was closed: only a reload helps.
    bool can_try_again() const;

    /// Takes `records` for the file and writes them into a fresh database, with these pictures
    /// besides those that are stored; entries go on after `sequence`. Ends in `restored`, or in `unreadable` with nothing that was there changed.
    void restore_anew(Workspace records, std::uint64_t sequence, Stamp newest,
                      std::vector<std::pair<std::string, Bytes>> blobs = {});
    /// The records that a restoring which failed was given, and the pictures.
    Workspace take_back(std::vector<std::pair<std::string, Bytes>>& blobs);

    /// Hands new journal entries to the store; call after every dispatch and every event.
    void pump();
    /// Makes ready what pump() will hand over until `enough` says so, asked now and then. True: there
    /// is more, which pump() would do.
    bool pack(const std::function<bool()>& enough);
    /// Last sequence number acknowledged; equal to file().last_sequence() means all is saved.
    std::uint64_t saved_sequence() const;
    bool all_saved() const;
    /// When the last acknowledged entry was made.
    Instant saved_at() const;
    /// Entries that are neither acknowledged nor taken over by the writing tab.
    std::uint64_t unsaved_count() const;

    /// Before open(): another tab writes, this one follows.
    void follow();
    /// The writing tab has acknowledged more.
    void read_on();
    /// The writing tab has gone and this one holds the lock.
    void take_over();
    /// Entries made here since the last call, to be sent to the writing tab under their number.
    std::vector<const JournalEntry*> take_handovers();
    /// All that the writing tab has not confirmed, for one that has just become the writer.
    std::vector<const JournalEntry*> unconfirmed() const;
    /// Of a tab that has taken over: entries that the one before it never had in the journal.
    std::size_t brought_along() const;
    /// It is in the journal.
    void confirm_handover(std::uint64_t number);

    /// Writes the dirty shards as a new generation when the journal has grown (or `now` forces it).
    /// Cheap when there is nothing to do; called when the page is idle.
    void compact_if_due(bool force = false);

    /// Small named values beside the records (settings, last backup); saved like everything else.
    void put_setting(std::string_view name, std::string_view json);
    std::string_view setting(std::string_view name) const;

    /// Pictures: asks the store for the bytes; picture() is null until they are there.
    void want_picture(std::string_view name);
    const Bytes* picture(std::string_view name) const;
    /// The store answered that it has no such picture, or could not read it.
    bool picture_missing(std::string_view name) const;
    /// Those that were missing are asked for again when they are wanted.
    void look_again_for_pictures();

    /// Journal entries and bytes since the last compaction, for figures and tests.
    std::size_t journal_length() const;
    std::size_t journal_bytes() const;

    void rows_read(std::uint32_t request, std::vector<StoredRow> rows) override;
    void committed(std::uint32_t request) override;
    void failed(std::uint32_t request, StoreFault fault) override;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace bb
