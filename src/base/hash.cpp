// XXH3 by the xxHash header, compiled in here and nowhere else.
#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bb {

std::uint64_t hash64(ByteView bytes, std::uint64_t seed) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string content_name(ByteView bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return RecordId{hash.high64, hash.low64}.to_text(); // for its 32 hex digits only
}

} // namespace bb
