#include "documents_io/table_filler.h"

#include "documents_io/read_limits.h"

#include <algorithm>
#include <utility>

namespace bb {

bool TableFiller::refuse(Error error) {
    if (!error_) error_ = std::move(error);
    return false;
}

bool TableFiller::has_room(std::size_t row, std::size_t column, std::string_view text) {
    using namespace read_limits;
    if (row >= rows) return refuse({Text::read_too_many_rows, {std::to_string(rows)}});
    if (column >= columns) {
        return refuse({Text::read_too_many_columns, {std::to_string(columns)}});
    }
    if (text.size() > field_bytes) {
        return refuse({Text::read_field_too_long,
                       {cell_address(row, column), std::to_string(field_bytes / kilobyte)}});
    }
    if (text_bytes_ + text.size() > table_text_bytes) {
        return refuse({Text::read_too_much_text, {std::to_string(table_text_bytes / megabyte)}});
    }
    return true;
}

void TableFiller::expect_text(std::size_t bytes) {
    table_.reserve_text(std::min(bytes, read_limits::table_text_bytes));
}

void TableFiller::write_over(std::shared_ptr<Bytes> read) {
    constexpr std::size_t usual_field = 12; // bytes; with fewer the table grows when it must
    table_.reserve_cells(std::min(read->size() / usual_field, read_limits::cells));
    table_.write_over(std::move(read));
}

bool TableFiller::put(std::size_t row, std::size_t column, CellKind kind, std::string_view text) {
    if (error_ || !has_room(row, column, text)) return false;
    bool goes_back =
        row < table_.row_count() || (row == table_.row_count() && column < next_column_);
    if (goes_back) return refuse({Text::read_damaged});
    while (table_.row_count() < row) {
        table_.end_row();
        next_column_ = 0;
    }
    cells_ += column + 1 - next_column_;
    if (cells_ > read_limits::cells) {
        return refuse({Text::read_too_many_cells, {std::to_string(read_limits::cells)}});
    }
    table_.skip_to(column);
    table_.add_cell(kind, text);
    text_bytes_ += text.size();
    next_column_ = column + 1;
    return true;
}

Table TableFiller::take() {
    if (next_column_ > 0) table_.end_row();
    next_column_ = 0;
    table_.finish();
    return std::move(table_);
}

} // namespace bb
