// The parts of a quote sheet, shared by the files that lay them out: palette, words, columns.
#pragma once

#include "documents/quote_sheet.h"
#include "documents/sheet_builder.h"

namespace bb::quote_parts {

/// One accent colour and greys; the rest is white.
struct Palette {
    std::uint32_t accent = 0x0f766e;
    std::uint32_t tint = 0xf0f7f6; // the accent on white, very light
    std::uint32_t ink = 0x1b2430;
    std::uint32_t muted = 0x667085;
    std::uint32_t hairline = 0xd0d5dd;
    std::uint32_t warning = 0xb42318;
};
Palette palette_of(std::string_view accent);

enum class LineColumn : std::uint8_t {
    line,
    picture,
    model,
    description,
    hs_code,
    moq,
    quantity,
    unit,
    price,
    amount
};

/// A column of the table of lines and the sheet columns that it takes (one, rarely two).
struct PlacedColumn {
    LineColumn kind;
    Span span;
};

/// Everything that the parts need; made once for each sheet.
struct Context {
    const QuoteDocument& quote;
    QuoteSums sums;
    const PictureSource& pictures;
    Palette palette;
    SheetModel& sheet;
    SheetBuilder& builder;
    std::vector<PlacedColumn> columns;
    std::uint16_t label_end = 0;          // labels at the left: columns [0, label_end)
    std::uint16_t right_start = 0;        // the block at the right begins here
    std::vector<std::uint16_t> line_rows; // the row of each quote line

    bool has(LineColumn kind) const { return span_of(kind).last > 0; }
    Span span_of(LineColumn kind) const;
};

// Words in the document's language.
std::string label(Text id, DocumentLanguage language);
/// As small print: English in capitals.
std::string small_label(Text id, DocumentLanguage language);
/// Both languages under each other.
std::string stacked_label(Text id, DocumentLanguage language);
std::string document_number(const QuoteDocument& quote);
/// The name and, under it, description and remarks; the HS code where it has no column of its own.
std::string line_description(const QuotedLine& line, DocumentLanguage language, bool with_hs_code);
/// Joins what is not empty.
std::string joined(std::initializer_list<std::string> parts, std::string_view between);
/// As many digits as the value has, within [least, most].
std::uint8_t digits_of(const Decimal& value, int least, int most);

// Styles.
CellStyle body_style(const Palette& palette);
CellStyle label_style(const Palette& palette);
CellStyle number_style(const Palette& palette, std::uint8_t decimals);

/// The columns that hold anything, and their widths in points within `printable`.
struct ColumnPlan {
    std::vector<PlacedColumn> columns;
    std::vector<float> widths;
    bool crowded = false; // too little is left for the description
};
ColumnPlan plan_columns(const QuoteDocument& quote, const QuoteSums& sums, float printable,
                        bool with_hs_code);
/// As many as the price with the most digits has: shown price = price used.
std::uint8_t price_decimals(const QuoteDocument& quote);
std::string price_header(const QuoteDocument& quote);

/// A label at the left and its text; long text goes on in further rows.
void add_labelled(Context& context, Text label_id, std::string_view text);
/// Cuts text that would make a row higher than a spreadsheet allows.
std::vector<std::string> row_chunks(std::string_view text, const CellStyle& style, float width);

// The blocks, from top to bottom.
void add_letterhead(Context& context);
void add_addressee(Context& context);
void add_terms(Context& context);
void add_lines(Context& context);
void add_sums(Context& context);
void add_packing(Context& context);
void add_closing(Context& context);

} // namespace bb::quote_parts
