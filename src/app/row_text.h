// Text of many rows in one buffer, scanned without an index: exact, and at 20 MB a scan takes a few
// milliseconds. A row that changes is written anew at the end.
#pragma once

#include "store/workspace.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

class RowText {
public:
    /// Begins the text of a row, replacing what it had.
    void begin_row(Row row);
    /// One value; no match reaches from one value into the next. No newline inside.
    void add(std::string_view value);
    void end_row();

    /// So many rows will come, about as long as those that are there: room for all of them. A text that
    /// grows bit by bit leaves holes of its own size.
    void expect(std::size_t rows);

    std::string_view text_of(Row row) const;
    /// hits[row] stays 1 where the row's text holds `needle` (not empty, without white space), and
    /// becomes 0 elsewhere. Rows with 0 are not looked at.
    void keep(std::string_view needle, std::vector<std::uint8_t>& hits) const;

    std::size_t byte_count() const { return text_.size(); }

private:
    struct Piece {
        std::size_t start = 0;
        std::size_t length = 0;
        Row row = 0;
    };
    template <std::size_t compared>
    void keep_rows(std::string_view needle, std::vector<std::uint8_t>& hits) const;
    void drop_dead();

    std::string text_;                        // values closed by a space, pieces by a newline
    std::vector<Piece> pieces_;               // by start; dead when its row has a later one
    std::vector<std::uint32_t> piece_of_row_; // index + 1; 0: none
    std::size_t dead_bytes_ = 0;
};

} // namespace bb
