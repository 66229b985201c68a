#include "app/row_text.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace bb {
namespace {

using Block = std::uint8_t __attribute__((vector_size(16)));

// GCC's and Clang's vector types become SSE2 here and SIMD128 on the web.
Block load(const char* at) {
    Block block;
    std::memcpy(&block, at, sizeof block);
    return block;
}

/// A bit for each lane of a comparison, the first lane's the lowest.
std::uint32_t lanes_of(Block same) {
    std::uint64_t halves[2];
    std::memcpy(&halves, &same, sizeof halves);
    // One bit of each byte, moved together into the highest byte.
    const auto bits = [](std::uint64_t half) {
        return static_cast<std::uint32_t>((half & 0x0101010101010101U) * 0x0102040810204080U >> 56);
    };
    return bits(halves[0]) | bits(halves[1]) << 8;
}

bool any(Block block) {
    std::uint64_t halves[2];
    std::memcpy(halves, &block, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

struct Needle {
    std::string_view text;
    std::size_t rare = 0; // the two places that are compared first
    std::size_t second = 0;

    /// At a place where those two are right.
    bool is_at(const char* here) const {
        if (text.size() <= 2) return true;
        for (std::size_t n = 0; n < text.size(); ++n)
            if (here[n] != text[n]) return false;
        return true;
    }
};

Needle needle_of(std::string_view text, const std::array<std::uint32_t, 256>& frequency) {
    Needle needle{text};
    const auto count = [&](std::size_t at) {
        return frequency[static_cast<std::uint8_t>(text[at])];
    };
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (count(at) < count(needle.rare)) needle.rare = at;
    }
    if (needle.rare == 0 && text.size() > 1) needle.second = 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at != needle.rare && count(at) < count(needle.second)) needle.second = at;
    }
    return needle;
}

std::size_t find_from(std::string_view text, const Needle& needle, std::size_t from) {
    const std::size_t length = needle.text.size();
    if (text.size() < length) return text.npos;
    const std::size_t last = text.size() - length; // last place where it may begin
    const Block rare = Block{} + static_cast<std::uint8_t>(needle.text[needle.rare]);
    const Block second = Block{} + static_cast<std::uint8_t>(needle.text[needle.second]);
    const auto compare = [&](const char* here) {
        return static_cast<Block>((load(here + needle.rare) == rare) &
                                  (load(here + needle.second) == second));
    };
    std::size_t at = from;
    while (at + sizeof(Block) <= last + 1) {
        const char* here = text.data() + at;
        for (std::uint32_t lanes = lanes_of(compare(here)); lanes != 0; lanes &= lanes - 1) {
            const auto lane = static_cast<std::size_t>(std::countr_zero(lanes));
            if (needle.is_at(here + lane)) return at + lane;
        }
        at += sizeof(Block);
        // Four at a time as long as nothing is found.
        for (; at + 4 * sizeof(Block) <= last + 1; at += 4 * sizeof(Block)) {
            const char* four = text.data() + at;
            if (any(compare(four) | compare(four + 16) | compare(four + 32) | compare(four + 48)))
                break;
        }
    }
    return at <= last ? text.find(needle.text, at) : text.npos;
}

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
    // A sample is enough to know which bytes are rare.
    if (text_.size() < (std::size_t{1} << 20)) {
        for (const char byte : value) ++frequency_[static_cast<std::uint8_t>(byte)];
    }
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

void RowText::find(std::string_view needle, std::vector<std::uint8_t>& hits) const {
    const Needle wanted = needle_of(needle, frequency_);
    std::size_t at = 0;
    auto piece = pieces_.begin();
    while ((at = find_from(text_, wanted, at)) != text_.npos) {
        // Hits are often close together: try the next pieces before searching among all.
        for (int near = 0; near < 4 && piece->start + piece->length < at; ++near) ++piece;
        if (piece->start + piece->length < at) {
            piece = std::upper_bound(
                        piece, pieces_.end(), at,
                        [](std::size_t place, const Piece& other) { return place < other.start; }) -
                    1;
        }
        const auto index = static_cast<std::uint32_t>(piece - pieces_.begin()) + 1;
        if (piece_of_row_[piece->row] == index) hits[piece->row] = 1;
        at = piece->start + piece->length;
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
