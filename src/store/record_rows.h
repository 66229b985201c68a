// The standing records of one type: rows, their packed bytes and the shards that hold them.
// Loaded records stay in their shard's buffer; changed ones lie in an overlay until the shard is
// written again. Knows nothing of which write wins.
#pragma once

#include "store/id_index.h"
#include "store/packed_record.h"
#include "store/shard.h"

#include <memory>
#include <optional>
#include <vector>

namespace bb {

class RecordRows {
    auto id_of_row() const {
        return [this](std::uint32_t row) { return packed::id_of(rows_[row]); };
    }

public:
    explicit RecordRows(std::uint8_t table) : table_(table) {}

    std::uint32_t count() const { return static_cast<std::uint32_t>(rows_.size()); }
    std::size_t live() const { return live_; }
    const std::uint8_t* at(std::uint32_t row) const { return rows_[row]; }
    ByteView view(std::uint32_t row) const { return {rows_[row], packed::load_u32(rows_[row])}; }
    /// RowIndex::none when there is none.
    std::uint32_t row_of(RecordId id) const {
        index_rows();
        return index_.find(id, id_of_row());
    }

    std::uint32_t append(ByteView record);
    void replace(std::uint32_t row, ByteView record);

    /// Takes over a shard as read; false when its header or hash is not right. The hash vouches that
    /// the records are as they were packed here, so they are not looked into.
    bool load(Bytes shard, const ShardPlace& place);
    /// The same for bytes that nothing vouches for: false when a record or an id is not right either.
    bool load_checked(Bytes shard, const ShardPlace& place);
    void reserve(std::size_t count);

    /// The shards in the order of their rows.
    std::size_t shard_count() const { return shards_.size(); }
    const ShardPlace& place(std::size_t shard) const { return shards_[shard].place; }
    std::uint32_t next_number() const { return next_number_; }
    void set_next_number(std::uint32_t number) { next_number_ = number; }
    /// Packs the first dirty shard for generation `generation`; false when none is dirty.
    bool encode_dirty(std::uint32_t generation, EncodedShard& out);
    bool any_dirty() const;
    void mark_all_dirty();

private:
    struct Shard {
        std::uint32_t first = 0; // row
        std::size_t bytes = 0;   // packed bytes of its rows now
        ShardPlace place{};
        Bytes base; // as last written or read; rows not changed since point into it
    };
    Shard& shard_of(std::uint32_t row);
    std::uint32_t end_of(std::size_t shard) const;
    void begin_new_shard(std::size_t at, std::uint32_t first);
    void split_when_grown(std::size_t at);
    const std::uint8_t* keep(ByteView record);
    /// The index is made when first asked: loading does nothing for each record but step over it.
    void index_rows() const;

    std::uint8_t table_;
    std::vector<const std::uint8_t*> rows_;
    mutable RowIndex index_;
    mutable std::uint32_t indexed_ = 0; // rows that the index knows
    std::vector<Shard> shards_;
    std::uint32_t next_number_ = 0;
    std::size_t live_ = 0;
    std::vector<std::unique_ptr<std::uint8_t[]>> overlay_;
    std::size_t overlay_left_ = 0;
    std::uint8_t* overlay_at_ = nullptr;
};

} // namespace bb
