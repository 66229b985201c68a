#include "documents/table.h"

#include <algorithm>

namespace bb {

namespace {

/// First bytes of a packed table: its kind and the version of its form.
constexpr std::uint32_t packed_mark = 0x31544242; // "BBT1"

Error packed_damage() { return {Text::read_table_damaged}; }

} // namespace

void Table::add_cell(CellKind kind, std::string_view text) {
    cells_.push_back(
        {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size()), kind});
    text_.append(text);
}

void Table::skip_to(std::size_t column) {
    std::size_t row_start = row_ends_.empty() ? 0 : row_ends_.back();
    std::size_t wanted = row_start + column;
    auto here = static_cast<std::uint32_t>(text_.size());
    while (cells_.size() < wanted) cells_.push_back({here, 0, CellKind::empty});
}

void Table::end_row() {
    std::size_t row_start = row_ends_.empty() ? 0 : row_ends_.back();
    widest_ = std::max(widest_, cells_.size() - row_start);
    row_ends_.push_back(static_cast<std::uint32_t>(cells_.size()));
}

CellView Table::cell(std::size_t row, std::size_t column) const {
    if (row >= row_ends_.size()) return {};
    std::size_t row_start = row == 0 ? 0 : row_ends_[row - 1];
    if (column >= row_ends_[row] - row_start) return {};
    const Cell& cell = cells_[row_start + column];
    return {cell.kind, std::string_view(text_).substr(cell.start, cell.length)};
}

// Texts follow each other in the buffer without gaps, so lengths alone say where each begins.
Bytes Table::packed() const {
    ByteWriter out;
    out.u32(packed_mark);
    out.u32(static_cast<std::uint32_t>(row_ends_.size()));
    out.u32(static_cast<std::uint32_t>(cells_.size()));
    out.u32(static_cast<std::uint32_t>(text_.size()));
    std::uint32_t row_start = 0;
    for (std::uint32_t row_end : row_ends_) {
        out.varint(row_end - row_start);
        row_start = row_end;
    }
    for (const Cell& cell : cells_) {
        out.u8(static_cast<std::uint8_t>(cell.kind));
        if (cell.kind != CellKind::empty) out.varint(cell.length);
    }
    out.raw(as_bytes(text_));
    return out.take();
}

Result<Table> Table::unpacked(ByteView bytes) {
    ByteReader in(bytes);
    if (in.u32() != packed_mark) return packed_damage();
    std::uint32_t rows = in.u32();
    std::uint32_t cells = in.u32();
    std::uint32_t text_size = in.u32();
    // Each row and each cell takes at least a byte: larger claims are not worth an allocation.
    if (!in.ok() || rows > in.left() || cells > in.left() || text_size > in.left()) {
        return packed_damage();
    }
    Table table;
    table.row_ends_.reserve(rows);
    table.cells_.reserve(cells);
    std::uint64_t row_end = 0;
    for (std::uint32_t i = 0; i < rows; ++i) {
        std::uint64_t width = in.varint();
        if (!in.ok() || width > cells - row_end) return packed_damage();
        row_end += width;
        table.row_ends_.push_back(static_cast<std::uint32_t>(row_end));
        table.widest_ = std::max(table.widest_, static_cast<std::size_t>(width));
    }
    std::uint64_t text_end = 0;
    for (std::uint32_t i = 0; i < cells; ++i) {
        std::uint8_t kind = in.u8();
        if (!in.ok() || kind > static_cast<std::uint8_t>(CellKind::error)) return packed_damage();
        auto cell_kind = static_cast<CellKind>(kind);
        std::uint64_t length = cell_kind == CellKind::empty ? 0 : in.varint();
        if (length > text_size - text_end) return packed_damage();
        table.cells_.push_back(
            {static_cast<std::uint32_t>(text_end), static_cast<std::uint32_t>(length), cell_kind});
        text_end += length;
    }
    table.text_ = as_text(in.raw(text_size));
    if (!in.ok() || !in.at_end() || row_end != cells || text_end != text_size) {
        return packed_damage();
    }
    return table;
}

std::string cell_address(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters + std::to_string(row + 1);
}

} // namespace bb
