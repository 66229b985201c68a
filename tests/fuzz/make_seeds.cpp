// Writes the seeds of the fuzz targets: small, sound input of each kind, to be changed from there.
//
//     make_seeds tests/fuzz/corpus
#include "fuzz/seeds.h"
#include "store/backup.h"
#include "store/container.h"
#include "store/manifest.h"
#include "store/parts.h"

#include <filesystem>
#include <fstream>

using namespace bb;

namespace {

constexpr Instant noon{1'780'000'000'000};
constexpr auto type = RecordType::customer;
std::filesystem::path corpus;

ByteView without_hash(ByteView row) { return row.first(row.size() - 8); }

/// Two devices that wrote the same field, a record in the bin, and an unknown type.
void fill(CustomerFile& file) {
    CustomerFile other(2);
    const auto set = [](CustomerFile& to, RecordType kind, std::uint64_t id, std::uint16_t field,
                        const char* value) {
        Action action;
        action.edits.push_back({kind, {1, id}, field, value});
        to.perform(action, noon);
    };
    set(file, type, 1, customer::name, "Müller & 李");
    set(other, type, 1, customer::name, "Mueller");
    set(other, type, 1, customer::name, "");
    set(file, type, 2, customer::grade, "A");
    set(file, type, 2, common::deleted, "1");
    set(other, static_cast<RecordType>(0x7F), 3, 40'000, "newer");
    std::vector<Write> writes;
    other.records().each_write([&](const Write& write) { writes.push_back(write); });
    file.merge(writes, Text{}, noon);
}

void shard_seeds(CustomerFile& file, Manifest& manifest) {
    file.loading().parts().mark_all_dirty();
    EncodedShard shard;
    auto& table = file.loading().parts().table(type);
    const auto keep = [&](const char* name) {
        const auto header = checked_shard(shard.bytes);
        if (!header) return;
        Bytes seed{static_cast<std::uint8_t>(header->count | (header->table & history_table))};
        seed.insert(seed.end(), shard.bytes.begin() + ShardHeader::size, shard.bytes.end());
        write_seed("shard", name, seed);
        manifest.shards.push_back({shard.table, {0, 1, header->hash, header->count, 1, false}});
    };
    if (table.rows().encode_dirty(1, shard)) keep("records");
    if (table.history().encode_dirty(1, shard)) keep("history");
}

} // namespace

void write_seed(const char* target, const char* name, ByteView bytes) {
    std::filesystem::create_directories(corpus / target);
    std::ofstream(corpus / target / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
}

int main(int count, char** arguments) {
    if (count != 2) return 2;
    corpus = arguments[1];
    write_document_seeds();
    CustomerFile file(1);
    fill(file);

    const Bytes picture = {0xFF, 0xD8, 0xFF};
    const std::pair<std::string, const Bytes*> blob{"picture", &picture};
    const Bytes backup = write_backup(file, {&blob, 1}, noon);
    Bytes content;
    open_container(backup, content);
    write_seed("backup", "container", backup);
    write_seed("backup", "content", content);

    Manifest manifest;
    shard_seeds(file, manifest);
    write_seed("manifest", "manifest", manifest.encode());
    write_seed("manifest", "manifest_unhashed", without_hash(manifest.encode()));
    write_seed("manifest", "head_unhashed", without_hash(manifest.covers.encode()));

    for (const JournalEntry& entry : file.take_outbox()) {
        write_seed("merge", std::to_string(entry.sequence).c_str(), entry.writes.joined());
        if (entry.sequence != 1) continue;
        JournalHead head;
        StoreBatch::Put row;
        JournalRows(entry, head).next(row);
        ByteWriter seed;
        seed.u16(static_cast<std::uint16_t>(row.bytes.size() - 8));
        seed.raw(without_hash(row.bytes));
        write_seed("journal", "first_row", seed.bytes());
    }
    return 0;
}
