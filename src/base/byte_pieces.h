// Bytes that grow to many megabytes: in pieces, so that nobody waits while a hundred megabytes are
// moved to make room for more.
#pragma once

#include "base/bytes.h"

#include <algorithm>
#include <vector>

namespace bb {

class BytePieces {
public:
    BytePieces() = default;
    explicit BytePieces(ByteView all) { add(all); }

    void add(ByteView some) {
        while (!some.empty()) {
            if (size_ % piece_size == 0) pieces_.emplace_back();
            const std::size_t room = piece_size - size_ % piece_size;
            const ByteView part = some.first(std::min(room, some.size()));
            pieces_.back().insert(pieces_.back().end(), part.begin(), part.end());
            size_ += part.size();
            some = some.subspan(part.size());
        }
    }

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }

    /// Appends the bytes of [from, until), as far as there are any.
    void copy(std::size_t from, std::size_t until, ByteWriter& out) const {
        until = std::min(until, size_);
        while (from < until) {
            const std::size_t start = from % piece_size;
            const std::size_t count = std::min(piece_size - start, until - from);
            out.raw(ByteView(pieces_[from / piece_size]).subspan(start, count));
            from += count;
        }
    }
    Bytes joined() const {
        ByteWriter out;
        out.reserve(size_);
        copy(0, size_, out);
        return out.take();
    }

private:
    static constexpr std::size_t piece_size = std::size_t{1} << 20;
    std::vector<Bytes> pieces_; // full ones, and the last
    std::size_t size_ = 0;
};

} // namespace bb
