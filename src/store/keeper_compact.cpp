// Compaction: the dirty shards as a new generation, in transactions that no one notices, and with
// the last of them the manifest that names it. Until then the old manifest and the journal speak.
#include "store/keeper_impl.h"
#include "store/parts.h"

#include <algorithm>
#include <utility>

namespace bb {
namespace {

constexpr std::size_t entries_limit = 2000;
// What is left to do again at a start; a tenth of a second.
constexpr std::size_t bytes_limit = std::size_t{2} << 20;
// One shard, or some small ones: more of them would keep the page from drawing.
constexpr std::size_t batch_limit = std::size_t{1} << 19;

} // namespace

void Keeper::compact_if_due(bool force) {
    Impl& it = *impl_;
    if (it.state != KeeperState::ready || !it.all_saved()) return;
    if (it.send_cleaning()) return;
    const bool due = it.journal_entries > entries_limit || it.journal_bytes > bytes_limit;
    if (due || (force && it.journal_entries > 0)) it.compacting = true;
    if (it.compacting) it.go_on_compacting();
}

Manifest Keeper::Impl::manifest_of_now() const {
    Manifest manifest;
    manifest.generation = newest_generation + 1;
    manifest.covers = saved;
    manifest.covers.generation = manifest.generation;
    manifest.customers = file.records().live_count(RecordType::customer);
    file.records().parts().each_table([&](const RecordTable& table) {
        const auto number = static_cast<std::uint8_t>(table.type());
        for (std::size_t n = 0; n < table.rows().shard_count(); ++n) {
            manifest.shards.push_back({number, table.rows().place(n)});
        }
        const auto history = static_cast<std::uint8_t>(number | history_table);
        for (std::size_t n = 0; n < table.history().shard_count(); ++n) {
            manifest.shards.push_back({history, table.history().place(n)});
        }
    });
    return manifest;
}

// Called only when all is saved: a shard never holds what the journal does not. Edits made between
// two transactions make their shards dirty again, and these are then written once more.
void Keeper::Impl::go_on_compacting() {
    if (state != KeeperState::restoring && !all_saved()) return;
    const std::uint32_t generation = newest_generation + 1;
    auto& parts = file.loading().parts();
    StoreBatch batch;
    std::size_t bytes = 0;
    EncodedShard shard;
    while (bytes < batch_limit && parts.encode_dirty(generation, shard)) {
        bytes += shard.bytes.size();
        batch.puts.push_back({Place::shard, shard_key(generation, shard.table, shard.number),
                              std::move(shard.bytes)});
    }
    if (!parts.any_dirty()) {
        Manifest manifest = manifest_of_now();
        // Never one that was only written: the one this session read back whole stays until then.
        if (!verified.empty()) batch.puts.push_back({Place::meta, "previous", verified});
        batch.puts.push_back({Place::meta, "active", manifest.encode()});
        head = manifest.covers;
        batch.puts.push_back({Place::meta, "last", head.encode()});
        newest_generation = generation;
        manifest_in_flight = std::move(manifest);
        if (state == KeeperState::restoring) {
            add_small_rows(batch);
            for (auto& [name, picture] : restored_blobs)
                batch.puts.push_back({Place::blob, std::move(name), std::move(picture)});
            restored_blobs.clear();
            batch.removals.push_back({Place::meta, unfinished_row, unfinished_row});
        }
    }
    commit(std::move(batch));
}

void Keeper::restore_anew(Workspace records, std::uint64_t sequence, Stamp newest,
                          std::vector<std::pair<std::string, Bytes>> blobs) {
    Impl& it = *impl_;
    it.restored_blobs = std::move(blobs);
    it.file = CustomerFile(it.device);
    it.file.loading() = std::move(records);
    it.file.loading().parts().mark_all_dirty();
    it.file.loaded(sequence, newest);
    it.head = {sequence, 0, 0, {}, newest};
    it.saved = it.head;
    it.active.reset();
    it.previous.reset();
    it.verified.clear();
    it.newest_generation = 0;
    it.opened_by_us = false;
    it.device_stored = false;
    for (const auto& [name, value] : it.settings) it.unsaved_settings.insert(name);
    it.fault.reset();
    it.state = KeeperState::restoring;
    it.compacting = true;
    it.port.begin_anew(it.ask({0, Impl::Purpose::begin_anew, {}, 0, 0}));
}

Workspace Keeper::take_back(std::vector<std::pair<std::string, Bytes>>& blobs) {
    Impl& it = *impl_;
    blobs = std::exchange(it.restored_blobs, {});
    for (StoreBatch::Put& put : it.sent.puts)
        if (put.place == Place::blob) blobs.emplace_back(std::move(put.key), std::move(put.bytes));
    it.sent = {};
    Workspace records = std::move(it.file.loading());
    it.file = CustomerFile(it.device);
    return records;
}

// At a start that read the active generation whole: what neither it nor the one before it needs.
bool Keeper::Impl::send_cleaning() {
    if (!opened_by_us || compacting) return false;
    opened_by_us = false;
    if (cleaned == active->generation || !previous) return false;
    StoreBatch batch;
    batch.removals = unnamed_shards(&*active, &*previous);
    batch.removals.push_back(
        {Place::journal, journal_key(0, 0), journal_key(previous->covers.sequence, 0xFFFF)});
    ByteWriter done;
    done.u32(active->generation);
    batch.puts.push_back({Place::meta, "cleaned", done.take()});
    commit(std::move(batch));
    return true;
}

} // namespace bb
