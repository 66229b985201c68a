// Text looked at eight bytes at a time. A test of a word sets the high bit of every byte it is true for;
// above the first such byte it may set others too, so that only the first one is to be relied on.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace bb::byte_words {

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest one");

constexpr std::size_t width = sizeof(std::uint64_t);
constexpr std::uint64_t ones = 0x0101010101010101;
constexpr std::uint64_t high_bits = ones << 7;

/// The bytes from `at` on, of which `width` must be there.
inline std::uint64_t at(std::string_view text, std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, width);
    return word;
}

/// Bytes that are not ASCII; all marks are true.
constexpr std::uint64_t not_ascii(std::uint64_t word) { return word & high_bits; }

/// Bytes less than `least`, which is at most 0x80.
constexpr std::uint64_t below(std::uint64_t word, std::uint8_t least) {
    return (word - ones * least) & ~word & high_bits;
}

constexpr std::uint64_t equal(std::uint64_t word, char c) {
    return below(word ^ ones * static_cast<std::uint8_t>(c), 1);
}

/// Which byte is the first that is marked; `width` when none is.
constexpr std::size_t first(std::uint64_t marks) {
    return static_cast<std::size_t>(std::countr_zero(marks)) / 8;
}

} // namespace bb::byte_words
