// The table of lines, and the sums under it. Amounts are formulas, so that a buyer who changes a
// quantity in the spreadsheet sees the sums follow.
#include "documents/quote_sheet_parts.h"

#include <algorithm>

namespace bb::quote_parts {
namespace {

constexpr float picture_row = 54;

std::string header_text(LineColumn kind, const QuoteDocument& quote) {
    const DocumentLanguage language = quote.language;
    switch (kind) {
    case LineColumn::line: return stacked_label(Text::sheet_column_line, language);
    case LineColumn::picture: return stacked_label(Text::sheet_column_picture, language);
    case LineColumn::model: return stacked_label(Text::sheet_column_model, language);
    case LineColumn::description: return stacked_label(Text::sheet_column_description, language);
    case LineColumn::hs_code: return stacked_label(Text::sheet_column_hs_code, language);
    case LineColumn::moq: return stacked_label(Text::sheet_column_moq, language);
    case LineColumn::quantity: return stacked_label(Text::sheet_column_quantity, language);
    case LineColumn::unit: return stacked_label(Text::sheet_column_unit, language);
    case LineColumn::price: return price_header(quote);
    case LineColumn::amount:
        return joined({stacked_label(Text::sheet_column_amount, language), quote.currency}, "\n");
    }
    return {};
}

Align align_of(LineColumn kind) {
    switch (kind) {
    case LineColumn::moq:
    case LineColumn::quantity:
    case LineColumn::price:
    case LineColumn::amount: return Align::right;
    case LineColumn::line:
    case LineColumn::unit:
    case LineColumn::picture: return Align::centre;
    default: return Align::left;
    }
}

void add_header(Context& context) {
    SheetModel& sheet = context.sheet;
    CellStyle style = label_style(context.palette);
    style.bold = true;
    style.colour = context.palette.accent;
    style.fill = context.palette.tint;
    style.borders = border_top | border_bottom;
    style.border_colour = context.palette.accent;
    sheet.header_first = context.builder.add_row(24, true);
    sheet.header_last = context.builder.row_count();
    for (const PlacedColumn& column : context.columns) {
        style.align = align_of(column.kind);
        context.builder.text(column.span, header_text(column.kind, context.quote), style);
    }
}

std::string amount_formula(const Context& context, std::uint16_t row) {
    return "ROUND(" + sheet_address(context.span_of(LineColumn::quantity).first, row) + "*" +
           sheet_address(context.span_of(LineColumn::price).first, row) + "," +
           std::to_string(context.quote.currency_digits) + ")";
}

void add_cell(Context& context, LineColumn kind, std::size_t i, std::uint8_t borders) {
    const QuoteDocument& quote = context.quote;
    const QuotedLine& line = quote.lines[i];
    const Palette& palette = context.palette;
    SheetBuilder& builder = context.builder;
    const Span span = context.span_of(kind);
    CellStyle text = body_style(palette);
    text.size = 8.5f;
    text.align = align_of(kind);
    text.borders = borders;
    const auto number = [&](const Decimal& value, std::uint8_t decimals) {
        CellStyle style = number_style(palette, decimals);
        style.borders = borders;
        builder.number(span, value, style);
    };
    switch (kind) {
    case LineColumn::line: {
        CellStyle style = number_style(palette, 0);
        style.align = Align::centre;
        style.colour = palette.muted;
        style.borders = borders;
        builder.number(span, Decimal(static_cast<std::int64_t>(i + 1)), style);
        return;
    }
    case LineColumn::picture:
        if (line.picture.empty())
            builder.text(span, "", text);
        else
            builder.picture(span, line.picture, text);
        return;
    case LineColumn::model: text.bold = true; return builder.text(span, line.model, text);
    case LineColumn::hs_code: return builder.text(span, line.hs_code, text);
    case LineColumn::unit: return builder.text(span, unit_label(line.unit, quote.language), text);
    case LineColumn::moq:
        if (!line.moq) return builder.text(span, "", text);
        return number(*line.moq, digits_of(*line.moq, 0, 6));
    case LineColumn::quantity: return number(line.quantity, digits_of(line.quantity, 0, 6));
    case LineColumn::price: return number(line.price, price_decimals(quote));
    case LineColumn::amount: {
        CellStyle style = number_style(palette, static_cast<std::uint8_t>(quote.currency_digits));
        style.borders = borders;
        return builder.formula(span, amount_formula(context, builder.last_row()),
                               context.sums.lines[i].amount, style);
    }
    case LineColumn::description: return; // comes in chunks
    }
}

void add_line(Context& context, std::size_t i) {
    SheetBuilder& builder = context.builder;
    const QuotedLine& line = context.quote.lines[i];
    const Span span = context.span_of(LineColumn::description);
    CellStyle style = body_style(context.palette);
    style.size = 8.5f;
    style.lead = true;
    style.colour = context.palette.muted;

    const std::string description =
        line_description(line, context.quote.language, !context.has(LineColumn::hs_code));
    std::vector<std::string> chunks = row_chunks(description, style, builder.width(span));
    const std::size_t count = std::max<std::size_t>(chunks.size(), 1);
    context.line_rows.push_back(builder.add_row(line.picture.empty() ? 22 : picture_row));
    for (std::size_t n = 0; n < count; ++n) {
        const std::uint8_t borders = n + 1 == count ? border_bottom : 0;
        style.borders = borders;
        if (n > 0) builder.add_row(0);
        if (n > 0) style.lead = false;
        for (const PlacedColumn& column : context.columns) {
            if (column.kind == LineColumn::description)
                builder.text(span, n < chunks.size() ? std::move(chunks[n]) : "", style);
            else if (n == 0)
                add_cell(context, column.kind, i, borders);
        }
    }
}

void add_sum(Context& context, const std::string& words, const Decimal& value, bool negative) {
    const QuoteDocument& quote = context.quote;
    const Span amount = context.span_of(LineColumn::amount);
    CellStyle style = body_style(context.palette);
    style.size = 8.5f;
    style.align = Align::right;
    style.colour = context.palette.muted;
    context.builder.add_row(17, true);
    context.builder.text({context.right_start, amount.first}, words, style);
    context.builder.number(
        amount, negative ? -value : value,
        number_style(context.palette, static_cast<std::uint8_t>(quote.currency_digits)));
}

} // namespace

Span Context::span_of(LineColumn kind) const {
    for (const PlacedColumn& column : columns)
        if (column.kind == kind) return column.span;
    return {};
}

void add_lines(Context& context) {
    add_header(context);
    for (std::size_t i = 0; i < context.quote.lines.size(); ++i) add_line(context, i);
    context.sheet.header_until = context.builder.row_count();
    // The sums never stand on a page without a line.
    if (!context.line_rows.empty()) context.builder.keep_with_next(context.builder.last_row());
}

void add_sums(Context& context) {
    const QuoteDocument& quote = context.quote;
    SheetBuilder& builder = context.builder;
    const DocumentLanguage language = quote.language;
    const Span amount = context.span_of(LineColumn::amount);
    const auto digits = static_cast<std::uint8_t>(quote.currency_digits);
    const bool extras =
        !quote.discount.is_zero() || !quote.freight.is_zero() || !quote.insurance.is_zero();

    std::uint16_t first = context.line_rows.empty() ? 0 : context.line_rows.front();
    std::string of_lines;
    if (!context.line_rows.empty())
        of_lines = "SUM(" + sheet_address(amount.first, first) + ":" +
                   sheet_address(amount.first, builder.last_row()) + ")";
    builder.add_row(5, true);
    if (extras) {
        add_sum(context, label(Text::sheet_lines_total, language), context.sums.lines_total, false);
        first = builder.last_row();
        if (!of_lines.empty()) {
            SheetCell& cell = context.sheet.cells.back();
            cell.kind = SheetCellKind::formula;
            cell.formula = of_lines;
        }
        if (!quote.discount.is_zero())
            add_sum(context, label(Text::sheet_discount, language), quote.discount, true);
        if (!quote.freight.is_zero())
            add_sum(context, label(Text::sheet_freight, language), quote.freight, false);
        if (!quote.insurance.is_zero())
            add_sum(context, label(Text::sheet_insurance, language), quote.insurance, false);
        of_lines = "SUM(" + sheet_address(amount.first, first) + ":" +
                   sheet_address(amount.first, builder.last_row()) + ")";
    }

    CellStyle words = body_style(context.palette);
    words.size = 10.5f;
    words.bold = true;
    words.align = Align::right;
    words.colour = context.palette.accent;
    words.fill = context.palette.tint;
    words.borders = border_top;
    words.border_colour = context.palette.accent;
    CellStyle total = words;
    total.wrap = false;
    total.decimals = digits;
    total.grouped = true;
    builder.add_row(24, true);
    builder.text({context.right_start, amount.first},
                 label(Text::sheet_total, language) + " " + quote.currency, words);
    if (of_lines.empty())
        builder.number(amount, context.sums.total, total);
    else
        builder.formula(amount, of_lines, context.sums.total, total);

    // In words the amount is English trade custom; a purely Chinese copy goes without.
    CellStyle in_words = label_style(context.palette);
    in_words.align = Align::right;
    const bool says = language != DocumentLanguage::chinese && !quote.currency.empty();
    builder.add_row(says ? 20 : 8);
    if (says)
        builder.text(builder.all(), amount_in_words(context.sums.total, quote.currency), in_words);
}

} // namespace bb::quote_parts
