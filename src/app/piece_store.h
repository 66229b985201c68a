// What a job keeps to its end, many in one piece of memory: nothing is moved when more comes, so that
// views stay valid and nobody waits for millions of them to be copied.
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <span>
#include <vector>

namespace bb {

template <class T> class PieceStore {
public:
    /// Copies of them, side by side.
    std::span<const T> keep(std::span<const T> some) {
        if (pieces_.empty() || pieces_.back().size() + some.size() > pieces_.back().capacity())
            pieces_.emplace_back().reserve(std::max(some.size(), piece_size));
        std::vector<T>& piece = pieces_.back();
        const std::size_t start = piece.size();
        piece.insert(piece.end(), some.begin(), some.end());
        return std::span<const T>(piece).subspan(start);
    }

private:
    static constexpr std::size_t piece_size = (std::size_t{1} << 16) / sizeof(T);
    std::deque<std::vector<T>> pieces_;
};

} // namespace bb
