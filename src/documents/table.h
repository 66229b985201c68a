// A sheet as read: rows of text cells with what the file said of their type.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

/// `number` cells hold the number as the file wrote it, digit for digit ("13800138000",
/// "0.1"), never an exponent where all digits are known; `date` cells "2026-11-21" or
/// "2026-11-21T14:02:03.000Z"; `text` cells are kept as they are ("00123", "+86 138…").
enum class CellKind : std::uint8_t { empty, text, number, date, boolean, error };

struct CellView {
    CellKind kind = CellKind::empty;
    std::string_view text;
};

/// Row-major; rows may be ragged. Text lives in one buffer.
class Table {
public:
    /// Room for the text of all its cells, where it is known how much that is at most.
    void reserve_text(std::size_t bytes) { text_.reserve(bytes); }
    void reserve_cells(std::size_t count) { cells_.reserve(count); }
    /// Before the first cell: instead of taking room, text is put over the bytes it is read from. Nobody
    /// looks any more at what stands before the text of the next cell, and no text is longer than what
    /// it was read from. New memory costs more than what is done with it.
    void write_over(std::shared_ptr<Bytes> read);
    /// No cell follows: copies of the table do not write over each other's text.
    void finish() { written_over_ = nullptr; }
    /// Behind the last one of the row being filled. Inlined: a list has millions of cells.
    void add_cell(CellKind kind, std::string_view text) {
        const auto length = static_cast<std::uint32_t>(text.size());
        cells_.push_back(length << kind_bits | static_cast<std::uint32_t>(kind));
        if (written_over_ == nullptr) return void(text_.append(text));
        // They may overlap; one that is empty may be nowhere.
        std::char_traits<char>::move(written_over_ + kept_text_.size(), text.data(), text.size());
        kept_text_ = {written_over_, kept_text_.size() + text.size()};
    }
    /// Leaves columns empty up to `column` (0-based) in the row being filled.
    void skip_to(std::size_t column);
    void end_row();

    std::size_t row_count() const { return row_ends_.size(); }
    std::size_t column_count() const { return widest_; }
    CellView cell(std::size_t row, std::size_t column) const;

    /// Flat bytes that cross from the worker to the page, and back.
    Bytes packed() const;
    /// In bytes, of what packed() gives.
    std::size_t packed_size() const;
    /// What it begins with, some numbers; and where all else stands, in this order: whoever sends it
    /// need not have it copied into one piece first.
    Bytes packed_head() const;
    std::array<ByteView, 3> packed_rest() const;
    static Result<Table> unpacked(ByteView bytes);
    /// The same without a copy: `bytes` are a part of what `owner` holds.
    static Result<Table> adopted(std::shared_ptr<const Bytes> owner, ByteView bytes);

private:
    static constexpr std::uint32_t kind_bits = 3; // of a cell's word, the lowest
    static std::uint32_t kind_of(std::uint32_t cell);
    static std::uint32_t length_of(std::uint32_t cell);
    std::uint32_t cell_word(std::size_t number) const;
    std::size_t cell_count() const;
    std::string_view text() const { return owner_ ? kept_text_ : std::string_view(text_); }
    std::size_t row_start(std::size_t row) const { return row == 0 ? 0 : row_ends_[row - 1]; }
    /// Of what is packed; false when it is damaged.
    bool take_rows(ByteView packed_rows);
    bool take_row(std::size_t row, std::uint32_t end);

    /// Of each cell its kind and the length of its text, which follows that of the cell before.
    std::vector<std::uint32_t> cells_;
    std::string text_;
    /// Instead of the text, where it stands in bytes that somebody else made.
    std::shared_ptr<const Bytes> owner_;
    std::string_view kept_text_;
    char* written_over_ = nullptr; // the first of them, until finish()
    /// Instead of the cells, in a table that was adopted.
    ByteView adopted_cells_;

    std::vector<std::uint32_t> row_ends_;      // in cells
    std::vector<std::uint32_t> row_text_ends_; // in bytes
    std::size_t widest_ = 0;
};

/// "B7" for row 6, column 1 (both 0-based).
std::string cell_address(std::size_t row, std::size_t column);

/// What was opened, for the import screen.
struct SheetFile {
    Table table;
    std::string sheet_name;               // of the sheet read
    std::vector<std::string> sheet_names; // all visible ones, in order
    std::string encoding;                 // "UTF-8", "GB18030", "UTF-16LE" for text files
    std::vector<Error> notes;             // things left out that the user should know
};

} // namespace bb
