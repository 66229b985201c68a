// Manifest and journal head: the bytes as they are, and with the hash at their end made right.
#include "base/hash.h"
#include "fuzz/fuzzing.h"
#include "store/manifest.h"

using namespace bb;
using fuzzing::demand;

namespace {

void read_both(ByteView row) {
    Manifest manifest;
    if (manifest.decode(row)) {
        static_cast<void>(unnamed_shards(&manifest, nullptr));
        Manifest again;
        demand(again.decode(manifest.encode()), "a manifest that was read can be written");
        demand(again.encode() == manifest.encode(), "and comes out the same");
    }
    JournalHead head;
    if (head.decode(row) == JournalHead::Read::sound) {
        JournalHead again;
        demand(again.decode(head.encode()) == JournalHead::Read::sound, "a head reads back");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    read_both({data, size});
    ByteWriter hashed;
    hashed.raw({data, size});
    hashed.u64(hash64(hashed.bytes()));
    read_both(hashed.bytes());
    return 0;
}
