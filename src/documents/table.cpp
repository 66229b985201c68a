#include "documents/table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace bb {

namespace {

/// First bytes of a packed table: its kind and the version of its form.
constexpr std::uint32_t packed_mark = 0x32544242; // "BBT2"
constexpr std::uint32_t word = 4;                 // bytes

std::uint32_t word_at(ByteView packed, std::size_t number) {
    static_assert(std::endian::native == std::endian::little);
    std::uint32_t result = 0;
    std::memcpy(&result, packed.data() + number * word, word);
    return result;
}

ByteView bytes_of(std::span<const std::uint32_t> words) {
    return {reinterpret_cast<const std::uint8_t*>(words.data()), words.size_bytes()};
}

Error packed_damage() { return {Text::read_table_damaged}; }

} // namespace

std::uint32_t Table::kind_of(std::uint32_t cell) { return cell & ((1U << kind_bits) - 1); }
std::uint32_t Table::length_of(std::uint32_t cell) { return cell >> kind_bits; }

void Table::write_over(std::shared_ptr<Bytes> read) {
    written_over_ = reinterpret_cast<char*>(read->data());
    owner_ = std::move(read);
}

void Table::skip_to(std::size_t column) {
    const std::size_t wanted = row_start(row_ends_.size()) + column;
    while (cells_.size() < wanted) add_cell(CellKind::empty, {});
}

void Table::end_row() {
    widest_ = std::max(widest_, cells_.size() - row_start(row_ends_.size()));
    row_ends_.push_back(static_cast<std::uint32_t>(cells_.size()));
    row_text_ends_.push_back(static_cast<std::uint32_t>(text().size()));
}

std::uint32_t Table::cell_word(std::size_t number) const {
    return cells_.empty() ? word_at(adopted_cells_, number) : cells_[number];
}

std::size_t Table::cell_count() const {
    return cells_.empty() ? adopted_cells_.size() / word : cells_.size();
}

CellView Table::cell(std::size_t row, std::size_t column) const {
    if (row >= row_ends_.size()) return {};
    const std::size_t first = row_start(row);
    if (column >= row_ends_[row] - first) return {};
    std::size_t at = row == 0 ? 0 : row_text_ends_[row - 1];
    for (std::size_t before = first; before < first + column; ++before)
        at += length_of(cell_word(before));
    const std::uint32_t cell = cell_word(first + column);
    return {static_cast<CellKind>(kind_of(cell)), text().substr(at, length_of(cell))};
}

Bytes Table::packed_head() const {
    ByteWriter out;
    out.u32(packed_mark);
    out.u32(static_cast<std::uint32_t>(row_ends_.size()));
    out.u32(static_cast<std::uint32_t>(cell_count()));
    out.u32(static_cast<std::uint32_t>(text().size()));
    return out.take();
}

// Four bytes for each row and each cell: the page has millions of them to take over while somebody
// waits, and reads them where they are.
std::array<ByteView, 3> Table::packed_rest() const {
    return {bytes_of(row_ends_), cells_.empty() ? adopted_cells_ : bytes_of(cells_),
            as_bytes(text())};
}

std::size_t Table::packed_size() const {
    constexpr std::size_t head = 4; // the mark and three numbers
    return (head + row_ends_.size() + cell_count()) * word + text().size();
}

Bytes Table::packed() const {
    ByteWriter out;
    out.reserve(packed_size());
    out.raw(packed_head());
    for (const ByteView part : packed_rest()) out.raw(part);
    return out.take();
}

bool Table::take_row(std::size_t row, std::uint32_t end) {
    const std::size_t first = row_start(row);
    if (end < first || end > cell_count()) return false;
    std::uint64_t text_end = row == 0 ? 0 : row_text_ends_[row - 1];
    for (std::size_t number = first; number < end; ++number) {
        const std::uint32_t cell = cell_word(number);
        if (kind_of(cell) > static_cast<std::uint32_t>(CellKind::error)) return false;
        text_end += length_of(cell);
    }
    if (text_end > text().size()) return false;
    widest_ = std::max(widest_, end - first);
    row_ends_.push_back(end);
    row_text_ends_.push_back(static_cast<std::uint32_t>(text_end));
    return true;
}

bool Table::take_rows(ByteView packed_rows) {
    const std::size_t rows = packed_rows.size() / word;
    row_ends_.reserve(rows);
    row_text_ends_.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row)
        if (!take_row(row, word_at(packed_rows, row))) return false;
    const std::size_t text_end = rows == 0 ? 0 : row_text_ends_.back();
    return row_start(rows) == cell_count() && text_end == text().size();
}

Result<Table> Table::unpacked(ByteView bytes) {
    auto owner = std::make_shared<const Bytes>(bytes.begin(), bytes.end());
    const ByteView whole = *owner;
    return adopted(std::move(owner), whole);
}

Result<Table> Table::adopted(std::shared_ptr<const Bytes> owner, ByteView bytes) {
    ByteReader in(bytes);
    if (in.u32() != packed_mark) return packed_damage();
    const std::size_t rows = in.u32();
    const std::size_t cells = in.u32();
    const std::size_t text_size = in.u32();
    // Larger claims are not worth a multiplication that may overflow.
    if (!in.ok() || rows > in.left() / word || cells > in.left() / word) return packed_damage();
    Table table;
    table.owner_ = std::move(owner);
    const ByteView packed_rows = in.raw(rows * word);
    table.adopted_cells_ = in.raw(cells * word);
    table.kept_text_ = as_text(in.raw(text_size));
    if (!in.ok() || !in.at_end() || !table.take_rows(packed_rows)) return packed_damage();
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
