// The list of quotes.
#include "ui/views/views.h"

#include "ui/table.h"
#include "ui/views/page.h"
#include "ui/views/quote_editor.h"

#include <array>

namespace bb::ui {
namespace {

std::string number_of(const Ui& ui, const QuoteEntry& entry) {
    return entry.number.empty() ? std::string(ui.say(Text::choice_quote_status_draft))
                                : entry.number;
}

bool expired(const Ui& ui, const QuoteEntry& entry) {
    return entry.status == "issued" && entry.valid_until &&
           *entry.valid_until < ui.state.environment.today();
}

/// "2026-11-26 – 12-26": its day and the last one it is valid on, with the year when it is another.
std::string period_words(const QuoteEntry& entry) {
    if (!entry.date) return entry.valid_until ? "– " + entry.valid_until->to_text() : "";
    std::string words = entry.date->to_text();
    if (!entry.valid_until) return words;
    const std::string last = entry.valid_until->to_text();
    const bool same_year = entry.date->year() == entry.valid_until->year();
    return words + " – " + (same_year ? last.substr(5) : last);
}

/// On a phone a row has room for two cells, of several lines each.
std::string draw_phone_cell(Ui& ui, const QuoteEntry& entry, std::string_view column,
                            const Rect& rect) {
    if (column == "number") {
        const std::string number = number_of(ui, entry), period = period_words(entry);
        Rect lines = rect.middle(24 + 2 * 20);
        text(ui, lines.cut_top(24), number, {.quiet = true});
        text(ui, lines.cut_top(20), entry.customer_name, quiet(small_text(ui)));
        TextStyle dates = quiet(small_text(ui));
        if (expired(ui, entry)) dates.colour = ui.palette->red;
        text(ui, lines, period, dates);
        return number + ", " + entry.customer_name + (period.empty() ? "" : ", " + period);
    }
    const std::string total =
        amount_words_short(entry.currency, entry.total, entry.currency_digits);
    Rect lines = rect.middle(24 + 4 + 24);
    text(ui, lines.cut_top(24), total, {.align = AlignText::right, .quiet = true});
    lines.cut_top(4);
    quote_status_tag(ui, lines, entry.status, AlignText::right, true);
    return total + ", " + choice_words(ui, RecordType::quote, quote::status, entry.status);
}

std::string draw_cell(Ui& ui, const QuoteEntry& entry, std::string_view column, const Rect& rect) {
    if (ui.phone) return draw_phone_cell(ui, entry, column, rect);
    const auto words = [&](std::string shown, TextStyle style) {
        style.quiet = true;
        text(ui, rect, shown.empty() ? "—" : shown, style);
        return shown;
    };
    if (column == "number") return words(number_of(ui, entry), {});
    if (column == "customer") return words(entry.customer_name, {});
    if (column == "date") return words(entry.date ? entry.date->to_text() : "", small_text(ui));
    if (column == "valid") {
        TextStyle style = small_text(ui);
        if (expired(ui, entry)) style.colour = ui.palette->red;
        return words(entry.valid_until ? entry.valid_until->to_text() : "", style);
    }
    if (column == "status") {
        quote_status_tag(ui, rect, entry.status, AlignText::left, true);
        return choice_words(ui, RecordType::quote, quote::status, entry.status);
    }
    return words(amount_words_short(entry.currency, entry.total, entry.currency_digits),
                 {.align = AlignText::right});
}

void draw_list(Ui& ui, const Rect& area) {
    static constexpr std::array<Column, 6> all = {{
        {.key = "number", .label = {}, .width = 144},
        {.key = "customer", .label = {}},
        {.key = "date", .label = {}, .width = 116},
        {.key = "valid", .label = {}, .width = 116},
        {.key = "status", .label = {}, .width = 120},
        {.key = "total", .label = {}, .width = 160, .align = AlignText::right},
    }};
    constexpr std::array<Text, 6> labels = {Text::field_quote_number, Text::record_customer,
                                            Text::field_quote_date,   Text::field_quote_valid_until,
                                            Text::field_quote_status, Text::quote_total};
    std::vector<Column> columns;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (ui.phone && (all[i].key == "customer" || all[i].key == "date" ||
                         all[i].key == "valid" || all[i].key == "status"))
            continue;
        if (area.w < 900 && all[i].key == "date") continue;
        columns.push_back(all[i]);
        if (ui.phone && all[i].key == "number") columns.back().width = 0; // what the total leaves
        columns.back().label = ui.say(labels[i]);
    }
    const auto rows = ui.state.quotes.rows();
    const TableSpec spec{.key = "quotes",
                         .label = ui.say(Text::view_quotes),
                         .columns = columns,
                         .row_count = rows.size(),
                         .row_height = ui.phone ? 80.0f : ui.metrics.row,
                         .selected = {}};
    const TableResult result =
        table(ui, area, spec, [&](std::size_t row, std::size_t column, const Rect& rect) {
            return draw_cell(ui, rows[row], columns[column].key, rect);
        });
    if (result.opened) ui.send(OpenQuote{rows[*result.opened].id});
}

} // namespace

float quote_status_tag(Ui& ui, const Rect& rect, std::string_view status, AlignText align,
                       bool is_quiet) {
    const Palette& p = *ui.palette;
    const std::string words = choice_words(ui, RecordType::quote, quote::status, status);
    const bool stands = status == "issued" || status == "won";
    Rect place = rect;
    if (align == AlignText::right)
        place = place.cut_right(std::ceil(text_width(ui, words, {.size = 12})) + 16);
    return tag(ui, place, words, stands ? p.accent : p.muted,
               stands ? p.accent_ground : p.grey_ground, is_quiet);
}

void draw_quotes(Ui& ui, const Rect& area) {
    if (ui.state.quote)
        return ui.state.quote->preview ? draw_quote_preview(ui, area) : draw_quote_editor(ui, area);
    Rect rest = area;
    Rect bar = page_bar(ui, rest, ui.say(Text::view_quotes));
    Rect search = bar;
    search.w = std::min(search.w, 460.0f);
    if (auto words = search_field(ui, search.middle(ui.metrics.control), "search",
                                  ui.state.quote_search, ui.say(Text::quotes_search)))
        ui.send(SearchQuotes{*words});
    if (ui.state.quotes.rows().empty()) {
        const bool none = ui.state.quotes.counts().all == 0;
        if (empty_state(
                ui, rest,
                {.icon = Icon::file_text,
                 .title = ui.say(none ? Text::quotes_none_title : Text::quotes_no_match_title),
                 .advice = ui.say(none ? Text::quotes_none_advice : Text::products_no_match_advice),
                 .action = {.key = "go",
                            .label = none ? ui.say(Text::quotes_go_customers) : std::string_view(),
                            .kind = ButtonKind::primary}}))
            ui.send(Go{View::customers});
        return;
    }
    draw_list(ui, rest);
}

} // namespace bb::ui
