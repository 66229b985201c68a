// Lower part of a quote sheet: packing data, remarks, bank details, signatures.
#include "documents/quote_sheet_parts.h"

#include <algorithm>

namespace bb::quote_parts {
namespace {

enum class Packed : std::uint8_t { cartons, volume, net, gross };

std::optional<Decimal> value_of(const LineSums& sums, Packed kind) {
    switch (kind) {
    case Packed::cartons: return sums.cartons;
    case Packed::volume: return sums.volume;
    case Packed::net: return sums.net;
    case Packed::gross: return sums.gross;
    }
    return std::nullopt;
}

Text label_of(Packed kind) {
    switch (kind) {
    case Packed::cartons: return Text::sheet_cartons;
    case Packed::volume: return Text::sheet_volume;
    case Packed::net: return Text::sheet_net_weight;
    case Packed::gross: break;
    }
    return Text::sheet_gross_weight;
}

struct PackedColumn {
    Packed kind;
    Span span;
    bool complete = true;
    std::uint8_t digits = 0;
    float needed = 0; // points
};

/// What a formula needs on top of the cartons: "*61*31*62/1000000".
std::string factor_of(const CartonData& carton, Packed kind) {
    switch (kind) {
    case Packed::volume:
        return "*" + carton.length->to_text() + "*" + carton.width->to_text() + "*" +
               carton.height->to_text() + "/1000000";
    case Packed::net: return "*" + carton.net->to_text();
    case Packed::gross: return "*" + carton.gross->to_text();
    case Packed::cartons: break;
    }
    return {};
}

std::string carton_text(const QuotedLine& line, DocumentLanguage language) {
    const CartonData& carton = line.carton;
    std::string pieces, size;
    if (carton.pieces) pieces = carton.pieces->to_text() + " " + unit_label(line.unit, language);
    if (carton.length && carton.width && carton.height)
        size = carton.length->to_text() + " × " + carton.width->to_text() + " × " +
               carton.height->to_text() + " cm";
    return joined({line.model, pieces, size}, "  ·  ");
}

Decimal total_of(const QuoteSums& sums, Packed kind) {
    const Decimal totals[] = {sums.cartons, sums.volume, sums.net, sums.gross};
    return totals[static_cast<std::size_t>(kind)];
}

/// The columns that any line fills, at the right, each as wide as its numbers need.
std::vector<PackedColumn> packed_columns(const Context& context) {
    std::vector<PackedColumn> columns;
    for (const Packed kind : {Packed::cartons, Packed::volume, Packed::net, Packed::gross}) {
        PackedColumn column{kind, {}};
        bool any = false;
        for (const LineSums& line : context.sums.lines) {
            const std::optional<Decimal> value = value_of(line, kind);
            any |= value.has_value();
            column.complete &= value.has_value();
            if (value) column.digits = std::max(column.digits, digits_of(*value, 0, 3));
        }
        const std::string widest = total_of(context.sums, kind).grouped(column.digits);
        column.needed = std::max(text_width(widest, 8, true) + 2 * cell_padding_x + 3, 36.0f);
        if (any) columns.push_back(column);
    }
    std::uint16_t edge = context.builder.column_count();
    for (auto column = columns.rbegin(); column != columns.rend(); ++column) {
        column->span.last = edge;
        while (edge > 2 && context.builder.width({edge, column->span.last}) < column->needed)
            --edge;
        column->span.first = edge;
    }
    return columns;
}

CellStyle heading_style(const Context& context) {
    CellStyle style = label_style(context.palette);
    style.bold = true;
    style.colour = context.palette.accent;
    style.borders = border_bottom;
    style.border_colour = context.palette.accent;
    return style;
}

/// The first column of the block: line numbers under the line numbers above.
Span number_span(const Context& context) { return context.span_of(LineColumn::line); }

void add_packing_header(Context& context, const std::vector<PackedColumn>& columns) {
    CellStyle style = heading_style(context);
    SheetBuilder& builder = context.builder;
    builder.add_row(10);
    builder.add_row(20, true);
    const std::uint16_t text_end = columns.front().span.first;
    builder.text({0, text_end}, label(Text::sheet_packing, context.quote.language), style);
    style.align = Align::right;
    for (const PackedColumn& column : columns)
        builder.text(column.span, stacked_label(label_of(column.kind), context.quote.language),
                     style);
}

void add_packing_line(Context& context, const std::vector<PackedColumn>& columns, std::size_t i) {
    const QuotedLine& line = context.quote.lines[i];
    SheetBuilder& builder = context.builder;
    CellStyle text = body_style(context.palette);
    text.size = 8;
    text.borders = border_bottom;
    // A short table stays on one page.
    const std::uint16_t row = builder.add_row(17, context.quote.lines.size() <= 6);
    CellStyle number = number_style(context.palette, 0);
    number.size = 8;
    number.borders = border_bottom;
    CellStyle line_number = number;
    line_number.align = Align::centre;
    line_number.colour = context.palette.muted;
    builder.number(number_span(context), Decimal(static_cast<std::int64_t>(i + 1)), line_number);
    builder.text({number_span(context).last, columns.front().span.first},
                 carton_text(line, context.quote.language), text);
    const std::string quantity =
        sheet_address(context.span_of(LineColumn::quantity).first, context.line_rows[i]);
    for (const PackedColumn& column : columns) {
        const std::optional<Decimal> value = value_of(context.sums.lines[i], column.kind);
        if (!value) {
            builder.text(column.span, "", text);
            continue;
        }
        // Whole cartons: one that is begun counts.
        const std::string cartons =
            column.kind == Packed::cartons
                ? "ROUNDUP(" + quantity + "/" + line.carton.pieces->to_text() + ",0)"
                : sheet_address(columns.front().span.first, row);
        number.decimals = column.digits;
        builder.formula(column.span, cartons + factor_of(line.carton, column.kind), *value, number);
    }
}

void add_packing_total(Context& context, const std::vector<PackedColumn>& columns,
                       std::uint16_t first, std::uint16_t last) {
    SheetBuilder& builder = context.builder;
    CellStyle text = body_style(context.palette);
    text.size = 8;
    text.bold = true;
    builder.add_row(18);
    builder.text({number_span(context).last, columns.front().span.first},
                 label(Text::sheet_total, context.quote.language), text);
    for (const PackedColumn& column : columns) {
        // A sum over some of the lines would be taken for the whole.
        if (!column.complete) continue;
        CellStyle number = number_style(context.palette, column.digits);
        number.size = 8;
        number.bold = true;
        builder.formula(column.span,
                        "SUM(" + sheet_address(column.span.first, first) + ":" +
                            sheet_address(column.span.first, last) + ")",
                        total_of(context.sums, column.kind), number);
    }
}

void add_signatures(Context& context) {
    SheetBuilder& builder = context.builder;
    const QuoteDocument& quote = context.quote;
    const float width = builder.width(builder.all());
    std::uint16_t right = context.right_start;
    std::uint16_t left_end = builder.edge_near(width * 0.42f, 1);
    if (left_end >= right && right > 1) left_end = static_cast<std::uint16_t>(right - 1);
    // Few columns, few edges: then the gap is cut out of the right side.
    if (builder.width({0, left_end}) < width * 0.3f) left_end = right++;
    const Span left_span{0, left_end};
    const Span right_span{right, builder.column_count()};

    CellStyle name = body_style(context.palette);
    name.bold = true;
    name.size = 8.5f;
    CellStyle line = label_style(context.palette);
    line.borders = border_top;
    line.border_colour = context.palette.muted;
    builder.add_row(16, true);
    builder.add_row(16, true);
    builder.text(left_span, quote.buyer.name, name);
    builder.text(right_span, quote.seller.name, name);
    builder.add_row(44, true);
    builder.add_row(16);
    builder.text(left_span, label(Text::sheet_accepted, quote.language), line);
    builder.text(right_span, label(Text::sheet_signed, quote.language), line);
}

} // namespace

void add_packing(Context& context) {
    const std::vector<PackedColumn> columns = packed_columns(context);
    if (columns.empty() || columns.front().kind != Packed::cartons) return;
    add_packing_header(context, columns);
    std::uint16_t first = 0, count = 0;
    for (std::size_t i = 0; i < context.sums.lines.size(); ++i) {
        if (!context.sums.lines[i].cartons) continue;
        add_packing_line(context, columns, i);
        if (count++ == 0) first = context.builder.last_row();
    }
    if (count > 1) {
        const std::uint16_t last = context.builder.last_row();
        context.builder.keep_with_next(last);
        add_packing_total(context, columns, first, last);
    }
}

void add_closing(Context& context) {
    context.builder.add_row(12);
    add_labelled(context, Text::sheet_remarks, context.quote.remarks);
    add_labelled(context, Text::sheet_bank, context.quote.bank);
    add_signatures(context);
}

} // namespace bb::quote_parts
