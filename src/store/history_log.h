// The overwritten and lost writes of one record type: appended only, packed, indexed by record
// when first asked. The standing writes are not in it.
#pragma once

#include "store/id_index.h"
#include "store/packed_record.h"
#include "store/shard.h"

#include <vector>

namespace bb {

class HistoryLog {
public:
    explicit HistoryLog(std::uint8_t table) : table_(table) {}

    void add(RecordId id, const FieldValue& write);
    bool contains(RecordId id, const FieldValue& write) const;
    std::size_t count() const { return count_; }

    /// Calls visit(const FieldValue&) for the writes of one record; values point into the log.
    template <class Visit> void each_of(RecordId id, Visit visit) const {
        build_index();
        for (std::uint32_t n = newest_.find(id); n != 0; n = entries_[n - 1].previous) {
            visit(read(entries_[n - 1]).second);
        }
    }
    /// Calls visit(RecordId, const FieldValue&) for all, in the order they came.
    template <class Visit> void each(Visit visit) const {
        for (std::uint32_t shard = 0; shard < shards_.size(); ++shard) {
            std::uint32_t at = ShardHeader::size;
            while (at < shards_[shard].bytes.size()) {
                const auto [id, write] = read({shard, at, 0});
                visit(id, write);
                at += packed::load_u32(shards_[shard].bytes.data() + at);
            }
        }
    }

    bool load(Bytes shard, const ShardPlace& place);
    std::size_t shard_count() const { return shards_.size(); }
    const ShardPlace& place(std::size_t shard) const { return shards_[shard].place; }
    bool encode_dirty(std::uint32_t generation, EncodedShard& out);
    bool any_dirty() const;
    void mark_all_dirty();

private:
    struct Shard {
        Bytes bytes; // with room for the header
        std::uint32_t count = 0;
        ShardPlace place{};
    };
    struct Entry {
        std::uint32_t shard;
        std::uint32_t offset;
        std::uint32_t previous; // number + 1 of the record's entry before; 0 = none
    };
    std::pair<RecordId, FieldValue> read(const Entry& entry) const;
    void build_index() const;
    void index(RecordId id, std::uint32_t shard, std::uint32_t offset) const;

    std::uint8_t table_;
    std::vector<Shard> shards_;
    std::size_t count_ = 0;
    mutable bool indexed_ = false;
    mutable std::vector<Entry> entries_;
    mutable IdMap newest_; // number + 1 of the entry
};

} // namespace bb
