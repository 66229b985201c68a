// Headers of JPEG (the frame's marker) and PNG (IHDR).
#include "documents/picture_header.h"

#include <algorithm>
#include <array>

namespace bb {
namespace {

std::uint32_t big_endian(ByteView bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | bytes[at + i];
    return value;
}

PictureHeader sized(PictureKind kind, std::uint32_t width, std::uint32_t height) {
    if (width == 0 || height == 0) return {};
    return {kind, width, height};
}

PictureHeader png_header(ByteView bytes) {
    if (bytes.size() < 24) return {};
    return sized(PictureKind::png, big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
}

bool starts_frame(std::uint8_t marker) {
    // SOF0–SOF15 but for the Huffman (C4), JPEG (C8) and arithmetic (CC) tables.
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

PictureHeader jpeg_header(ByteView bytes) {
    std::size_t at = 2;
    while (at + 9 < bytes.size() && bytes[at] == 0xFF) {
        const std::uint8_t marker = bytes[at + 1];
        if (marker == 0xFF) {
            ++at; // fill byte
            continue;
        }
        if (starts_frame(marker))
            return sized(PictureKind::jpeg, big_endian(bytes, at + 7, 2),
                         big_endian(bytes, at + 5, 2));
        at += 2 + big_endian(bytes, at + 2, 2);
    }
    return {};
}

} // namespace

PictureHeader read_picture_header(ByteView bytes) {
    constexpr std::array<std::uint8_t, 8> png = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    if (bytes.size() > png.size() && std::equal(png.begin(), png.end(), bytes.begin()))
        return png_header(bytes);
    if (bytes.size() > 4 && bytes[0] == 0xFF && bytes[1] == 0xD8) return jpeg_header(bytes);
    return {};
}

} // namespace bb
