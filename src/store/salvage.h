// What can be saved of one copy of the customer file that is not whole: every sound record of every
// shard of any generation and every sound entry of the journal, joined. Writes are a grow-only set,
// so their union is right in whatever order, and with whatever missing, they come.
#pragma once

#include "store/found_pieces.h"
#include "store/workspace.h"

#include <map>
#include <string>
#include <vector>

namespace bb {

class RecordTable;

/// Records of one type in shards that the newest manifest names and that were found nowhere sound.
struct LostRecords {
    RecordType type{};
    std::uint64_t held = 0;    // deleted ones too
    std::uint64_t nowhere = 0; // of them not in any other piece either
    std::uint64_t earlier = 0; // overwritten values
};

class Salvage {
public:
    /// Rows of one place in the order of their keys; places in any order.
    void take(Place place, std::vector<StoredRow> rows);

    Workspace& records() { return records_; }
    const Workspace& records() const { return records_; }
    /// Rows that were there but not sound.
    std::size_t damaged_pieces() const { return damaged_; }
    bool nothing() const { return records_.write_count() == 0; }
    /// Written by a newer program: not for this one to restore.
    bool newer() const { return newer_; }
    /// Highest number of a sound entry, or that a sound manifest or end mark names.
    std::uint64_t sequence() const { return sequence_; }
    /// Entries up to this one are there without a gap, but for what lost() names.
    std::uint64_t found_until() const { return pieces_.until(); }
    /// By type; none when all that the newest sound manifest names is there, or made up for.
    std::vector<LostRecords> lost() const;
    Instant last_change() const { return last_change_; }
    Stamp newest() const { return newest_; }
    /// Living customers when the newest sound manifest was written; 0 = none.
    std::uint64_t customers_expected() const;
    /// Of these, and of those of which something was edited, the ones that no piece names.
    std::uint64_t customers_missing() const;
    const std::map<std::string, std::string, std::less<>>& settings() const { return settings_; }

    /// A backup's writes.
    void add(std::span<const Write> writes);
    /// Takes over all that `other` found as well.
    void join(const Salvage& other);

private:
    void take_meta(const StoredRow& row);
    void take_shard(StoredRow row);
    void take_journal(const std::vector<StoredRow>& rows);
    void apply(RecordType type, RecordId id, std::span<const FieldValue> writes);
    void apply(const RecordTable& table);
    bool apply_entry(ByteView payload);
    std::uint64_t records_missing(RecordType type) const;

    Workspace records_;
    FoundPieces pieces_;
    std::size_t damaged_ = 0;
    bool newer_ = false;
    std::uint64_t sequence_ = 0;
    Instant last_change_{};
    Stamp newest_{};
    std::map<std::string, std::string, std::less<>> settings_;
};

/// Living customers that have a name. Of one whose shard is lost an edit may be left, and nothing else.
std::size_t customers_named(const Workspace& records);

/// Names of living customers that `all` has and `part` has not, at most `most` of them; `count` is
/// how many there are.
std::vector<std::string> missing_names(const Workspace& all, const Workspace& part,
                                       std::size_t most, std::size_t& count);

} // namespace bb
