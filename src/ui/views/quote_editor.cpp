// The open quote: bar with its number and actions, then terms, lines, sums, and what it needs.
#include "ui/views/quote_editor.h"

#include "app/quote_document.h"
#include "ui/views/page.h"
#include "ui/views/views.h"

namespace bb::ui {
namespace {

struct BarButtons {
    ButtonSpec issue, pdf, xlsx, preview; // from the right
};

BarButtons bar_buttons(const Ui& ui, bool draft) {
    const bool busy = ui.state.job.has_value();
    return {.issue = {.key = draft ? "issue" : "revise",
                      .label = ui.say(draft ? Text::quote_issue : Text::quote_revise),
                      .kind = ButtonKind::primary,
                      .enabled = !ui.state.read_only},
            .pdf = {.key = "pdf", .label = "PDF", .enabled = !busy},
            .xlsx = {.key = "xlsx", .label = "XLSX", .enabled = !busy},
            .preview = {.key = "preview",
                        .label = ui.say(Text::quote_preview),
                        .icon = ui.phone ? Icon::none : Icon::eye}};
}

/// All of them, the bin and the gaps between.
float actions_width(const Ui& ui, const BarButtons& buttons) {
    float width = 36;
    for (const ButtonSpec* spec : {&buttons.issue, &buttons.pdf, &buttons.xlsx, &buttons.preview})
        width += button_width(ui, *spec) + ui.metrics.gap;
    return width;
}

void draw_actions(Ui& ui, Rect bar, const BarButtons& buttons, RecordId id, bool draft) {
    if (button_right(ui, bar, buttons.issue)) {
        if (draft)
            ui.send(IssueQuote{id});
        else
            ui.send(ReviseQuote{id});
    }
    if (button_right(ui, bar, buttons.pdf)) ui.send(ExportQuote{id, ExportFormat::pdf});
    if (button_right(ui, bar, buttons.xlsx)) ui.send(ExportQuote{id, ExportFormat::xlsx});
    const bool fits = button_width(ui, buttons.preview) <= bar.w;
    if (fits ? button_right(ui, bar, buttons.preview)
             : icon_button(ui, bar.cut_right(44).middle(ui.metrics.control), "preview", Icon::eye,
                           buttons.preview.label))
        ui.send(PreviewQuote{true});
    if (bar.w >= 36 && !ui.phone && !ui.state.read_only &&
        icon_button(ui, bar.cut_right(36).middle(36), "remove", Icon::trash,
                    ui.say(Text::action_remove_quote)))
        ui.send(Remove{RecordType::quote, id});
}

void draw_bar(Ui& ui, Rect& area, const QuoteSession& session, bool draft) {
    Rect bar = area.cut_top(ui.metrics.top_bar);
    fill(ui, bar, ui.palette->panel);
    line_below(ui, bar, ui.palette->line);
    bar = bar.inset(ui.phone ? 8.0f : ui.metrics.page, 0);
    if (icon_button(ui, bar.cut_left(36).middle(36), "back", Icon::chevron_left,
                    ui.say(Text::shell_back)))
        ui.send(CloseQuote{});
    bar.cut_left(8);
    const BarButtons buttons = bar_buttons(ui, draft);
    Rect actions;
    if (ui.phone) {
        actions = area.cut_top(ui.metrics.control + 16);
        fill(ui, actions, ui.palette->panel);
        line_below(ui, actions, ui.palette->line);
        actions = actions.inset(ui.metrics.page, 0);
    } else {
        actions = bar.cut_right(std::min(actions_width(ui, buttons), bar.w * 0.7f));
    }
    const QuoteDocument& d = session.document;
    const std::string number = d.number.empty() ? std::string(ui.say(Text::quote_new))
                                                : number_with_revision(d.number, d.revision);
    const float width = text_width(ui, number, {.size = ui.metrics.title, .bold = true});
    heading(ui, bar.cut_left(std::min(bar.w, std::ceil(width) + 2)), number, 1, ui.metrics.title);
    bar.cut_left(10);
    const RecordView record = ui.state.records().find(RecordType::quote, session.id);
    bar.cut_left(quote_status_tag(ui, bar, quote_status(record)) + 10);
    if (const auto customer = RecordId::parse(record.value(quote::customer));
        customer && bar.w > 60) {
        const RecordView buyer = ui.state.records().find(RecordType::customer, *customer);
        if (text_link(ui, bar, "customer", buyer.value(customer::name)))
            ui.send(OpenCustomer{*customer});
    }
    draw_actions(ui, actions, buttons, session.id, draft);
}

} // namespace

void draw_quote_editor(Ui& ui, const Rect& area) {
    const QuoteSession& session = *ui.state.quote;
    const RecordView record = ui.state.records().find(RecordType::quote, session.id);
    const bool draft = quote_status(record) == "draft";
    const FormRecord form{RecordType::quote, session.id, record, !draft};
    ui.push_id(session.id);
    Rect rest = area;
    draw_bar(ui, rest, session, draft);
    const float page = ui.metrics.page;
    const bool side_by_side = rest.w > 980;
    const float side = side_by_side ? 320.0f : 0;
    const float offset = ui.begin_scroll(ui.id("editor"), rest);
    Rect main{rest.x + page, rest.y - offset + page, rest.w - 2 * page - (side > 0 ? side + 20 : 0),
              0};
    const float top = main.y;
    main.y += draw_quote_terms(ui, main, form) + 16;
    main.y += draw_quote_lines(ui, main, form) + 16;
    main.y += draw_quote_sums(ui, main, form) + 16;
    float bottom = main.y;
    if (side > 0) {
        const Rect column{main.right() + 20, top, side, 0};
        bottom = std::max(bottom, top + draw_quote_side(ui, column, form));
    } else {
        bottom += draw_quote_side(ui, main, form);
    }
    ui.end_scroll(bottom - top + 2 * page);
    ui.pop_id();
}

} // namespace bb::ui
