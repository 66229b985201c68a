// Which columns the table of lines has, and how wide each is: numbers get what they need, the
// description gets the rest. A column that no line fills is left out.
#include "documents/quote_sheet_parts.h"

#include <algorithm>

namespace bb::quote_parts {
namespace {

constexpr float number_size = 8.5f;
constexpr float header_size = 7.5f;
constexpr float padding = 2 * cell_padding_x + 3; // spreadsheets set their own font: leave slack
constexpr float least_description = 100;

struct Limits {
    float least, most;
};

Limits limits_of(LineColumn kind) {
    switch (kind) {
    case LineColumn::line: return {22, 34};
    case LineColumn::picture: return {60, 60};
    case LineColumn::model: return {44, 88};
    case LineColumn::hs_code: return {44, 64};
    case LineColumn::moq:
    case LineColumn::quantity: return {42, 90};
    case LineColumn::unit: return {36, 58};
    case LineColumn::price: return {54, 100};
    case LineColumn::amount: return {64, 150};
    case LineColumn::description: break;
    }
    return {least_description, 10000};
}

bool filled_by(LineColumn kind, const QuotedLine& line) {
    switch (kind) {
    case LineColumn::picture: return !line.picture.empty();
    case LineColumn::model: return !line.model.empty();
    case LineColumn::hs_code: return !line.hs_code.empty();
    case LineColumn::moq: return line.moq.has_value();
    default: return true;
    }
}

std::string shown_in(LineColumn kind, const QuoteDocument& quote, const QuoteSums& sums,
                     std::size_t i) {
    const QuotedLine& line = quote.lines[i];
    switch (kind) {
    case LineColumn::line: return std::to_string(i + 1);
    case LineColumn::model: return line.model;
    case LineColumn::hs_code: return line.hs_code;
    case LineColumn::moq: return line.moq->grouped(digits_of(*line.moq, 0, 6));
    case LineColumn::quantity: return line.quantity.grouped(digits_of(line.quantity, 0, 6));
    case LineColumn::unit: return unit_label(line.unit, quote.language);
    case LineColumn::price: return line.price.grouped(price_decimals(quote));
    case LineColumn::amount: return sums.lines[i].amount.grouped(quote.currency_digits);
    default: return {};
    }
}

/// The longest word of a text that may break between words.
float longest_word(std::string_view text, float size, bool bold) {
    float longest = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        longest = std::max(longest, text_width(text.substr(at, end - at), size, bold));
        at = end + 1;
    }
    return longest;
}

std::string header_of(LineColumn kind, const QuoteDocument& quote) {
    const DocumentLanguage language = quote.language;
    switch (kind) {
    case LineColumn::quantity: return stacked_label(Text::sheet_column_quantity, language);
    case LineColumn::hs_code: return stacked_label(Text::sheet_column_hs_code, language);
    case LineColumn::moq: return stacked_label(Text::sheet_column_moq, language);
    case LineColumn::price: return quote.incoterm + "\n" + quote.currency;
    default: return {};
    }
}

float wanted_width(LineColumn kind, const QuoteDocument& quote, const QuoteSums& sums) {
    const Limits limits = limits_of(kind);
    float width = longest_word(header_of(kind, quote), header_size, true) + padding;
    for (std::size_t i = 0; i < quote.lines.size(); ++i) {
        if (!filled_by(kind, quote.lines[i])) continue;
        const std::string shown = shown_in(kind, quote, sums, i);
        width =
            std::max(width, text_width(shown, number_size, kind == LineColumn::model) + padding);
    }
    if (kind == LineColumn::amount)
        // The total is set larger.
        width = std::max(width, text_width(sums.total.grouped(quote.currency_digits), 10.5f, true) +
                                    padding);
    return std::clamp(width, limits.least, limits.most);
}

bool is_wanted(LineColumn kind, const QuoteDocument& quote) {
    return kind == LineColumn::line || kind == LineColumn::description ||
           kind >= LineColumn::quantity ||
           std::any_of(quote.lines.begin(), quote.lines.end(),
                       [&](const QuotedLine& line) { return filled_by(kind, line); });
}

} // namespace

ColumnPlan plan_columns(const QuoteDocument& quote, const QuoteSums& sums, float printable,
                        bool with_hs_code) {
    ColumnPlan plan;
    std::vector<float> widths;
    float others = 0;
    for (int i = 0; i <= static_cast<int>(LineColumn::amount); ++i) {
        const auto kind = static_cast<LineColumn>(i);
        if (!is_wanted(kind, quote) || (kind == LineColumn::hs_code && !with_hs_code)) continue;
        plan.columns.push_back({kind, {}});
        widths.push_back(kind == LineColumn::description ? 0 : wanted_width(kind, quote, sums));
        others += widths.back();
    }
    const float rest = std::max(printable - others, least_description);
    plan.crowded = printable - others < least_description;

    std::uint16_t next = 0;
    float left = 0;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        PlacedColumn& column = plan.columns[i];
        column.span.first = next;
        if (column.kind != LineColumn::description) {
            plan.widths.push_back(widths[i]);
        } else if (left < 60 && rest > 160) {
            // The labels of the other blocks want an edge near here; else there would be none.
            plan.widths.insert(plan.widths.end(), {96 - left, rest - (96 - left)});
        } else {
            plan.widths.push_back(rest);
        }
        next = static_cast<std::uint16_t>(plan.widths.size());
        column.span.last = next;
        left += widths[i];
    }
    return plan;
}

std::uint8_t price_decimals(const QuoteDocument& quote) {
    std::uint8_t decimals = 0;
    for (const QuotedLine& line : quote.lines)
        decimals = std::max(decimals, digits_of(line.price, quote.price_digits, 6));
    return decimals;
}

std::string price_header(const QuoteDocument& quote) {
    return joined({stacked_label(Text::sheet_column_price, quote.language),
                   joined({quote.incoterm, quote.place, quote.currency}, " ")},
                  "\n");
}

} // namespace bb::quote_parts
