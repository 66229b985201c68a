#include "app/row_text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace bb {
namespace {

using Block = std::uint8_t __attribute__((vector_size(16)));

constexpr std::size_t bytes_at_once = 4 * sizeof(Block);
constexpr std::size_t most_compared = 8;
// So many bytes behind the end of a row must be there: its last byte may be the first of a round.
constexpr std::size_t read_beyond = bytes_at_once - 1 + most_compared - 1;

/// All bits of the first half, none of the second.
constexpr std::array<char, 2 * bytes_at_once> inside = [] {
    std::array<char, 2 * bytes_at_once> bytes{};
    std::fill_n(bytes.begin(), bytes_at_once, static_cast<char>(0xFF));
    return bytes;
}();

// GCC's and Clang's vector types become SSE2 here and SIMD128 on the web.
Block load(const char* at) {
    Block block;
    std::memcpy(&block, at, sizeof block);
    return block;
}

bool any(Block block) {
    std::uint64_t halves[2];
    std::memcpy(&halves, &block, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/// A few bytes that are looked for, without white space.
template <std::size_t length> class Needle {
    static_assert(length <= most_compared);

public:
    explicit Needle(std::string_view text) {
        for (std::size_t n = 0; n < length; ++n)
            bytes_[n] = Block{} + static_cast<std::uint8_t>(text[n]);
    }

    /// Reads up to `read_beyond` bytes behind the row. All of the row is looked at, also behind a
    /// hit: leaving early makes the processor guess, and each time it guesses wrong it waits for
    /// memory that it had read ahead otherwise, three times as long where all rows have it.
    bool is_in(std::string_view row) const {
        const char* at = row.data();
        const char* const end = at + row.size();
        Block some{};
        for (; end - at > static_cast<std::ptrdiff_t>(bytes_at_once); at += bytes_at_once) {
            for (std::size_t n = 0; n < bytes_at_once; n += sizeof(Block)) some |= compare(at + n);
        }
        // What begins behind the end does not count; nothing reaches over it, for a space is there.
        const char* const counted = inside.data() + bytes_at_once - (end - at);
#pragma GCC unroll 1 // once a row: not worth its size
        for (std::size_t n = 0; n < bytes_at_once; n += sizeof(Block))
            some |= compare(at + n) & load(counted + n);
        return any(some);
    }

private:
    /// In each lane whether the needle begins there.
    Block compare(const char* here) const {
        Block same = ~Block{};
        for (std::size_t n = 0; n < length; ++n)
            same &= static_cast<Block>(load(here + n) == bytes_[n]);
        return same;
    }

    std::array<Block, length> bytes_{};
};

} // namespace

void RowText::begin_row(Row row) {
    if (row >= piece_of_row_.size()) piece_of_row_.resize(std::size_t{row} + 1, 0);
    if (const std::uint32_t piece = std::exchange(piece_of_row_[row], 0); piece != 0) {
        dead_bytes_ += pieces_[piece - 1].length + 1;
        // Room to make every row anew before the buffer is written together.
        if (dead_bytes_ > text_.size() / 2) drop_dead();
    }
    pieces_.push_back({text_.size(), 0, row});
}

void RowText::add(std::string_view value) {
    if (value.empty()) return;
    text_ += value;
    text_ += ' ';
}

void RowText::end_row() {
    Piece& piece = pieces_.back();
    piece.length = text_.size() - piece.start;
    text_ += '\n';
    piece_of_row_[piece.row] = static_cast<std::uint32_t>(pieces_.size());
}

void RowText::expect(std::size_t rows) {
    if (pieces_.empty()) return;
    const std::size_t likely = text_.size() / pieces_.size() * rows;
    text_.reserve(text_.size() + likely + likely / 8);
    pieces_.reserve(pieces_.size() + rows);
    piece_of_row_.reserve(pieces_.size() + rows);
}

std::string_view RowText::text_of(Row row) const {
    if (row >= piece_of_row_.size() || piece_of_row_[row] == 0) return {};
    const Piece& piece = pieces_[piece_of_row_[row] - 1];
    return std::string_view(text_).substr(piece.start, piece.length);
}

void RowText::keep(std::string_view needle, std::vector<std::uint8_t>& hits) const {
    switch (needle.size()) {
    case 1: return keep_rows<1>(needle, hits);
    case 2: return keep_rows<2>(needle, hits);
    case 3: return keep_rows<3>(needle, hits);
    case 4: return keep_rows<4>(needle, hits);
    case 5: return keep_rows<5>(needle, hits);
    case 6: return keep_rows<6>(needle, hits);
    case 7: return keep_rows<7>(needle, hits);
    default: return keep_rows<most_compared>(needle, hits);
    }
}

template <std::size_t compared>
void RowText::keep_rows(std::string_view text, std::vector<std::uint8_t>& hits) const {
    // While somebody types, the last bytes are those that have not been looked for.
    const Needle<compared> needle(text.substr(text.size() - compared));
    const bool all_compared = text.size() == compared;
    // The last rows have nothing behind them that may be read.
    const char* const safe = text_.data() + text_.size() - std::min(text_.size(), read_beyond);
    const auto holds = [&](std::string_view there) {
        if (there.data() + there.size() > safe) return there.find(text) != there.npos;
        return needle.is_in(there) && (all_compared || there.find(text) != there.npos);
    };
    // Picking every third row out of memory is slower than reading all of it in one go.
    const bool looks_at_all = std::cmp_greater(std::ranges::count(hits, 1) * 8, hits.size());
    for (Row row = 0; row < hits.size(); ++row) {
        if (!looks_at_all && hits[row] == 0) continue;
        const std::string_view there = text_of(row);
        if (there.size() < text.size() || !holds(there)) hits[row] = 0;
    }
}

void RowText::drop_dead() {
    std::string text;
    std::vector<Piece> pieces;
    text.reserve(text_.size() - dead_bytes_);
    for (std::size_t index = 0; index < pieces_.size(); ++index) {
        const Piece piece = pieces_[index];
        if (piece_of_row_[piece.row] != index + 1) continue;
        pieces.push_back({text.size(), piece.length, piece.row});
        text.append(text_, piece.start, piece.length + 1);
        piece_of_row_[piece.row] = static_cast<std::uint32_t>(pieces.size());
    }
    text_ = std::move(text);
    pieces_ = std::move(pieces);
    dead_bytes_ = 0;
}

} // namespace bb
