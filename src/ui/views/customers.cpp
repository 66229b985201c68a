// The list of customers: search, filters, table, and the panel of the open one beside it.
#include "ui/views/views.h"

#include "ui/table.h"
#include "ui/views/customer_filters.h"
#include "ui/views/page.h"

#include <array>

namespace bb::ui {
namespace {

void draw_bar(Ui& ui, Rect& area) {
    Rect bar = page_bar(ui, area, ui.say(Text::view_customers));
    const ButtonSpec add{.key = "new",
                         .label = ui.say(Text::action_new_customer),
                         .kind = ButtonKind::primary,
                         .icon = Icon::plus,
                         .enabled = !ui.state.read_only};
    // The search comes first in the reading order, though it is placed last.
    Rect search = bar;
    search.cut_right(button_width(ui, add) + ui.metrics.gap);
    const ButtonSpec import{.key = "import",
                            .label = ui.say(Text::import_start),
                            .icon = Icon::upload,
                            .enabled = !ui.state.read_only};
    if (!ui.phone) search.cut_right(button_width(ui, import) + ui.metrics.gap);
    if (ui.phone) {
        search = area.cut_top(ui.metrics.control + 20).inset(ui.metrics.page, 0);
        fill(ui, {0, search.y, ui.screen.w, search.h}, ui.palette->panel);
        search = search.middle(ui.metrics.control);
    } else {
        search.w = std::min(search.w, 460.0f);
        search = search.middle(ui.metrics.control);
    }
    if (auto text = search_field(ui, search, "search", ui.state.customer_filter.search,
                                 ui.say(Text::customers_search))) {
        CustomerFilter filter = ui.state.customer_filter;
        filter.search = *text;
        ui.send(SetCustomerFilter{filter});
    }
    if (button_right(ui, bar, add)) ui.send(AddCustomer{});
    if (!ui.phone) {
        if (button_right(ui, bar, import)) ui.send(ChooseImportFile{});
    } else if (icon_button(ui, bar.cut_right(44).middle(44), "import", Icon::upload,
                           ui.say(Text::import_start))) {
        ui.send(ChooseImportFile{});
    }
}

std::string contact_of(const Ui& ui, RecordId id) {
    const auto contacts = ui.state.records().children(RecordType::contact, id);
    if (contacts.empty()) return {};
    return std::string(
        ui.state.records().find(RecordType::contact, contacts.front()).value(contact::name));
}

std::string draw_cell(Ui& ui, const RecordView& record, std::string_view column, const Rect& rect) {
    const Palette& p = *ui.palette;
    const TextStyle plain{.quiet = true};
    const auto words = [&](std::string shown, TextStyle style) {
        text(ui, rect, shown.empty() ? "—" : shown, style);
        return shown;
    };
    if (column == "grade") {
        grade_mark(ui, Rect{rect.x, rect.y, 24, rect.h}, record.value(customer::grade));
        return choice_words(ui, RecordType::customer, customer::grade,
                            record.value(customer::grade));
    }
    if (column == "name") {
        std::string name(record.value(customer::name));
        const std::string place = ui.phone ? place_words(ui, record) : std::string();
        if (place.empty()) return words(name, plain);
        Rect lines = rect.middle(44);
        text(ui, lines.cut_top(24), name, plain);
        text(ui, lines, place, quiet(small_text(ui)));
        return name + ", " + place;
    }
    if (column == "place") return words(place_words(ui, record), quiet(small_text(ui)));
    if (column == "contact") return words(contact_of(ui, record.id()), plain);
    if (column == "stage") {
        std::string shown =
            choice_words(ui, RecordType::customer, customer::stage, record.value(customer::stage));
        tag(ui, rect, shown, p.muted, p.grey_ground, true);
        return shown;
    }
    const auto date = Date::parse(record.value(customer::next_follow_up));
    if (!date) return words({}, quiet(small_text(ui)));
    const bool late = *date < ui.state.environment.today();
    std::string due = due_words(ui, *date);
    // On a phone a date with its year reaches into the margin.
    const Rect place{rect.x, rect.y, ui.phone ? rect.w + 12 : rect.w, rect.h};
    text(ui, place, due,
         {.size = ui.phone ? ui.metrics.small : 0, .colour = late ? p.red : p.text, .quiet = true});
    return due;
}

void draw_list(Ui& ui, const Rect& area) {
    static constexpr std::array<Column, 6> wide = {{
        {.key = "grade", .label = {}, .width = 68, .sort_field = customer::grade},
        {.key = "name", .label = {}, .share = 2.2f, .sort_field = customer::name},
        {.key = "place", .label = {}, .share = 1.4f, .sort_field = customer::country},
        {.key = "contact", .label = {}, .share = 1.3f},
        {.key = "stage", .label = {}, .width = 124, .sort_field = customer::stage},
        {.key = "next", .label = {}, .width = 120, .sort_field = customer::next_follow_up},
    }};
    constexpr std::array<Text, 6> labels = {
        Text::field_customer_grade, Text::field_customer_name,
        Text::customers_place,      Text::field_contact_name,
        Text::field_customer_stage, Text::field_customer_next_follow_up};
    std::vector<Column> columns;
    for (std::size_t i = 0; i < wide.size(); ++i) {
        const bool narrow = area.w < 560;
        if (narrow &&
            (wide[i].key == "place" || wide[i].key == "contact" || wide[i].key == "stage"))
            continue;
        if (area.w < 760 && wide[i].key == "contact") continue;
        Column column = wide[i];
        column.label = ui.say(labels[i]);
        if (ui.phone && column.key == "grade") column.width = 44, column.slim = true;
        if (ui.phone && column.key == "next") {
            column.width = 96;
            column.label = ui.say(Text::timeline_next);
        }
        columns.push_back(column);
    }
    const auto rows = ui.state.customers.rows();
    const Workspace& records = ui.state.records();
    TableSpec spec{.key = "customers",
                   .label = ui.say(Text::view_customers),
                   .columns = columns,
                   .row_count = rows.size(),
                   .row_height = ui.metrics.row,
                   .sorted_by = ui.state.customer_sort.field,
                   .ascending = ui.state.customer_sort.ascending,
                   .selected = {}};
    if (const auto open = records.row_of(RecordType::customer, ui.state.customer)) {
        const auto found = std::find(rows.begin(), rows.end(), *open);
        if (found != rows.end()) spec.selected = static_cast<std::size_t>(found - rows.begin());
    }
    const TableResult result =
        table(ui, area, spec, [&](std::size_t row, std::size_t column, const Rect& rect) {
            return draw_cell(ui, records.at(RecordType::customer, rows[row]), columns[column].key,
                             rect);
        });
    if (result.sort) {
        SortOrder order = ui.state.customer_sort;
        order.ascending = order.field == *result.sort ? !order.ascending : true;
        order.field = *result.sort;
        ui.send(SortCustomers{order});
    }
    if (result.opened)
        ui.send(OpenCustomer{records.at(RecordType::customer, rows[*result.opened]).id()});
}

void draw_empty(Ui& ui, const Rect& area) {
    const bool none_at_all = ui.state.customers.counts().all == 0 && !ui.state.customer_filter.bin;
    if (none_at_all) {
        if (empty_state(ui, area,
                        {.icon = Icon::users,
                         .title = ui.say(Text::customers_none_title),
                         .advice = ui.say(Text::customers_none_advice),
                         .action = {.key = "empty_import",
                                    .label = ui.say(Text::first_import),
                                    .kind = ButtonKind::primary,
                                    .icon = Icon::upload,
                                    .enabled = !ui.state.read_only}}))
            ui.send(ChooseImportFile{});
        return;
    }
    if (empty_state(ui, area,
                    {.icon = Icon::search,
                     .title = ui.say(Text::customers_no_match_title),
                     .advice = ui.say(Text::customers_no_match_advice),
                     .action = {.key = "clear", .label = ui.say(Text::customers_clear)}}))
        ui.send(SetCustomerFilter{});
}

} // namespace

void draw_customers(Ui& ui, const Rect& area) {
    if (ui.state.import) return draw_import(ui, area);
    const bool open = !ui.state.customer.empty() &&
                      ui.state.records().find(RecordType::customer, ui.state.customer).exists();
    const bool narrow = ui.phone || area.w < 860;
    if (open && narrow) return draw_customer_panel(ui, area);
    Rect rest = area;
    draw_bar(ui, rest);
    Rect panel;
    if (open) panel = rest.cut_right(ui.metrics.side);
    draw_customer_filters(ui, rest);
    ui.state.customers.rows().empty() ? draw_empty(ui, rest) : draw_list(ui, rest);
    if (!open) return;
    draw_customer_panel(ui, panel);
    line_left(ui, panel, ui.palette->line);
}

} // namespace bb::ui
