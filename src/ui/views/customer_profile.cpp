// All fields of a customer, edited where they stand; contacts; quotes.
#include "ui/views/customer_panel.h"

#include "app/quote_document.h"
#include "domain/grading.h"
#include "ui/views/page.h"
#include "ui/views/record_form.h"

#include <array>

namespace bb::ui {
namespace {

struct Group {
    Text title;
    std::vector<std::uint16_t> fields;
};

const std::array<Group, 4>& groups() {
    static const std::array<Group, 4> all = {{
        {Text::group_identity,
         {customer::name, customer::local_name, customer::code, customer::country, customer::city,
          customer::address, customer::website, customer::email, customer::phone, customer::fax,
          customer::tax_id}},
        {Text::group_grading,
         {customer::buyer_type, customer::grade, customer::grade_reason, customer::loyalty,
          customer::stage, customer::source, customer::owner, customer::next_follow_up}},
        {Text::group_trade,
         {customer::interest, customer::current_supplier, customer::currency, customer::incoterm,
          customer::place, customer::payment, customer::language}},
        {Text::group_notes, {customer::notes}},
    }};
    return all;
}

/// G04: the type proposes a grade; only a press takes it over, and the reason is kept.
float grade_proposal(Ui& ui, const Rect& rect, const RecordView& record) {
    const auto type = record.value(customer::buyer_type);
    const auto proposed = grade_for_buyer_type(type);
    if (!proposed || *proposed == record.value(customer::grade) || ui.state.read_only) return 0;
    const std::string type_words =
        choice_words(ui, RecordType::customer, customer::buyer_type, type);
    Rect row{rect.x, rect.y + 2, rect.w, 52};
    fill(ui, row, ui.palette->accent_ground, 10);
    row = row.inset(12, 0);
    const ButtonSpec take{.key = "take_grade", .label = ui.say(Text::customer_take_grade)};
    if (button_right(ui, row, take)) {
        Action action{Text::action_edit_customer, {}, {}, {}};
        action.edits.push_back(
            {RecordType::customer, record.id(), customer::grade, std::string(*proposed)});
        action.edits.push_back({RecordType::customer, record.id(), customer::grade_reason,
                                ui.say(Text::customer_grade_by_type, {type_words})});
        ui.send(Perform{action});
    }
    text(ui, row, ui.say(Text::customer_proposes, {type_words, std::string(*proposed)}),
         {.size = ui.metrics.small});
    return 60;
}

} // namespace

float draw_profile(Ui& ui, const Rect& rect, const RecordView& record) {
    const FormRecord form{RecordType::customer, record.id(), record, record.deleted()};
    Rect at = rect;
    for (const Group& group : groups()) {
        at.y += form_title(ui, at, ui.say(group.title));
        for (const std::uint16_t field : group.fields) {
            at.y += form_row(ui, at, form, field);
            if (field == customer::buyer_type) at.y += grade_proposal(ui, at, record);
        }
    }
    return at.y - rect.y;
}

float draw_contacts(Ui& ui, const Rect& rect, const RecordView& record) {
    constexpr std::array<std::uint16_t, 8> fields = {
        contact::name,   contact::title,  contact::email,    contact::phone,
        contact::mobile, contact::wechat, contact::whatsapp, contact::notes};
    const Workspace& records = ui.state.records();
    Rect at = rect;
    for (const RecordId id : records.children(RecordType::contact, record.id())) {
        const RecordView person = records.find(RecordType::contact, id);
        ui.push_id(id);
        Rect head{at.x, at.y, at.w, 32};
        if (!ui.state.read_only && icon_button(ui, head.cut_right(32), "remove", Icon::trash,
                                               ui.say(Text::action_remove_record)))
            ui.send(Remove{RecordType::contact, id});
        const auto name = person.value(contact::name);
        heading(ui, head, name.empty() ? ui.say(Text::contact_unnamed) : name, 3, ui.metrics.text);
        at.y += 34;
        for (const std::uint16_t field : fields)
            at.y += form_row(ui, at, {RecordType::contact, id, person, record.deleted()}, field);
        fill(ui, {at.x, at.y + 8, at.w, 1}, ui.palette->line_soft);
        at.y += 20;
        ui.pop_id();
    }
    if (at.y == rect.y) at.y += paragraph(ui, at, ui.say(Text::contacts_none), muted_text(ui)) + 12;
    Rect bar{at.x, at.y, at.w, ui.metrics.control};
    if (button_left(ui, bar,
                    {.key = "add_contact",
                     .label = ui.say(Text::action_new_contact),
                     .icon = Icon::plus,
                     .enabled = !ui.state.read_only}))
        ui.send(AddContact{record.id()});
    return at.y + ui.metrics.control - rect.y;
}

float draw_customer_quotes(Ui& ui, const Rect& rect, const RecordView& record) {
    const Workspace& records = ui.state.records();
    Rect at = rect;
    const auto ids = records.children(RecordType::quote, record.id());
    for (auto it = ids.rbegin(); it != ids.rend(); ++it) {
        const RecordView view = records.find(RecordType::quote, *it);
        const QuoteDocument document = quote_document(records, *it);
        const QuoteSums sums = sums_of(document);
        Rect row{at.x, at.y, at.w, 56};
        ui.push_id(*it);
        const std::uint32_t id = ui.id("open");
        const std::string number = document.number.empty()
                                       ? std::string(ui.say(Text::choice_quote_status_draft))
                                       : number_with_revision(document.number, document.revision);
        const std::string total =
            amount_words_short(document.currency, sums.total, document.currency_digits);
        ui.node(id, Role::button, row, number + ", " + total, node_focusable);
        const Ui::Press press = ui.press(id, row);
        if (press.hovered) fill(ui, row, ui.palette->hover, ui.metrics.radius);
        if (press.pressed) ui.send(OpenQuote{*it});
        Rect inner = row.inset(8, 8);
        text(ui, inner.cut_right(150), total, {.align = AlignText::right, .quiet = true});
        text(ui, inner.cut_top(22), number, {.bold = true, .quiet = true});
        text(ui, inner,
             document.date.to_text() + " · " +
                 choice_words(ui, RecordType::quote, quote::status, quote_status(view)),
             quiet(small_text(ui)));
        line_below(ui, row, ui.palette->line_soft);
        ui.pop_id();
        at.y += 56;
    }
    if (ids.empty()) at.y += paragraph(ui, at, ui.say(Text::customer_quotes_none), muted_text(ui));
    at.y += 12;
    Rect bar{at.x, at.y, at.w, ui.metrics.control};
    if (button_left(ui, bar,
                    {.key = "add_quote",
                     .label = ui.say(Text::customer_write_quote),
                     .icon = Icon::plus,
                     .enabled = !ui.state.read_only}))
        ui.send(NewQuote{record.id()});
    return at.y + ui.metrics.control - rect.y;
}

} // namespace bb::ui
