// The backup container (plain variant) and the readable JSON export.
#pragma once

#include "base/result.h"
#include "store/keeper.h"

#include <functional>
#include <span>
#include <vector>

namespace bb {

/// What a backup holds, read back and checked.
struct Backup {
    std::vector<Write> writes;
    std::vector<std::pair<std::string, Bytes>> blobs;
    Instant made_at{};
    std::size_t customers = 0;
};

/// Magic, version, key-derivation parameters (none in the plain variant), then chunks of 64 KiB,
/// each with its number, a last mark and a hash.
Bytes write_backup(const CustomerFile& file,
                   std::span<const std::pair<std::string, const Bytes*>> blobs, Instant now);
/// What is in the container, for the encrypted variant, which the page seals.
Bytes backup_content(const CustomerFile& file,
                     std::span<const std::pair<std::string, const Bytes*>> blobs, Instant now);
/// The content of a container that was opened elsewhere.
Result<Backup> read_backup_content(ByteView content);
/// Every flipped bit, cut or swapped chunk is a clean refusal.
Result<Backup> read_backup(ByteView bytes);

/// Every living record with its fields by key, UTF-8 JSON, readable by people and programs.
std::string json_export(const Workspace& records, Instant now);

} // namespace bb
