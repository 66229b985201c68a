// Terms of a quote in a card of labelled fields; sums; and the column beside them.
#include "knowledge/incoterm.h"
#include "ui/views/page.h"
#include "ui/views/quote_editor.h"

#include <array>

namespace bb::ui {
namespace {

/// Fields side by side in as many columns as fit; returns the height used.
float field_grid(Ui& ui, const Rect& rect, const FormRecord& form,
                 std::span<const std::uint16_t> fields, float least_width) {
    const float gap = 12;
    const auto columns =
        std::max<std::size_t>(1, static_cast<std::size_t>((rect.w + gap) / (least_width + gap)));
    const float width =
        (rect.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float y = rect.y, tallest = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto column = i % columns;
        if (column == 0 && i > 0) y += tallest + 12, tallest = 0;
        const Rect cell{rect.x + static_cast<float>(column) * (width + gap), y, width, 0};
        tallest = std::max(tallest, labelled_record_field(ui, cell, form, fields[i]));
    }
    return y + tallest - rect.y;
}

} // namespace

float draw_quote_terms(Ui& ui, const Rect& rect, const FormRecord& form) {
    static constexpr std::array<std::uint16_t, 6> first = {quote::incoterm, quote::place,
                                                           quote::currency, quote::payment,
                                                           quote::date,     quote::valid_until};
    static constexpr std::array<std::uint16_t, 10> second = {
        quote::lead_time,   quote::port_of_loading, quote::destination,   quote::sample_price,
        quote::sample_days, quote::sample_freight,  quote::sample_refund, quote::buyer_reference,
        quote::price_scale, quote::language};
    return growing_card(ui, rect, "terms", [&](Rect inner) {
        float used = field_grid(ui, inner, form, first, ui.phone ? 150.0f : 118.0f);
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
        used += field_grid(ui, {inner.x, inner.y + used, inner.w, 0}, form, second,
                           ui.phone ? 150.0f : 140.0f);
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
