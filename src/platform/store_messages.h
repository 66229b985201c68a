// How store requests and rows cross to the page: little-endian, every key and value as a u32 length
// and its bytes. Batch: u32 puts, each u8 place, key, u32 address and u32 size of the value, which
// the page copies when it needs it; u32 removals, each u8 place, first key, last key. Keys and rows:
// u32 count, then each key (and value).
#pragma once

#include "store/port.h"

namespace bb {

/// `batch` must outlive what the page does with it.
Bytes pack_batch(const StoreBatch& batch);
Bytes pack_keys(const std::vector<std::string>& keys);
/// Nothing but well-formed rows: what does not fit the layout is left out.
std::vector<StoredRow> unpack_rows(ByteView packed);

} // namespace bb
