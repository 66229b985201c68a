// The places of a few bytes in a text, one after the other: 64 bytes are looked at together.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace bb {

/// Looks for `count` bytes, none of which is 0, in a text that outlives it.
template <std::size_t count> class ByteMarks {
public:
    ByteMarks(std::string_view text, const std::array<char, count>& looked_for) : text_(text) {
        for (std::size_t n = 0; n < count; ++n)
            looked_for_[n] = Block{} + static_cast<std::uint8_t>(looked_for[n]);
        look_at(0);
    }

    /// The first place from `at` on, or the text's size. Quick where each call asks for a place at or
    /// behind that of the call before.
    std::size_t next(std::size_t at) {
        if (at >= text_.size()) return text_.size();
        if (at < start_ || at - start_ >= width) look_at(at);
        const std::uint64_t ahead = marks_ >> (at - start_);
        if (ahead != 0) return at + static_cast<std::size_t>(std::countr_zero(ahead));
        for (at = start_ + width; at < text_.size(); at += width) {
            look_at(at);
            if (marks_ != 0) return at + static_cast<std::size_t>(std::countr_zero(marks_));
        }
        return text_.size();
    }

private:
    // GCC's and Clang's vector types become SSE2 here and SIMD128 on the web.
    using Block = std::uint8_t __attribute__((vector_size(16)));
    static constexpr std::size_t width = 64; // bytes, as many as a word has bits

    void look_at(std::size_t at) {
        start_ = at;
        if (text_.size() - at >= width) {
            marks_ = marks_of(text_.data() + at);
            return;
        }
        std::array<char, width> rest{};
        text_.copy(rest.data(), width, at);
        marks_ = marks_of(rest.data());
    }

    std::uint64_t marks_of(const char* bytes) const {
        std::uint64_t marks = 0;
        for (std::size_t n = 0; n < width; n += sizeof(Block)) {
            Block block;
            std::memcpy(&block, bytes + n, sizeof block);
            Block found{};
            for (const Block& one : looked_for_) found |= static_cast<Block>(block == one);
            std::uint64_t halves[2];
            std::memcpy(&halves, &found, sizeof halves);
            marks |= (bit_of_each(halves[0]) | bit_of_each(halves[1]) << 8U) << n;
        }
        return marks;
    }

    /// Of eight bytes that are all ones or all zeros.
    static std::uint64_t bit_of_each(std::uint64_t bytes) {
        static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");
        constexpr std::uint64_t another_of_each = 0x8040201008040201;
        constexpr std::uint64_t sum_on_top = 0x0101010101010101;
        return (bytes & another_of_each) * sum_on_top >> 56U;
    }

    std::string_view text_;
    std::array<Block, count> looked_for_{};
    std::size_t start_ = 0; // of the bytes that marks_ is about
    std::uint64_t marks_ = 0;
};

} // namespace bb
