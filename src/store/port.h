// The store as the customer file sees it: rows of bytes under text keys in four named places.
// The browser's IndexedDB stands behind it; tests put a fake there that fails at any point.
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bb {

/// journal: 16 hex digits of the sequence + part; shard: "<generation>/<type>/<n>" in fixed width;
/// meta: "active", "last", "device", "setting.…"; blob: content name.
enum class Place : std::uint8_t { journal, shard, meta, blob };

struct StoredRow {
    std::string key;
    Bytes bytes;
};

/// One transaction: all of it or nothing, durable when acknowledged.
struct StoreBatch {
    struct Put {
        Place place{};
        std::string key;
        Bytes bytes;
    };
    struct Removal {
        Place place{};
        std::string first_key; // first_key .. last_key, both included
        std::string last_key;
    };
    std::vector<Put> puts;
    std::vector<Removal> removals;
};

/// Why the store said no.
enum class StoreFault : std::uint8_t { quota, blocked, closed, unknown, timeout, newer_schema };

/// Where rows are read from. `salvage`: the store again, row by row, leaving out what the browser
/// cannot read. `spare`: the second copy that follows the store; its rows may end earlier.
enum class Source : std::uint8_t { store, salvage, spare };

/// In a database that is being restored into; while it stands, the database before is the one in
/// use. Goes with the last transaction of the restoring.
inline constexpr const char* unfinished_row = "unfinished";

/// Requests are numbered by the caller; answers come later, through StoreEvents, never inside the
/// call. Requests are answered in order.
class StorePort {
public:
    virtual ~StorePort() = default;
    virtual void read_range(std::uint32_t request, Place place, const std::string& first_key,
                            const std::string& last_key, Source source = Source::store) = 0;
    virtual void read_keys(std::uint32_t request, Place place,
                           const std::vector<std::string>& keys) = 0;
    /// All of it or nothing. `batch` stays as it is, and where it is, until the answer.
    virtual void commit(std::uint32_t request, const StoreBatch& batch) = 0;
    /// From now on transactions go to a fresh database, marked with unfinished_row, into which the
    /// pictures of store and spare were copied. The old one stays as it is. Answered as a commit.
    virtual void begin_anew(std::uint32_t request) = 0;
};

class StoreEvents {
public:
    virtual ~StoreEvents() = default;
    /// Rows in key order; keys that are not there are left out.
    virtual void rows_read(std::uint32_t request, std::vector<StoredRow> rows) = 0;
    /// The transaction is complete (IndexedDB `oncomplete`), not merely accepted.
    virtual void committed(std::uint32_t request) = 0;
    virtual void failed(std::uint32_t request, StoreFault fault) = 0;
};

} // namespace bb
