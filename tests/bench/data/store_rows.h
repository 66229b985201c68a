// The made records as the rows that the page keeps in IndexedDB, written by the page's own store.
#pragma once

#include <cstdint>
#include <string>

namespace bb::bench {

/// Through CustomerFile and Keeper, packed into shards as after some days of use. The file: for each
/// row u8 place, u32 length and bytes of the key, u32 length and bytes of the value.
bool write_store_rows(const std::string& path, std::uint32_t customers, std::uint32_t activities);

} // namespace bb::bench
