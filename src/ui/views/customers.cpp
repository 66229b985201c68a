// The list of customers: search, filters, table, and the panel of the open one beside it.
#include "ui/views/views.h"

#include "knowledge/country.h"
#include "ui/table.h"
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

std::vector<ChoiceItem> country_items(const Ui& ui) {
    std::vector<ChoiceItem> items{{"", std::string(ui.say(Text::customers_all_countries))}};
    for (const auto& [code, count] : ui.state.customers.countries())
        if (!code.empty())
            items.push_back({code, std::string(country_name(code, ui.state.language)) + "  " +
                                       grouped_count(count)});
    return items;
}

/// Only the search stays.
CustomerFilter searched(std::string search) {
    CustomerFilter filter;
    filter.search = std::move(search);
    return filter;
}

constexpr std::array<std::string_view, 4> grades = {"A", "B", "C", "D"};

std::string counted(std::string label, std::size_t count) {
    if (count == 0) return label;
    return label + " " + grouped_count(count);
}

void draw_grade_chips(Ui& ui, Rect& bar) {
    CustomerFilter filter = ui.state.customer_filter;
    const bool unfiltered =
        filter.grade.empty() && !filter.due && !filter.bin && filter.country.empty();
    if (chip(ui, bar, "all", ui.say(Text::customers_all), unfiltered))
        ui.send(SetCustomerFilter{searched(filter.search)});
    for (std::size_t i = 0; i < grades.size(); ++i) {
        const bool on = filter.grade == grades[i];
        const std::string label =
            choice_words(ui, RecordType::customer, customer::grade, grades[i]);
        if (chip(ui, bar, grades[i], counted(label, ui.state.customers.counts().grade[i]), on)) {
            filter.grade = on ? "" : grades[i];
            ui.send(SetCustomerFilter{filter});
        }
    }
}

/// What the chips offer, as a list for where there is no room for them.
std::vector<ChoiceItem> chip_items(const Ui& ui) {
    const CustomerList::Counts& counts = ui.state.customers.counts();
    std::vector<ChoiceItem> items{{"", std::string(ui.say(Text::customers_all_grades))}};
    for (std::size_t i = 0; i < grades.size(); ++i)
        items.push_back({std::string(grades[i]),
                         counted(choice_words(ui, RecordType::customer, customer::grade, grades[i]),
                                 counts.grade[i])});
    if (counts.due > 0)
        items.push_back({"due", ui.say(Text::customers_due, {grouped_count(counts.due)})});
    if (counts.bin > 0)
        items.push_back({"bin", ui.say(Text::customers_bin, {grouped_count(counts.bin)})});
    return items;
}

void draw_chip_list(Ui& ui, const Rect& rect) {
    CustomerFilter filter = ui.state.customer_filter;
    const std::string chosen = filter.bin ? "bin" : filter.due ? "due" : filter.grade;
    const std::vector<ChoiceItem> items = chip_items(ui);
    const auto found = std::ranges::find(items, chosen, &ChoiceItem::key);
    const ChoiceItem& shown = found == items.end() ? items.front() : *found;
    const auto picked = combo(ui, rect,
                              {.key = "grade",
                               .label = ui.say(Text::customers_all_grades),
                               .value = chosen,
                               .shown = shown.label},
                              [&] { return items; });
    if (!picked) return;
    filter.due = *picked == "due";
    filter.bin = *picked == "bin";
    filter.grade = filter.due || filter.bin ? std::string() : *picked;
    ui.send(SetCustomerFilter{filter});
}

void draw_country_filter(Ui& ui, const Rect& rect) {
    CustomerFilter filter = ui.state.customer_filter;
    const std::string shown(filter.country.empty()
                                ? ui.say(Text::customers_all_countries)
                                : country_name(filter.country, ui.state.language));
    const auto picked = combo(ui, rect,
                              {.key = "country",
                               .label = ui.say(Text::customers_by_country),
                               .value = filter.country,
                               .shown = shown},
                              [&] { return country_items(ui); });
    if (!picked) return;
    filter.country = *picked;
    ui.send(SetCustomerFilter{filter});
}

void draw_filters(Ui& ui, Rect bar) {
    const CustomerList::Counts& counts = ui.state.customers.counts();
    const std::string found =
        ui.say(Text::customers_count, {grouped_count(ui.state.customers.rows().size())});
    bar = bar.inset(ui.metrics.page, 0);
    if (!ui.phone) {
        TextStyle style = small_text(ui);
        style.align = AlignText::right;
        text(ui, bar.cut_right(text_width(ui, found, style) + 1), found, style);
        bar.cut_right(ui.metrics.gap);
    }
    ui.open(ui.id("filters"), Role::group, bar, ui.say(Text::customers_filters));
    if (ui.phone) {
        draw_chip_list(ui, bar.cut_left((bar.w - 8) / 2).middle(40));
        bar.cut_left(8);
        draw_country_filter(ui, bar.middle(40));
        return ui.close();
    }
    draw_grade_chips(ui, bar);
    CustomerFilter filter = ui.state.customer_filter;
    if (bar.w > 70 && (counts.due > 0 || filter.due) &&
        chip(ui, bar, "due", ui.say(Text::customers_due, {grouped_count(counts.due)}),
             filter.due)) {
        filter.due = !filter.due;
        ui.send(SetCustomerFilter{filter});
    }
    if (bar.w > 90 && (counts.bin > 0 || filter.bin) &&
        chip(ui, bar, "bin", ui.say(Text::customers_bin, {grouped_count(counts.bin)}),
             filter.bin)) {
        filter.bin = !filter.bin;
        ui.send(SetCustomerFilter{filter});
    }
    if (bar.w > 100) draw_country_filter(ui, bar.cut_left(168).middle(ui.touch ? 36 : 28));
    ui.close();
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
        if (!ui.phone) return words(name, plain);
        Rect lines = rect.middle(44);
        text(ui, lines.cut_top(24), name, plain);
        text(ui, lines, place_words(ui, record), quiet(small_text(ui)));
        return name + ", " + place_words(ui, record);
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
    return words(due_words(ui, *date), {.colour = late ? p.red : p.text, .quiet = true});
}

void draw_list(Ui& ui, const Rect& area) {
    static constexpr std::array<Column, 6> wide = {{
        {.key = "grade", .label = {}, .width = 68, .sort_field = customer::grade},
        {.key = "name", .label = {}, .share = 2.2f, .sort_field = customer::name},
        {.key = "place", .label = {}, .share = 1.4f, .sort_field = customer::country},
        {.key = "contact", .label = {}, .share = 1.3f},
        {.key = "stage", .label = {}, .width = 110, .sort_field = customer::stage},
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
        if (ui.phone && column.key == "next") {
            column.width = 104;
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
    draw_filters(ui, rest.cut_top(ui.touch ? 56.0f : 52.0f));
    ui.state.customers.rows().empty() ? draw_empty(ui, rest) : draw_list(ui, rest);
    if (open) draw_customer_panel(ui, panel);
}

} // namespace bb::ui
