// Reads a zip archive made by somebody else, from its central directory, within read_limits.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

struct ZipEntry {
    std::string name; // with '/' between folders
    std::uint64_t packed_size = 0;
    std::uint64_t size = 0;
    std::uint64_t header_at = 0;
    std::uint32_t crc = 0;
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
};

/// Takes inflated bytes piece by piece, with the share done so far (0 to 1); false stops.
using ByteSink = std::function<bool(ByteView piece, double fraction)>;

class ZipReader {
public:
    /// `bytes` must outlive the reader.
    static Result<ZipReader> open(ByteView bytes);

    /// Case of letters makes no difference, as the format says; null when there is none.
    const ZipEntry* find(std::string_view name) const;

    /// True when all was read and its checksum fits; false when the sink stopped.
    Result<bool> inflate(const ZipEntry& entry, std::uint64_t most_bytes, const ByteSink& sink);

private:
    struct Directory {
        std::uint64_t at = 0;
        std::uint64_t count = 0;
    };
    class Inflating;

    explicit ZipReader(ByteView bytes) : bytes_(bytes) {}
    Result<Directory> find_directory() const;
    Status read_directory(Directory directory);
    Result<ByteView> packed_bytes(const ZipEntry& entry) const;

    ByteView bytes_;
    std::vector<ZipEntry> entries_;
    std::uint64_t inflated_ = 0;
};

} // namespace bb
