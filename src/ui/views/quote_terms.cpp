// Terms of a quote in a card of labelled fields; sums; and the column beside them.
#include "knowledge/incoterm.h"
#include "ui/views/page.h"
#include "ui/views/quote_editor.h"

#include <array>

namespace bb::ui {
namespace {

/// Columns that a field takes: what is usually written in some is a phrase.
std::size_t span_of(std::uint16_t field) {
    const bool phrase = field == quote::payment || field == quote::lead_time ||
                        field == quote::sample_freight || field == quote::sample_refund;
    return phrase ? 2 : 1;
}

/// Fields side by side in as many columns as fit, the last of a row as wide as what is left of it;
/// returns the height used.
float field_grid(Ui& ui, const Rect& rect, const FormRecord& form,
                 std::span<const std::uint16_t> fields, float least_width) {
    const float gap = 12;
    std::size_t wanted = 0;
    for (const std::uint16_t field : fields) wanted += span_of(field);
    const auto columns = std::clamp<std::size_t>(
        static_cast<std::size_t>((rect.w + gap) / (least_width + gap)), 1, wanted);
    const auto span = [&](std::size_t i) { return std::min(span_of(fields[i]), columns); };
    const float step = (rect.w + gap) / static_cast<float>(columns);
    float y = rect.y, tallest = 0;
    std::size_t column = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (column == columns) y += tallest + 12, tallest = 0, column = 0;
        std::size_t end = column + span(i);
        if (i + 1 == fields.size() || end + span(i + 1) > columns) end = columns;
        const Rect cell{rect.x + static_cast<float>(column) * step, y,
                        static_cast<float>(end - column) * step - gap, 0};
        tallest = std::max(tallest, labelled_record_field(ui, cell, form, fields[i]));
        column = end;
    }
    return y + tallest - rect.y;
}

} // namespace

float draw_quote_terms(Ui& ui, const Rect& rect, const FormRecord& form) {
    // In this order they fill five columns, and four, without a gap.
    static constexpr std::array<std::uint16_t, 4> first = {quote::incoterm, quote::place,
                                                           quote::currency, quote::payment};
    static constexpr std::array<std::uint16_t, 12> second = {
        quote::date,          quote::valid_until,     quote::lead_time,   quote::port_of_loading,
        quote::destination,   quote::sample_price,    quote::sample_days, quote::sample_freight,
        quote::sample_refund, quote::buyer_reference, quote::price_scale, quote::language};
    const float least_width = ui.phone ? 150.0f : 140.0f;
    return growing_card(ui, rect, "terms", [&](Rect inner) {
        float used = field_grid(ui, inner, form, first, least_width);
        if (const Incoterm* rule = incoterm_by_code(form.view.value(quote::incoterm))) {
            std::string words = std::string(rule->name(ui.state.language)) + " · " +
                                std::string(rule->place(ui.state.language));
            if (const ContainerHint* hint = container_hint(*rule))
                words += " · " +
                         std::string(ui.state.language == Language::chinese ? hint->zh : hint->en);
            used +=
                paragraph(ui, {inner.x, inner.y + used + 6, inner.w, 0}, words, small_text(ui)) + 6;
        }
        used += 12;
        used += field_grid(ui, {inner.x, inner.y + used, inner.w, 0}, form, second, least_width);
        used += 12;
        used +=
            labelled_record_field(ui, {inner.x, inner.y + used, inner.w, 0}, form, quote::remarks);
        return used;
    });
}

float draw_quote_sums(Ui& ui, const Rect& rect, const FormRecord& form) {
    const QuoteSession& session = *ui.state.quote;
    const QuoteDocument& d = session.document;
    const QuoteSums& sums = session.sums;
    static constexpr std::array<std::uint16_t, 3> extras = {quote::discount, quote::freight,
                                                            quote::insurance};
    return growing_card(ui, rect, "sums", [&](Rect inner) {
        const bool wide = inner.w > 560;
        Rect left = inner;
        if (wide) left.w = inner.w * 0.55f;
        float used = field_grid(ui, left, form, extras, 100);
        if (sums.packing_complete) {
            const std::string packing =
                ui.say(Text::quote_packing_sums,
                       {sums.cartons.grouped(0), sums.volume.grouped(2), sums.gross.grouped(1)});
            used +=
                paragraph(ui, {left.x, left.y + used + 10, left.w, 0}, packing, small_text(ui)) +
                10;
        }
        Rect right = wide ? Rect{left.right() + 20, inner.y, inner.w - left.w - 20, 62}
                          : Rect{inner.x, inner.y + used + 12, inner.w, 62};
        TextStyle label = small_text(ui);
        label.align = AlignText::right;
        text(ui, right.cut_top(22), ui.say(Text::quote_total), label);
        text(ui, right.cut_top(36), amount_words_short(d.currency, sums.total, d.currency_digits),
             {.size = 22, .bold = true, .align = AlignText::right});
        return wide ? std::max(used, 62.0f) : used + 12 + 62;
    });
}

float draw_quote_side(Ui& ui, const Rect& rect, const FormRecord& form) {
    const QuoteSession& session = *ui.state.quote;
    Rect at = rect;
    if (!form.read_only && !session.missing.empty()) {
        at.y += growing_card(
                    ui, at, "missing",
                    [&](Rect inner) {
                        const float top = inner.y;
                        heading(ui, {inner.x, inner.y, inner.w, 24},
                                ui.say(Text::quote_missing_title), 2, ui.metrics.text);
                        inner.y += 28;
                        for (const Text missing : session.missing) {
                            icon(ui, {inner.x, inner.y, 16, 20}, Icon::info, ui.palette->amber, 14);
                            inner.y += paragraph(ui, {inner.x + 22, inner.y, inner.w - 22, 0},
                                                 ui.say(missing), small_text(ui)) +
                                       6;
                        }
                        return inner.y - top;
                    }) +
                16;
    }
    at.y += growing_card(ui, at, "file",
                         [&](Rect inner) {
                             const float top = inner.y;
                             heading(ui, {inner.x, inner.y, inner.w, 24},
                                     ui.say(Text::quote_file_name), 2, ui.metrics.text);
                             inner.y += 26;
                             inner.y += paragraph(ui, inner, session.file_name, small_text(ui));
                             return inner.y - top;
                         }) +
            16;
    if (const auto customer = RecordId::parse(form.view.value(quote::customer))) {
        const RecordView buyer = ui.state.records().find(RecordType::customer, *customer);
        if (const float used = region_hint(ui, at, buyer.value(customer::country)); used > 0)
            at.y += used + 16;
    }
    return at.y - rect.y;
}

} // namespace bb::ui
