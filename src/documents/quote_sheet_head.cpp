// Upper part of a quote sheet: letterhead (L14: address and fax), title, addressee, terms.
#include "documents/quote_sheet_parts.h"

#include <algorithm>
#include <array>

namespace bb::quote_parts {
namespace {

std::string with_label(Text id, const std::string& value, DocumentLanguage language) {
    return value.empty() ? value : label(id, language) + " " + value;
}

/// Address and ways of contact, several lines of small print.
std::string party_lines(const Party& party, DocumentLanguage language) {
    constexpr std::string_view between = "  ·  ";
    const std::string contact = with_label(Text::sheet_contact, party.contact, language);
    const std::string numbers = joined({with_label(Text::sheet_phone, party.phone, language),
                                        with_label(Text::sheet_fax, party.fax, language)},
                                       between);
    // Labels in two languages need a line more.
    const std::string_view after_contact = language == DocumentLanguage::both ? "\n" : between;
    return joined({party.address, joined({contact, numbers}, after_contact),
                   joined({party.email, party.website}, between),
                   with_label(Text::sheet_tax_id, party.tax_id, language)},
                  "\n");
}

CellStyle title_style(const Palette& palette, DocumentLanguage language) {
    CellStyle style = body_style(palette);
    style.size = language == DocumentLanguage::both ? 18 : 20;
    style.bold = true;
    style.wrap = false;
    style.align = Align::right;
    style.colour = palette.accent;
    return style;
}

void add_rule(Context& context) {
    context.builder.add_row(8, true);
    context.builder.add_row(1.5f, true);
    CellStyle style;
    style.size = 1;
    style.fill = context.palette.accent;
    context.builder.text(context.builder.all(), "", style);
    context.builder.add_row(10, true);
}

using Pair = std::pair<std::string, std::string>; // label, value

std::vector<Pair> document_facts(const QuoteDocument& quote) {
    const DocumentLanguage language = quote.language;
    std::vector<Pair> facts;
    const auto add = [&](Text id, std::string value) {
        if (!value.empty()) facts.emplace_back(small_label(id, language), std::move(value));
    };
    const std::string number = document_number(quote);
    facts.emplace_back(small_label(Text::sheet_number, language), number.empty() ? "—" : number);
    add(Text::sheet_date, quote.date.to_text());
    if (quote.valid_until) add(Text::sheet_valid_until, quote.valid_until->to_text());
    add(Text::sheet_your_reference, quote.buyer_reference);
    return facts;
}

std::string sample_text_in(const QuoteDocument& quote, Language language) {
    const auto in = [&](Text id) { return std::string(words(id, language)); };
    const bool paid = quote.sample_price && !quote.sample_price->is_zero();
    std::string fee, days, freight, refund;
    if (paid) {
        const auto digits = digits_of(*quote.sample_price, quote.currency_digits, 6);
        fee = format_words(Text::sheet_sample_fee, language,
                           std::array{quote.currency, quote.sample_price->grouped(digits)});
    } else if (quote.sample_price) {
        fee = in(Text::sheet_sample_free);
    }
    if (quote.sample_days)
        days = format_words(Text::sheet_sample_days, language,
                            std::array{std::to_string(*quote.sample_days)});
    if (quote.sample_freight == "buyer") freight = in(Text::sheet_sample_freight_buyer);
    if (quote.sample_freight == "seller") freight = in(Text::sheet_sample_freight_seller);
    if (paid && quote.sample_refund == "on_order") refund = in(Text::sheet_sample_refund_on_order);
    if (paid && quote.sample_refund == "none") refund = in(Text::sheet_sample_refund_none);
    return joined({fee, days, freight, refund}, "  ·  ");
}

std::string sample_text(const QuoteDocument& quote) {
    std::string chinese, english;
    if (quote.language != DocumentLanguage::english)
        chinese = sample_text_in(quote, Language::chinese);
    if (quote.language != DocumentLanguage::chinese)
        english = sample_text_in(quote, Language::english);
    return joined({chinese, english}, "\n");
}

} // namespace

void add_letterhead(Context& context) {
    SheetBuilder& builder = context.builder;
    const QuoteDocument& quote = context.quote;
    const Palette& palette = context.palette;
    const Span left{0, context.right_start};
    const Span right{context.right_start, builder.column_count()};

    CellStyle name = body_style(palette);
    name.size = 14;
    name.bold = true;
    CellStyle logo;
    logo.align = Align::left;
    const std::string title = label(Text::sheet_title, quote.language);

    builder.add_row(quote.logo.empty() ? 26 : 46, true);
    if (quote.logo.empty())
        builder.text(left, quote.seller.name, name);
    else
        builder.picture(left, quote.logo, logo);
    builder.text(right, title, title_style(palette, quote.language));

    CellStyle draft = body_style(palette);
    draft.align = Align::right;
    draft.bold = true;
    draft.vertical = Vertical::top;
    draft.colour = palette.warning;
    const std::string draft_mark = quote.draft ? label(Text::sheet_draft, quote.language) : "";
    bool draft_shown = draft_mark.empty();
    const auto add_left = [&](const std::string& text, const CellStyle& style, float height) {
        if (text.empty()) return;
        builder.add_row(height, true);
        builder.text(left, text, style);
        if (!draft_shown) builder.text(right, draft_mark, draft);
        draft_shown = true;
    };
    if (!quote.logo.empty()) add_left(quote.seller.name, name, 24);
    CellStyle second = body_style(palette);
    second.bold = true;
    add_left(quote.seller.second_name, second, 16);
    CellStyle small = label_style(palette);
    small.size = 8;
    small.vertical = Vertical::top;
    add_left(party_lines(quote.seller, quote.language), small, 14);
    if (!draft_shown) add_left(" ", small, 14);
    add_rule(context);
}

void add_addressee(Context& context) {
    SheetBuilder& builder = context.builder;
    const QuoteDocument& quote = context.quote;
    const Palette& palette = context.palette;
    const std::uint16_t start = context.right_start;
    const float middle = builder.width({0, start}) +
                         (builder.width(builder.all()) - builder.width({0, start})) * 0.42f;
    const std::uint16_t value_start = std::clamp<std::uint16_t>(
        builder.edge_near(middle, start), static_cast<std::uint16_t>(start + 1),
        static_cast<std::uint16_t>(builder.column_count() - 1));

    CellStyle value = body_style(palette);
    CellStyle address = body_style(palette);
    address.lead = true;
    address.vertical = Vertical::top;
    address.colour = 0x475467;

    const std::vector<Pair> facts = document_facts(quote);
    std::uint16_t first_row = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const std::uint16_t row = builder.add_row(17, true);
        if (i == 0)
            builder.text({0, start}, small_label(Text::sheet_to, quote.language),
                         label_style(palette));
        if (i == 1) first_row = row;
        builder.text({start, value_start}, facts[i].first, label_style(palette));
        value.bold = i == 0;
        builder.text({value_start, builder.column_count()}, facts[i].second, value);
    }
    builder.tall_text({0, start}, first_row,
                      joined({quote.buyer.name, quote.buyer.second_name,
                              party_lines(quote.buyer, quote.language)},
                             "\n"),
                      address);
}

void add_terms(Context& context) {
    const QuoteDocument& quote = context.quote;
    context.builder.add_row(10, true);
    // The rule never stands without its named place and edition.
    const std::string rule = joined({quote.incoterm, quote.place}, " ");
    if (!quote.incoterm.empty())
        add_labelled(context, Text::sheet_price_term, rule + ", Incoterms® 2020");
    add_labelled(context, Text::sheet_port_of_loading, quote.port_of_loading);
    add_labelled(context, Text::sheet_destination, quote.destination);
    add_labelled(context, Text::sheet_payment, quote.payment);
    add_labelled(context, Text::sheet_lead_time, quote.lead_time);
    add_labelled(context, Text::sheet_sample, sample_text(quote));
    context.builder.add_row(12, true);
}

std::vector<std::string> row_chunks(std::string_view text, const CellStyle& style, float width) {
    // A spreadsheet's row is at most 409 points high.
    const auto most = static_cast<std::size_t>(300 / line_height(style.size));
    const std::vector<CellLine> lines = cell_lines(text, style, width);
    std::vector<std::string> chunks;
    for (std::size_t i = 0; i < lines.size(); i += most) {
        const std::string_view first = lines[i].text;
        const std::string_view last = lines[std::min(i + most, lines.size()) - 1].text;
        const auto begin = static_cast<std::size_t>(first.data() - text.data());
        const auto end = static_cast<std::size_t>(last.data() + last.size() - text.data());
        chunks.emplace_back(text.substr(begin, end - begin));
    }
    return chunks;
}

void add_labelled(Context& context, Text label_id, std::string_view text) {
    if (text.empty()) return;
    SheetBuilder& builder = context.builder;
    CellStyle label = label_style(context.palette);
    CellStyle value = body_style(context.palette);
    value.size = 8.5f;
    label.borders = value.borders = border_top;
    const Span value_span{context.label_end, builder.column_count()};
    const bool long_text = cell_lines(text, value, builder.width(value_span)).size() > 1;
    if (long_text) label.vertical = value.vertical = Vertical::top;
    std::string words = small_label(label_id, context.quote.language);
    for (std::string& chunk : row_chunks(text, value, builder.width(value_span))) {
        builder.add_row(16);
        builder.text({0, context.label_end}, std::move(words), label);
        builder.text(value_span, std::move(chunk), value);
        words.clear();
        label.borders = value.borders = 0;
    }
}

} // namespace bb::quote_parts
