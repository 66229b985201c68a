#include "store/backup.h"

#include "store/container.h"
#include "store/parts.h"
#include "store/write_codec.h"

namespace bb {
namespace {

constexpr std::uint16_t content_version = 1;

BytePieces packed_writes(const Workspace& records) {
    WritePacker packer;
    std::vector<FieldValue> fields;
    records.parts().each_table([&](const RecordTable& table) {
        for (Row row = 0; row < table.rows().count(); ++row) {
            fields.clear();
            packed::unpack(table.rows().at(row), fields);
            packer.add(table.type(), packed::id_of(table.rows().at(row)), fields);
        }
        table.history().each([&](RecordId id, const FieldValue& write) {
            packer.add(table.type(), id, {&write, 1});
        });
    });
    return packer.take();
}

bool read_writes(ByteView in, std::vector<Write>& out) {
    WriteReader reader(in);
    while (reader.next()) {
        for (const FieldValue& item : reader.writes()) {
            out.push_back({reader.type(), reader.id(), item.field, std::string(item.value),
                           item.stamp, item.seen});
        }
    }
    return reader.ok();
}

Error refusal(ContainerRead why) {
    switch (why) {
    case ContainerRead::foreign: return {Text::error_backup_foreign};
    case ContainerRead::encrypted: return {Text::error_backup_encrypted};
    case ContainerRead::newer: return {Text::error_backup_newer};
    default: return {Text::error_backup_damaged};
    }
}

} // namespace

Bytes backup_content(const CustomerFile& file,
                     std::span<const std::pair<std::string, const Bytes*>> blobs, Instant now) {
    const Workspace& records = file.records();
    ByteWriter out;
    out.u16(content_version);
    out.u64(static_cast<std::uint64_t>(now.ms));
    out.varint(records.live_count(RecordType::customer));
    out.varint(records.write_count());
    const BytePieces writes = packed_writes(records);
    out.varint(writes.size());
    writes.copy(0, writes.size(), out);
    out.varint(blobs.size());
    for (const auto& [name, bytes] : blobs) {
        out.text(name);
        out.blob(*bytes);
    }
    return out.take();
}

Bytes write_backup(const CustomerFile& file,
                   std::span<const std::pair<std::string, const Bytes*>> blobs, Instant now) {
    return seal_container(backup_content(file, blobs, now));
}

Result<Backup> read_backup(ByteView bytes) {
    Bytes content;
    const ContainerRead opened = open_container(bytes, content);
    if (opened != ContainerRead::sound) return refusal(opened);
    return read_backup_content(content);
}

Result<Backup> read_backup_content(ByteView content) {
    ByteReader in(content);
    if (in.u16() > content_version) return refusal(ContainerRead::newer);
    Backup backup;
    backup.made_at.ms = static_cast<std::int64_t>(in.u64());
    backup.customers = static_cast<std::size_t>(in.varint());
    const std::uint64_t count = in.varint();
    const bool sound = read_writes(in.blob(), backup.writes) && backup.writes.size() == count;
    for (std::uint64_t left = in.varint(); in.ok() && left > 0; --left) {
        std::string name(in.text());
        const ByteView blob = in.blob();
        backup.blobs.emplace_back(std::move(name), Bytes(blob.begin(), blob.end()));
    }
    if (!sound || !in.ok() || !in.at_end()) return refusal(ContainerRead::damaged);
    return backup;
}

} // namespace bb
