// Journal entries as rows of less than 48 KiB. Each row holds the hash of the row before it, so
// that a missing, foreign or changed row is noticed.
#pragma once

#include "store/customer_file.h"
#include "store/port.h"

#include <optional>
#include <string>
#include <vector>

namespace bb {

/// What this program writes; rows of a higher one are read by newer programs only.
inline constexpr std::uint16_t store_schema = 1;
inline constexpr std::size_t journal_row_limit = 48 * 1024;

/// "<sequence in 16 hex digits>.<part in 4>".
std::string journal_key(std::uint64_t sequence, std::uint32_t part);
/// Greater than every key of the journal.
std::string journal_end();

/// Where the journal stands: its last entry, the hash of that entry's last row, and the generation
/// of shards it goes with.
struct JournalHead {
    std::uint64_t sequence = 0;
    std::uint64_t chain = 0;
    std::uint32_t generation = 0;
    Instant at{};
    Stamp newest{};

    Bytes encode() const;
    /// `newer`: the fields were read as if they were ours.
    enum class Read : std::uint8_t { sound, damaged, newer };
    Read decode(ByteView row);
};

/// The rows of an entry one by one; both must stay where they are.
class JournalRows {
public:
    JournalRows(const JournalEntry& entry, JournalHead& head);
    /// False when all of them are made: then the head is past the entry.
    bool next(StoreBatch::Put& row);

private:
    const JournalEntry* entry_;
    JournalHead* head_;
    Bytes start_; // of the payload, before the writes
    std::size_t parts_ = 0;
    std::size_t part_ = 0;
};

/// One row by itself, without what stands before and after it.
struct JournalRow {
    std::uint64_t sequence = 0;
    std::uint32_t part = 0;
    std::uint32_t last_part = 0;
    std::uint64_t before = 0; // hash of the row before
    std::uint64_t hash = 0;
    ByteView piece;
    bool newer = false; // of a newer schema
};
/// False when the row is not exactly as some program wrote it under this key. `newer` is set as far
/// as it could be read.
bool read_journal_row(const StoredRow& row, JournalRow& out);
/// The packed writes in the joined pieces of an entry; nothing when its head is not right.
std::optional<ByteView> writes_of_payload(ByteView payload, Instant& at);

/// Puts rows together again. Rows must come in key order, without a gap, from where `head` stands.
class JournalReader {
public:
    explicit JournalReader(JournalHead head) : head_(head) {}

    enum class Outcome : std::uint8_t { more, entry, damaged, newer };
    /// `entry`: a whole entry is there, and its hash chain is right. `newer`: another layout.
    Outcome take(const StoredRow& row);
    /// The packed writes of the entry just completed.
    ByteView writes() const { return writes_; }
    const JournalHead& head() const { return head_; }
    /// A row of a newer schema was among them.
    bool saw_newer() const { return newer_; }
    /// To be told by the caller while it applies the writes.
    void saw(Stamp stamp) { head_.newest = std::max(head_.newest, stamp); }
    /// True between entries: the last one was complete.
    bool at_end_of_entry() const { return parts_left_ == 0; }

private:
    Outcome finish_entry();

    JournalHead head_;
    Bytes payload_;
    ByteView writes_;
    std::uint32_t next_part_ = 0;
    std::uint32_t parts_left_ = 0;
    bool newer_ = false;
};

} // namespace bb
