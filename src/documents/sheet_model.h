// One model of a printed sheet feeds the preview, XLSX and PDF: what is seen is what is sent.
// A sheet is a grid of columns and rows; cells may span columns. Lengths are in points (1/72").
#pragma once

#include "base/bytes.h"
#include "base/decimal.h"
#include "base/result.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bb {

enum class Align : std::uint8_t { left, centre, right };
enum class Vertical : std::uint8_t { top, middle, bottom };

/// Between a cell's edge and its text or picture, in points, in the preview and in the PDF. (XLSX
/// has a padding of its own, about as large.)
inline constexpr float cell_padding_x = 3;
inline constexpr float cell_padding_y = 2;
inline constexpr float picture_padding = 4;
/// From one line of text to the next; the first baseline lies at line_ascent(size) below the top.
constexpr float line_height(float size) { return size * 1.4f; }
constexpr float line_ascent(float size) { return size * 1.06f; }

/// Bits of CellStyle::borders.
enum : std::uint8_t { border_top = 1, border_bottom = 2, border_left = 4, border_right = 8 };

struct CellStyle {
    float size = 9; // points
    bool bold = false;
    bool wrap = false;
    bool lead = false; // the first paragraph is bold and dark, what follows has `colour`
    Align align = Align::left;
    Vertical vertical = Vertical::middle;
    std::uint32_t colour = 0x1b2430; // 0xRRGGBB
    std::uint32_t fill = 0xffffffff; // 0xRRGGBB, or 0xffffffff for none
    std::uint8_t borders = 0;        // hairlines
    std::uint32_t border_colour = 0xd0d5dd;
    std::uint8_t decimals = 0; // shown digits of a number
    bool grouped = false;      // thousands separators

    friend bool operator==(const CellStyle&, const CellStyle&) = default;
};

/// The first paragraph of a cell in a `lead` style.
inline constexpr std::uint32_t lead_colour = 0x1b2430;

enum class SheetCellKind : std::uint8_t { text, number, formula, picture };

/// One cell at (row, column), spanning `columns` columns and `rows` rows.
struct SheetCell {
    std::uint16_t row = 0;
    std::uint16_t column = 0;
    std::uint16_t columns = 1;
    std::uint16_t rows = 1;
    SheetCellKind kind = SheetCellKind::text;
    std::string text;    // text, or the picture's content name
    Decimal number;      // number, or the formula's result as it is shown
    std::string formula; // without '=', A1 references inside this sheet: "ROUND(G12*H12,2)"
    std::uint16_t style = 0;

    friend bool operator==(const SheetCell&, const SheetCell&) = default;
};

struct SheetRow {
    float height = 0; // points, worked out with wrapped text
    bool keep_with_next = false;

    friend bool operator==(const SheetRow&, const SheetRow&) = default;
};

struct SheetPicture {
    std::string name;        // content name
    Bytes bytes;             // JPEG or PNG
    std::uint32_t width = 0; // pixels
    std::uint32_t height = 0;

    friend bool operator==(const SheetPicture&, const SheetPicture&) = default;
};

struct SheetModel {
    std::string title;                // document title, sheet name
    std::vector<float> column_widths; // points; their sum is the printable width
    std::vector<SheetRow> rows;
    std::vector<SheetCell> cells; // in row order
    std::vector<CellStyle> styles;
    std::vector<SheetPicture> pictures; // those that are named, each once
    std::uint16_t header_first = 0;     // rows repeated on each page: [first, last), empty if equal
    std::uint16_t header_last = 0;
    std::uint16_t header_until = 0; // pages that begin at or after this row do not repeat it
    float page_width = 595.28f;     // A4
    float page_height = 841.89f;
    float margin = 40;
    std::string footer;    // "{page} / {pages}" is filled in
    std::string watermark; // "DRAFT", or empty
    std::string author;
    Date created{}; // the file's date of making: the same quote makes the same bytes

    friend bool operator==(const SheetModel&, const SheetModel&) = default;
};

/// Flat bytes that cross to the worker, and back.
Bytes pack_sheet(const SheetModel& sheet);
Result<SheetModel> unpack_sheet(ByteView bytes);

/// 1, or less where the columns are wider than the page: the sheet is then shown smaller.
float sheet_scale(const SheetModel& sheet);

/// How the rows fall on pages: rows [first, last) of each page, header rows not counted twice.
struct PageRows {
    std::uint16_t first = 0;
    std::uint16_t last = 0;
    bool header = false; // the header rows stand above them
};
std::vector<PageRows> paginate(const SheetModel& sheet);

/// The footer of one page, with its number and how many there are.
std::string page_footer(const SheetModel& sheet, std::size_t page, std::size_t pages);

/// What a number or formula cell shows: "1,234.50".
std::string shown_number(const Decimal& number, const CellStyle& style);

/// Runs of text that one kind of font sets: Han and all that is one em wide, or Latin, Greek and
/// Cyrillic. Quotation marks and dashes follow their neighbours.
struct TextRun {
    std::string_view text;
    bool wide = false;
};
std::vector<TextRun> text_runs(std::string_view text);

/// Width of `text` in points at `size`, for wrapping; a table of Latin widths, one em a Han
/// character. The same estimate serves preview and PDF, so that both break lines alike.
float text_width(std::string_view text, float size, bool bold);
/// Lines of `text` within `width` points: breaks at spaces, between Han characters, at newlines.
std::vector<std::string_view> wrapped_lines(std::string_view text, float size, bool bold,
                                            float width);

/// The lines of a cell's text as they are set, top to bottom, within the cell's whole width.
struct CellLine {
    std::string_view text;
    bool bold = false;
    std::uint32_t colour = 0;
};
std::vector<CellLine> cell_lines(std::string_view text, const CellStyle& style, float cell_width);

} // namespace bb
