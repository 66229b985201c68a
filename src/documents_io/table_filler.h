// Fills a Table from cells that arrive in order, and refuses what goes over the limits.
#pragma once

#include "documents/table.h"

#include <memory>
#include <optional>

namespace bb {

class TableFiller {
public:
    /// So many bytes of text will come, or fewer.
    void expect_text(std::size_t bytes);
    /// Text will come from these bytes, from the front on, and is put over them.
    void write_over(std::shared_ptr<Bytes> read);
    /// Rows and columns count from 0 and must not go back. Empty cells need not be put: blank rows
    /// and columns before a cell are filled in, those after the last one never exist.
    /// False once something was refused; error() then says what.
    bool put(std::size_t row, std::size_t column, CellKind kind, std::string_view text);

    const std::optional<Error>& error() const { return error_; }
    bool is_empty() const { return cells_ == 0; }
    /// Only without an error.
    Table take();

private:
    bool refuse(Error error);
    bool has_room(std::size_t row, std::size_t column, std::string_view text);

    Table table_;
    std::size_t next_column_ = 0;
    std::size_t cells_ = 0;
    std::size_t text_bytes_ = 0;
    std::optional<Error> error_;
};

} // namespace bb
