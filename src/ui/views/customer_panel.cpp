// The open customer: who it is, what to do next, and its tabs.
#include "ui/views/customer_panel.h"

#include "knowledge/country.h"
#include "ui/views/page.h"
#include "ui/views/record_form.h"
#include "ui/views/views.h"

#include <algorithm>
#include <array>
#include <vector>

namespace bb::ui {
namespace {

void draw_remove(Ui& ui, const Rect& rect, const RecordView& record) {
    if (record.deleted() || ui.state.read_only) return;
    if (icon_button(ui, rect, "remove", Icon::trash, ui.say(Text::action_remove_customer)))
        ui.send(Remove{RecordType::customer, record.id()});
}

void draw_marks(Ui& ui, Rect place, const RecordView& record) {
    const Palette& p = *ui.palette;
    grade_mark(ui, place.cut_left(24), record.value(customer::grade));
    place.cut_left(8);
    tag(ui, place,
        choice_words(ui, RecordType::customer, customer::buyer_type,
                     record.value(customer::buyer_type)),
        p.muted, p.grey_ground);
}

void draw_top(Ui& ui, Rect bar, const RecordView& record) {
    if (ui.phone) {
        if (back_button(ui, bar)) ui.send(CloseCustomer{});
        draw_remove(ui, cut_edge_action(bar), record);
    } else {
        if (icon_button(ui, bar.cut_right(bar.h), "close", Icon::x, ui.say(Text::shell_close)))
            ui.send(CloseCustomer{});
        bar.cut_right(4);
        draw_remove(ui, bar.cut_right(bar.h), record);
    }
    bar.cut_right(8);
    draw_marks(ui, bar, record);
}

/// What to do next with the customer; where there is little room all are narrower alike.
void draw_actions(Ui& ui, Rect bar, const RecordView& record) {
    const std::string_view mail = record.value(customer::email);
    const std::string_view phone = record.value(customer::phone);
    struct Action {
        ButtonSpec button;
        Command command;
    };
    std::vector<Action> actions{{{.key = "quote",
                                  .label = ui.say(Text::customer_write_quote),
                                  .kind = ButtonKind::primary,
                                  .icon = Icon::file_text,
                                  .enabled = !ui.state.read_only},
                                 NewQuote{record.id()}}};
    if (!mail.empty())
        actions.push_back({{.key = "mail", .label = ui.say(Text::customer_write_mail)},
                           OpenLink{"mailto:" + std::string(mail)}});
    if (ui.phone && !phone.empty())
        actions.push_back({{.key = "call", .label = ui.say(Text::customer_call)},
                           OpenLink{"tel:" + std::string(phone)}});
    float whole = -ui.metrics.gap;
    for (const Action& action : actions) whole += button_width(ui, action.button) + ui.metrics.gap;
    const float too_much = std::max(0.0f, whole - bar.w) / static_cast<float>(actions.size());
    for (const Action& action : actions) {
        const Rect place = bar.cut_left(button_width(ui, action.button) - too_much);
        bar.cut_left(ui.metrics.gap);
        if (button(ui, place.middle(ui.metrics.control), action.button)) ui.send(action.command);
    }
}

void draw_head(Ui& ui, Rect& area, const RecordView& record) {
    const RecordId id = record.id();
    draw_top(ui, area.cut_top(ui.touch ? finger : 28), record);
    area.cut_top(6);
    heading(ui, area.cut_top(28), record.value(customer::name), 2, 18);
    std::string about = place_words(ui, record);
    for (const std::uint16_t field : {customer::interest, customer::owner})
        if (const auto value = record.value(field); !value.empty())
            about += (about.empty() ? "" : " · ") + std::string(value);
    text(ui, area.cut_top(22), about, muted_text(ui));
    area.cut_top(10);
    Rect actions = area.cut_top(ui.metrics.control);
    if (record.deleted()) {
        if (button_left(ui, actions,
                        {.key = "restore",
                         .label = ui.say(Text::action_restore),
                         .kind = ButtonKind::primary,
                         .icon = Icon::rotate_back}))
            ui.send(Restore{RecordType::customer, id});
        return;
    }
    draw_actions(ui, actions, record);
}

std::vector<std::string> tab_labels(const Ui& ui, RecordId id) {
    const Workspace& records = ui.state.records();
    const auto counted = [&](Text label, RecordType child) {
        std::string words(ui.say(label));
        if (const std::size_t n = records.child_count(child, id)) words += " " + grouped_count(n);
        return words;
    };
    return {std::string(ui.say(Text::tab_timeline)), std::string(ui.say(Text::tab_profile)),
            counted(Text::tab_contacts, RecordType::contact),
            counted(Text::tab_quotes, RecordType::quote), std::string(ui.say(Text::tab_history))};
}

} // namespace

void draw_customer_panel(Ui& ui, const Rect& area) {
    const RecordId id = ui.state.customer;
    const RecordView record = ui.state.records().find(RecordType::customer, id);
    fill(ui, area, ui.palette->panel);
    ui.push_id("customer");
    ui.push_id(id);
    ui.open(ui.id("panel"), Role::complementary, area, record.value(customer::name));
    if (ui.key(0, "Escape")) ui.send(CloseCustomer{});
    Rect inner = area.inset(ui.metrics.page, ui.phone ? 4.0f : 16.0f);
    draw_head(ui, inner, record);
    inner.cut_top(10);
    const std::vector<std::string> labels = tab_labels(ui, id);
    const Rect tab_bar = inner.cut_top(38);
    const auto current = static_cast<std::size_t>(ui.state.customer_tab);
    const std::size_t wanted = tabs(ui, tab_bar, "tabs", labels, current);
    if (wanted != current) ui.send(ShowCustomerTab{static_cast<CustomerTab>(wanted)});
    line_below(ui, tab_bar, ui.palette->line);
    // The pane reaches the panel's right edge, so that the bar lies at the edge.
    const Rect pane{inner.x, inner.y, area.right() - inner.x, area.bottom() - inner.y};
    const std::uint32_t pane_id = ui.id(labels[0] + std::to_string(current));
    const float offset = ui.begin_scroll(pane_id, pane);
    Rect content{inner.x, inner.y - offset + 12, inner.w, 0};
    float used = 12;
    switch (ui.state.customer_tab) {
    case CustomerTab::timeline: used += draw_timeline(ui, content, record); break;
    case CustomerTab::profile: used += draw_profile(ui, content, record); break;
    case CustomerTab::contacts: used += draw_contacts(ui, content, record); break;
    case CustomerTab::quotes: used += draw_customer_quotes(ui, content, record); break;
    case CustomerTab::history: used += draw_history(ui, content, RecordType::customer, id); break;
    }
    ui.end_scroll(used + 24);
    ui.close();
    ui.pop_id();
    ui.pop_id();
}

} // namespace bb::ui
