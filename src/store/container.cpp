#include "store/container.h"

#include "base/hash.h"

#include <algorithm>
#include <cstring>

namespace bb {
namespace {

// Header: magic (8), u16 version, u8 key derivation (0 none), u8 zero, u32 iterations, salt (16),
// then its hash. A chunk: u32 number, u8 last, u32 length, bytes, hash seeded with the header's.
constexpr char magic[8] = {'B', 'U', 'Y', 'E', 'R', 'B', 'K', 26};
constexpr std::size_t header_size = 32;
constexpr std::uint16_t container_version = 1;

} // namespace

Bytes seal_container(ByteView content) {
    ByteWriter out;
    out.raw({reinterpret_cast<const std::uint8_t*>(magic), sizeof magic});
    out.u16(container_version);
    out.u8(0);
    out.u8(0);
    out.u32(0);
    out.u64(0);
    out.u64(0);
    const std::uint64_t seed = hash64(out.bytes());
    out.u64(seed);
    std::uint32_t number = 0;
    do {
        const ByteView piece = content.first(std::min(content.size(), container_chunk));
        content = content.subspan(piece.size());
        const std::size_t start = out.size();
        out.u32(number++);
        out.u8(content.empty() ? 1 : 0);
        out.u32(static_cast<std::uint32_t>(piece.size()));
        out.raw(piece);
        out.u64(hash64(ByteView(out.bytes()).subspan(start), seed));
    } while (!content.empty());
    return out.take();
}

ContainerRead open_container(ByteView container, Bytes& content) {
    content.clear();
    if (container.size() < sizeof magic ||
        std::memcmp(container.data(), magic, sizeof magic) != 0) {
        return ContainerRead::foreign;
    }
    ByteReader in(container);
    const ByteView header = in.raw(header_size);
    const std::uint64_t seed = in.u64();
    if (!in.ok()) return ContainerRead::damaged;
    ByteReader fields(header.subspan(sizeof magic));
    const std::uint16_t version = fields.u16();
    // A locked container has a check of another kind there; who has the passphrase looks at it.
    const bool locked = fields.u8() != 0;
    if (!locked && hash64(header) != seed) return ContainerRead::damaged;
    if (version > container_version) return ContainerRead::newer;
    if (locked) return ContainerRead::encrypted;

    content.reserve(in.left());
    bool last = false;
    for (std::uint32_t number = 0; !last; ++number) {
        const std::size_t start = in.position();
        const bool in_order = in.u32() == number;
        const std::uint8_t mark = in.u8();
        const std::uint32_t length = in.u32();
        const ByteView piece = in.raw(length);
        const std::size_t end = in.position();
        const std::uint64_t hash = in.u64();
        const bool sound = in.ok() && in_order && mark <= 1 && length <= container_chunk &&
                           hash == hash64(container.subspan(start, end - start), seed);
        if (!sound) return ContainerRead::damaged;
        content.insert(content.end(), piece.begin(), piece.end());
        last = mark == 1;
    }
    return in.at_end() ? ContainerRead::sound : ContainerRead::damaged;
}

} // namespace bb
