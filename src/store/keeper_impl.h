// The keeper's inside, shared by its files: opening, the journal, compaction, following.
#pragma once

#include "store/journal.h"
#include "store/keeper.h"
#include "store/manifest.h"
#include "store/picture_cache.h"

#include <deque>
#include <map>
#include <set>

namespace bb {

struct Keeper::Impl {
    Impl(StorePort& store, std::uint32_t fresh_device)
        : port(store), device(fresh_device), file(fresh_device) {}

    enum class Purpose : std::uint8_t {
        meta,
        meta_again, // as what was read did not fit together
        shards,
        journal,
        picture,
        commit,
        begin_anew,
        journal_on,   // while following
        journal_rest, // while taking over
        writers_meta, // after it
    };
    struct Asked {
        std::uint32_t request = 0;
        Purpose purpose{};
        std::vector<std::string> names; // pictures
        std::size_t first_shard = 0;    // of the manifest
        std::size_t shard_count = 0;
    };
    std::uint32_t ask(Asked what);
    /// Takes the request off the list; nothing when it is not ours (or was given up).
    std::optional<Asked> answered(std::uint32_t request);

    // keeper_open.cpp
    void open();
    void take_meta(std::vector<StoredRow> rows);
    void take_meta_again(std::vector<StoredRow> rows);
    void forget_what_was_read();
    void take_settings();
    bool take_small_rows();
    bool take_manifest();
    void ask_for_file();
    void ask_for_shards();
    void take_shards(const Asked& asked, std::vector<StoredRow> rows);
    void take_journal(std::vector<StoredRow> rows);
    bool replay(ByteView writes, JournalReader& reader);
    bool take_entries(JournalReader& reader, std::vector<StoredRow>& rows);
    bool at_last(const JournalHead& end) const;
    void damaged();
    void finish_opening();
    void give_up(KeeperState why);

    bool fall_back();

    // keeper_follow.cpp
    void read_on_if_told();
    void read_journal_on(Purpose purpose);
    void begin_to_take_over();
    void ask_for_rest();
    bool take_entries_on(std::vector<StoredRow> rows);
    void take_more_journal(std::vector<StoredRow> rows);
    void take_writers_meta(std::vector<StoredRow> rows);
    void become_writer();

    // keeper.cpp
    void commit(StoreBatch batch);
    bool pack(const std::function<bool()>& enough);
    bool send_journal();
    void add_small_rows(StoreBatch& batch);
    void finish_commit();
    void take_picture(const Asked& asked, std::vector<StoredRow> rows);
    bool all_saved() const;
    /// What is edited here has no place in the journal yet, or never will have one.
    bool numbers_later() const {
        return follower || state == KeeperState::taking_over || state == KeeperState::unreadable;
    }

    // keeper_compact.cpp
    void go_on_compacting();
    bool send_cleaning();
    Manifest manifest_of_now() const;

    StorePort& port;
    std::uint32_t device;
    CustomerFile file;
    KeeperState state = KeeperState::opening;
    std::optional<StoreFault> fault;
    bool empty_at_open = false;
    bool newer = false;
    bool follower = false;
    bool fallen_back = false;

    std::uint32_t next_request = 1;
    std::deque<Asked> asked;

    std::map<std::string, Bytes, std::less<>> meta; // as read, while opening
    std::vector<Bytes> standing;      // of it, to tell whether a tab has written since
    std::optional<Manifest> active;   // the generation in use
    std::optional<Manifest> previous; // as found at open
    Bytes verified;                   // the manifest this session read back whole; may be empty
    bool device_stored = false;
    std::uint32_t cleaned = 0; // generation after whose first start the old was removed

    JournalHead head{};  // last entry handed to the store
    JournalHead saved{}; // last entry acknowledged
    std::size_t journal_entries = 0;
    std::size_t journal_bytes = 0;

    std::map<std::string, std::string, std::less<>> settings;
    std::set<std::string> unsaved_settings;

    std::deque<JournalEntry> packing; // not all of them rows yet
    std::optional<JournalRows> rows;  // of the first
    StoreBatch packed;                // what they are by now
    StoreBatch sent;                  // kept until it is acknowledged
    bool in_flight = false;
    bool compacting = false;
    std::uint32_t newest_generation = 0; // that was ever named, also by a damaged manifest
    std::optional<Manifest> manifest_in_flight;
    bool opened_by_us = false; // this start read the active generation and found it whole

    std::vector<std::pair<std::string, Bytes>> restored_blobs;

    std::deque<JournalEntry> handed; // while following: not confirmed yet
    std::size_t handed_told = 0;     // of them, known to the caller
    std::uint64_t next_handover = 1;
    bool reading_on = false;
    bool more_to_read = false;
    std::size_t brought = 0;  // entries that went into the journal when this tab became the writer
    bool writer_gone = false; // this tab holds the lock, or will read first what it has begun to

    PictureCache pictures;
};

} // namespace bb
