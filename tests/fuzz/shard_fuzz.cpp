// Shards as they come from the store, under a right header: what is taken must be readable whole.
#include "fuzz/fuzzing.h"
#include "store/parts.h"
#include "store/shard.h"
#include "store/workspace.h"

using namespace bb;
using fuzzing::demand;

namespace {

constexpr auto type = RecordType::customer;

Bytes under_header(ByteView body, std::uint8_t table, std::uint32_t count) {
    Bytes shard;
    begin_shard(shard);
    shard.insert(shard.end(), body.begin(), body.end());
    finish_shard(shard, table, count);
    return shard;
}

ShardPlace place_of(const Bytes& shard) {
    ShardPlace place;
    const auto header = checked_shard(shard);
    demand(header.has_value(), "a finished shard is a right one");
    place.generation = 1;
    place.hash = header->hash;
    place.count = header->count;
    place.bytes = static_cast<std::uint32_t>(shard.size());
    return place;
}

} // namespace

/// First byte: bit 7 for the history, else the count of records that the header claims.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static_cast<void>(checked_shard({data, size}));
    const bool history = (data[0] & history_table) != 0;
    const auto table =
        static_cast<std::uint8_t>(static_cast<std::uint8_t>(type) | (history ? history_table : 0));
    const Bytes shard = under_header({data + 1, size - 1}, table, data[0] & 0x7F);
    const ShardPlace place = place_of(shard);

    Workspace records;
    RecordTable& into = records.parts().table(type);
    // At a start a right hash vouches for the records, and they are only stepped over.
    if (!history) static_cast<void>(RecordRows(table).load(shard, place));
    const bool taken =
        history ? into.history().load(shard, place) : into.rows().load_checked(shard, place);
    if (!taken) return 0;
    const std::string dump = records.canonical_dump();

    Workspace copy;
    records.each_write([&](const Write& write) { copy.apply(write); });
    if (!history) demand(copy.canonical_dump() == dump, "its writes make the same file");
    return 0;
}
