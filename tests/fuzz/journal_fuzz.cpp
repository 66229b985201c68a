// Journal rows, one after another: each is given the hash and the place that its reader demands, so
// that what lies behind the hash is read.
#include "base/hash.h"
#include "fuzz/fuzzing.h"
#include "store/journal.h"

#include <algorithm>

using namespace bb;
using fuzzing::demand;

namespace {

Bytes with_hash(ByteView body) {
    ByteWriter out;
    out.raw(body);
    out.u64(hash64(body));
    return out.take();
}

/// Whatever the writes of an entry are, its rows read back to them.
void there_and_back(ByteView writes) {
    JournalEntry entry;
    entry.sequence = 1;
    entry.writes = BytePieces(writes);
    JournalHead head;
    JournalReader reader{JournalHead{}};
    auto outcome = JournalReader::Outcome::damaged;
    JournalRows rows(entry, head);
    for (StoreBatch::Put row; rows.next(row);) outcome = reader.take({row.key, row.bytes});
    demand(outcome == JournalReader::Outcome::entry, "an entry that was written is read");
    demand(std::equal(writes.begin(), writes.end(), reader.writes().begin(), reader.writes().end()),
           "and holds the same writes");
    demand(reader.head().chain == head.chain, "and ends at the same hash");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    there_and_back(input);
    JournalReader reader{JournalHead{}};
    ByteReader in(input);
    for (std::uint32_t part = 0; in.ok() && in.left() > 2; ++part) {
        const std::size_t length = in.u16();
        const ByteView body = in.raw(std::min(length, in.left()));
        const auto outcome = reader.take({journal_key(1, part), with_hash(body)});
        if (outcome == JournalReader::Outcome::entry) {
            static_cast<void>(readable_writes(reader.writes()));
        }
        if (outcome != JournalReader::Outcome::more) break;
    }
    return 0;
}
