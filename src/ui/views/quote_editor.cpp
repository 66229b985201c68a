// The open quote: bar with its number and actions, then terms, lines, sums, and what it needs.
#include "ui/views/quote_editor.h"

#include "app/quote_document.h"
#include "ui/views/page.h"
#include "ui/views/views.h"

namespace bb::ui {
namespace {

void draw_actions(Ui& ui, Rect bar, const QuoteSession& session, bool draft) {
    const RecordId id = session.id;
    const bool free = !ui.state.read_only;
    if (draft) {
        if (button_right(ui, bar,
                         {.key = "issue",
                          .label = ui.say(Text::quote_issue),
                          .kind = ButtonKind::primary,
                          .enabled = free}))
            ui.send(IssueQuote{id});
    } else if (button_right(ui, bar,
                            {.key = "revise",
                             .label = ui.say(Text::quote_revise),
                             .kind = ButtonKind::primary,
                             .enabled = free})) {
        ui.send(ReviseQuote{id});
    }
    const bool busy = ui.state.job.has_value();
    if (button_right(ui, bar, {.key = "pdf", .label = "PDF", .enabled = !busy}))
        ui.send(ExportQuote{id, ExportFormat::pdf});
    if (button_right(ui, bar, {.key = "xlsx", .label = "XLSX", .enabled = !busy}))
        ui.send(ExportQuote{id, ExportFormat::xlsx});
    if (bar.w > 110 && button_right(ui, bar,
                                    {.key = "preview",
                                     .label = ui.say(Text::quote_preview),
                                     .icon = ui.phone ? Icon::none : Icon::eye}))
        ui.send(PreviewQuote{true});
    if (bar.w > 44 && !ui.phone && free &&
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
    Rect actions = bar;
    if (ui.phone) {
        actions = area.cut_top(ui.metrics.control + 16);
        fill(ui, actions, ui.palette->panel);
        line_below(ui, actions, ui.palette->line);
        actions = actions.inset(ui.metrics.page, 0);
    } else {
        actions.cut_left(bar.w * 0.42f);
        bar.w *= 0.42f;
    }
    const QuoteDocument& d = session.document;
    const std::string number = d.number.empty() ? std::string(ui.say(Text::quote_new))
                                                : number_with_revision(d.number, d.revision);
    const float width = text_width(ui, number, {.size = ui.metrics.title, .bold = true});
    heading(ui, bar.cut_left(std::min(bar.w, std::ceil(width) + 2)), number, 1, ui.metrics.title);
    bar.cut_left(10);
    const RecordView record = ui.state.records().find(RecordType::quote, session.id);
    const std::string status =
        choice_words(ui, RecordType::quote, quote::status, quote_status(record));
    bar.cut_left(tag(ui, bar, status, draft ? ui.palette->muted : ui.palette->accent,
                     draft ? ui.palette->grey_ground : ui.palette->accent_ground) +
                 10);
    if (const auto customer = RecordId::parse(record.value(quote::customer));
        customer && bar.w > 60) {
        const RecordView buyer = ui.state.records().find(RecordType::customer, *customer);
        if (text_link(ui, bar, "customer", buyer.value(customer::name)))
            ui.send(OpenCustomer{*customer});
    }
    draw_actions(ui, actions, session, draft);
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
