// The chunked container of backups. Plain here; the encrypted variant uses the same places: key
// derivation and salt in the header, sealed chunks instead of hashed ones.
#pragma once

#include "base/bytes.h"

#include <cstdint>

namespace bb {

inline constexpr std::size_t container_chunk = 64 * 1024;

enum class ContainerRead : std::uint8_t {
    sound,
    foreign,   // not a backup at all
    damaged,   // changed, cut or put together from pieces
    encrypted, // needs a passphrase
    newer,     // of a newer program
};

Bytes seal_container(ByteView content);
ContainerRead open_container(ByteView container, Bytes& content);

} // namespace bb
