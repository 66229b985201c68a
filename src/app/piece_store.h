// Texts kept for the length of a job, many in one piece of memory; views stay valid.
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace bb {

class TextStore {
public:
    std::string_view keep(std::string_view text) {
        if (pieces_.empty() || pieces_.back().size() + text.size() > pieces_.back().capacity()) {
            pieces_.emplace_back().reserve(text.size() > piece_size ? text.size() : piece_size);
        }
        std::string& piece = pieces_.back();
        const std::size_t start = piece.size();
        piece += text;
        return std::string_view(piece).substr(start);
    }

private:
    static constexpr std::size_t piece_size = std::size_t{1} << 16;
    std::deque<std::string> pieces_;
};

} // namespace bb
