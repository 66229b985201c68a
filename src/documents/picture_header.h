// Kind and size of a picture from its first bytes; nothing is decoded.
#pragma once

#include "base/bytes.h"

#include <cstdint>

namespace bb {

enum class PictureKind : std::uint8_t { unknown, jpeg, png };

struct PictureHeader {
    PictureKind kind = PictureKind::unknown;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// `unknown` for anything else, cut off, or without a size.
PictureHeader read_picture_header(ByteView bytes);

} // namespace bb
