// Opening: meta, then the shards that the manifest names, then the journal after it. When these
// are not exactly as they were written, the generation before and the longer journal after it are
// read instead; when that is not whole either, the end is `unreadable` and recovery starts. But a
// tab that writes may have gone on between two of these reads: then all is read anew.
#include "store/keeper_impl.h"
#include "store/parts.h"

#include <algorithm>

namespace bb {
namespace {

constexpr std::size_t shards_a_request = 8;

RecordTable& table_of(CustomerFile& file, std::uint8_t number) {
    return file.loading().parts().table(static_cast<RecordType>(number & ~history_table));
}

bool load_shard(CustomerFile& file, const Manifest::Shard& shard, Bytes bytes) {
    RecordTable& table = table_of(file, shard.table);
    const bool history = (shard.table & history_table) != 0;
    return history ? table.history().load(std::move(bytes), shard.place)
                   : table.rows().load(std::move(bytes), shard.place);
}

/// The rows of meta that differ once a tab has written.
std::vector<Bytes> standing_in(const std::vector<StoredRow>& meta) {
    std::vector<Bytes> standing;
    for (const StoredRow& row : meta) {
        if (row.key == "active" || row.key == "last") standing.push_back(row.bytes);
    }
    return standing;
}

} // namespace

void Keeper::Impl::open() {
    state = KeeperState::opening;
    port.read_range(ask({0, Purpose::meta, {}, 0, 0}), Place::meta, "0", "~");
}

void Keeper::Impl::give_up(KeeperState why) {
    if (state == KeeperState::opening) file = CustomerFile(device);
    state = why;
}

void Keeper::Impl::take_settings() {
    constexpr std::string_view setting_prefix = "setting.";
    settings.clear();
    unsaved_settings.clear();
    for (const auto& [key, bytes] : meta) {
        if (key.starts_with(setting_prefix)) {
            settings[key.substr(setting_prefix.size())] = as_text(bytes);
        }
    }
}

bool Keeper::Impl::take_small_rows() {
    take_settings();
    if (const auto row = meta.find("device"); row != meta.end()) {
        if (row->second.size() != 4) return false;
        device_stored = true; // the writing tab's: one that follows is a device of its own
        if (!follower) device = packed::load_u32(row->second.data());
        file = CustomerFile(device);
    }
    if (const auto row = meta.find("cleaned"); row != meta.end() && row->second.size() == 4) {
        cleaned = packed::load_u32(row->second.data());
    }
    if (const auto row = meta.find("last"); row != meta.end()) {
        const auto read = saved.decode(row->second);
        newer = newer || read == JournalHead::Read::newer;
        return read != JournalHead::Read::damaged;
    }
    return true;
}

bool Keeper::Impl::take_manifest() {
    if (const auto row = meta.find("previous"); row != meta.end()) {
        Manifest manifest;
        if (manifest.decode(row->second)) previous = std::move(manifest);
    }
    const auto row = meta.find("active");
    if (row == meta.end()) return true;
    Manifest manifest;
    if (!manifest.decode(row->second)) return false;
    newer = newer || manifest.schema > store_schema;
    verified = row->second;
    head = manifest.covers;
    newest_generation = manifest.generation;
    active = std::move(manifest);
    return true;
}

/// Starts once more from the generation before, or from nothing when the journal is whole from its
/// first entry. False when that was tried already.
bool Keeper::Impl::fall_back() {
    if (fallen_back || newer) return false;
    fallen_back = true;
    // A damaged manifest does not say its number: leave room.
    constexpr std::uint32_t room = 1000;
    newest_generation = active ? active->generation : (previous ? previous->generation : 0) + room;
    const std::uint64_t damaged = active ? active->generation : 0;
    if (previous && previous->generation == damaged) previous.reset();
    active = previous;
    head = active ? active->covers : JournalHead{};
    verified = active ? active->encode() : Bytes();
    file = CustomerFile(device);
    journal_entries = 0;
    journal_bytes = 0;
    return true;
}

void Keeper::Impl::damaged() {
    if (state != KeeperState::opening) return;
    asked.clear(); // answers that belong to this try
    port.read_range(ask({0, Purpose::meta_again, {}, 0, 0}), Place::meta, "0", "~");
}

void Keeper::Impl::take_meta_again(std::vector<StoredRow> rows) {
    if (standing_in(rows) != standing) {
        forget_what_was_read();
        return take_meta(std::move(rows));
    }
    if (!fall_back()) return give_up(newer ? KeeperState::newer_schema : KeeperState::unreadable);
    ask_for_file();
}

/// For another try.
void Keeper::Impl::forget_what_was_read() {
    file = CustomerFile(device);
    active.reset();
    previous.reset();
    verified.clear();
    head = saved = {};
    journal_entries = journal_bytes = 0;
    newer = fallen_back = false;
}

void Keeper::Impl::take_meta(std::vector<StoredRow> rows) {
    standing = standing_in(rows);
    for (StoredRow& row : rows) meta[std::move(row.key)] = std::move(row.bytes);
    const bool sound = take_small_rows() && (take_manifest() || fall_back());
    meta.clear();
    if (!sound) return give_up(newer ? KeeperState::newer_schema : KeeperState::unreadable);
    ask_for_file();
}

void Keeper::Impl::ask_for_file() {
    if (active) ask_for_shards();
    port.read_range(ask({0, Purpose::journal, {}, 0, 0}), Place::journal,
                    journal_key(head.sequence + 1, 0), journal_end());
}

void Keeper::Impl::ask_for_shards() {
    std::map<std::uint8_t, std::size_t> counts;
    std::map<std::uint8_t, std::uint32_t> next;
    for (const Manifest::Shard& shard : active->shards) {
        counts[shard.table] += shard.place.count;
        next[shard.table] = std::max(next[shard.table], shard.place.number + 1);
    }
    for (const auto& [table, count] : counts) {
        if (table & history_table) continue;
        table_of(file, table).rows().reserve(count);
        table_of(file, table).rows().set_next_number(next[table]);
    }
    const std::size_t all = active->shards.size();
    for (std::size_t first = 0; first < all; first += shards_a_request) {
        const std::size_t count = std::min(shards_a_request, all - first);
        std::vector<std::string> keys;
        for (std::size_t n = 0; n < count; ++n) keys.push_back(active->shards[first + n].key());
        port.read_keys(ask({0, Purpose::shards, {}, first, count}), Place::shard, keys);
    }
}

void Keeper::Impl::take_shards(const Asked& asked_for, std::vector<StoredRow> rows) {
    for (std::size_t n = 0; n < asked_for.shard_count; ++n) {
        const Manifest::Shard& shard = active->shards[asked_for.first_shard + n];
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [&](const StoredRow& r) { return r.key == shard.key(); });
        if (row == rows.end() || !load_shard(file, shard, std::move(row->bytes))) return damaged();
    }
}

bool Keeper::Impl::replay(ByteView writes, JournalReader& journal) {
    if (!readable_writes(writes)) return false;
    WriteReader reader(writes);
    while (reader.next()) {
        for (const FieldValue& write : reader.writes()) journal.saw(write.stamp);
        file.loading().apply(reader.type(), reader.id(), reader.writes());
    }
    return true;
}

/// Applies the entries that the rows hold; false at the first that is not sound.
bool Keeper::Impl::take_entries(JournalReader& reader, std::vector<StoredRow>& rows) {
    using Outcome = JournalReader::Outcome;
    for (StoredRow& row : rows) {
        const Outcome outcome = reader.take(row);
        if (outcome == Outcome::damaged || outcome == Outcome::newer) return false;
        if (outcome == Outcome::entry) {
            if (!replay(reader.writes(), reader)) return false;
            ++journal_entries;
        }
        journal_bytes += row.bytes.size();
        Bytes().swap(row.bytes);
    }
    return reader.at_end_of_entry();
}

/// Whether the journal ends where meta says that it does, or beside a tab that writes, behind that.
bool Keeper::Impl::at_last(const JournalHead& end) const {
    if (follower && end.sequence > saved.sequence) return true;
    const bool same_generation = fallen_back || end.generation == saved.generation;
    return end.sequence == saved.sequence && end.chain == saved.chain && same_generation;
}

void Keeper::Impl::take_journal(std::vector<StoredRow> rows) {
    JournalReader reader(head);
    const bool whole = take_entries(reader, rows) && at_last(reader.head());
    newer = newer || reader.saw_newer();
    if (!whole) return damaged();
    head = reader.head();
    finish_opening();
}

void Keeper::Impl::finish_opening() {
    saved = head;
    file.loaded(head.sequence, head.newest);
    empty_at_open = head.sequence == 0;
    opened_by_us = active.has_value() && !fallen_back;
    head.generation = active ? active->generation : 0;
    state = newer      ? KeeperState::newer_schema
            : follower ? KeeperState::following
                       : KeeperState::ready;
    if (writer_gone) return begin_to_take_over();
    read_on_if_told();
}

} // namespace bb
