// The list of quotes.
#include "ui/views/views.h"

#include "ui/table.h"
#include "ui/views/page.h"

#include <array>

namespace bb::ui {
namespace {

std::string number_of(const Ui& ui, const QuoteEntry& entry) {
    return entry.number.empty() ? std::string(ui.say(Text::choice_quote_status_draft))
                                : entry.number;
}

std::string draw_cell(Ui& ui, const QuoteEntry& entry, std::string_view column, const Rect& rect) {
    const Palette& p = *ui.palette;
    const auto words = [&](std::string shown, TextStyle style) {
        style.quiet = true;
        text(ui, rect, shown.empty() ? "—" : shown, style);
        return shown;
    };
    if (column == "number") {
        if (!ui.phone) return words(number_of(ui, entry), {});
        Rect lines = rect.middle(44);
        text(ui, lines.cut_top(24), number_of(ui, entry), {.quiet = true});
        text(ui, lines, entry.customer_name, quiet(small_text(ui)));
        return number_of(ui, entry) + ", " + entry.customer_name;
    }
    if (column == "customer") return words(entry.customer_name, {});
    if (column == "date") return words(entry.date ? entry.date->to_text() : "", small_text(ui));
    if (column == "valid") {
        TextStyle style = small_text(ui);
        if (entry.valid_until && *entry.valid_until < ui.state.environment.today() &&
            entry.status == "issued")
            style.colour = p.red;
        return words(entry.valid_until ? entry.valid_until->to_text() : "", style);
    }
    if (column == "status") {
        std::string shown = choice_words(ui, RecordType::quote, quote::status, entry.status);
        const bool issued = entry.status == "issued" || entry.status == "won";
        tag(ui, rect, shown, issued ? p.accent : p.muted, issued ? p.accent_ground : p.grey_ground,
            true);
        return shown;
    }
    return words(amount_words_short(entry.currency, entry.total, entry.currency_digits),
                 {.align = AlignText::right});
}

void draw_list(Ui& ui, const Rect& area) {
    static constexpr std::array<Column, 6> all = {{
        {.key = "number", .label = {}, .share = 1.1f},
        {.key = "customer", .label = {}, .share = 1.7f},
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
        if (area.w < 800 && all[i].key == "date") continue;
        columns.push_back(all[i]);
        columns.back().label = ui.say(labels[i]);
    }
    const auto rows = ui.state.quotes.rows();
    const TableSpec spec{.key = "quotes",
                         .label = ui.say(Text::view_quotes),
                         .columns = columns,
                         .row_count = rows.size(),
                         .row_height = ui.metrics.row,
                         .selected = {}};
    const TableResult result =
        table(ui, area, spec, [&](std::size_t row, std::size_t column, const Rect& rect) {
            return draw_cell(ui, rows[row], columns[column].key, rect);
        });
    if (result.opened) ui.send(OpenQuote{rows[*result.opened].id});
}

} // namespace

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
