// Checksums against silent damage (xxHash, XXH3). Not a signature: nobody is kept out by these.
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <string>

namespace bb {

std::uint64_t hash64(ByteView bytes, std::uint64_t seed = 0);
/// 32 hex digits of the 128-bit hash: the name under which a picture is kept.
std::string content_name(ByteView bytes);

} // namespace bb
