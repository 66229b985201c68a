// Making, changing, removing and restoring records; undo and redo.
#include "app/app_impl.h"

#include "app/known_ids.h"
#include "domain/grading.h"
#include "domain/validate.h"
#include "knowledge/country.h"

namespace bb {
namespace {

/// Canonical text, country names resolved first (the table of countries is above `domain`).
Result<std::string> canonical(const FieldInfo& field, std::string_view typed) {
    if (field.type == FieldType::country && !typed.empty()) {
        const Country* country = find_country(typed);
        if (!country) return Error{Text::error_country_unknown, {std::string(typed)}};
        return std::string(country->code);
    }
    return canonical_value(field, typed);
}

Text edited_label(RecordType type) {
    switch (type) {
    case RecordType::customer: return Text::action_edit_customer;
    case RecordType::contact: return Text::action_edit_contact;
    case RecordType::activity: return Text::action_edit_activity;
    case RecordType::product: return Text::action_edit_product;
    case RecordType::quote:
    case RecordType::quote_line: return Text::action_edit_quote;
    case RecordType::region_note: return Text::action_edit_region_note;
    case RecordType::company: return Text::action_edit_company;
    }
    return Text::action_edit_customer;
}

Text removed_label(RecordType type) {
    switch (type) {
    case RecordType::customer: return Text::action_remove_customer;
    case RecordType::product: return Text::action_remove_product;
    case RecordType::quote: return Text::action_remove_quote;
    case RecordType::quote_line: return Text::action_remove_line;
    default: return Text::action_remove_record;
    }
}

Edit created_at(RecordType type, RecordId id, Instant now) {
    return {type, id, common::created_at, now.to_text()};
}

} // namespace

void App::Impl::set_field(const SetField& command) {
    const FieldInfo* field = field_of(command.type, command.field);
    if (!field) return;
    // An issued quote is a frozen copy: a new revision is the way to change it.
    const Result<std::string> value = canonical(*field, command.typed);
    if (!value) return complain(value.error());
    Action action{edited_label(command.type), {}, {}, {}};
    const bool is_new = !records().find(command.type, command.id).exists();
    if (is_new) {
        action.edits.push_back(created_at(command.type, command.id, now()));
        if (command.type == RecordType::region_note && command.id == region_note_id(state.region))
            action.edits.push_back({command.type, command.id, region_note::country, state.region});
    }
    action.edits.push_back({command.type, command.id, command.field, *value});
    perform(action);
}

void App::Impl::add_drafted_note(RecordId customer) {
    const auto draft = state.note_drafts.find(customer);
    if (draft == state.note_drafts.end() || draft->second.summary.empty()) return;
    const auto summary =
        canonical_value(*field_of(RecordType::activity, activity::summary), draft->second.summary);
    if (!summary) return complain(summary.error());
    const RecordId id = ids.next(now().ms);
    Action action{Text::action_new_activity, {}, {created_at(RecordType::activity, id, now())}, {}};
    const auto set = [&](std::uint16_t field, std::string value) {
        action.edits.push_back({RecordType::activity, id, field, std::move(value)});
    };
    set(activity::customer, customer.to_text());
    set(activity::kind, draft->second.kind);
    set(activity::at, now().to_text());
    set(activity::summary, *summary);
    if (const std::string& typed = draft->second.next_date; !typed.empty()) {
        const auto date = Date::parse_typed(typed);
        if (!date) return complain({Text::error_date_unclear, {typed}});
        set(activity::next_date, date->to_text());
        // The customer's own date drives Today and the list.
        action.edits.push_back(
            {RecordType::customer, customer, customer::next_follow_up, date->to_text()});
    }
    if (perform(action)) change_note_draft(customer, {});
}

bool App::Impl::record_command(const Command& command) {
    if (const auto* c = std::get_if<SetField>(&command)) return set_field(*c), true;
    if (const auto* c = std::get_if<Perform>(&command)) return perform(c->action), true;
    if (std::get_if<AddCustomer>(&command)) {
        const RecordId id = ids.next(now().ms);
        Action action{
            Text::action_new_customer, {}, {created_at(RecordType::customer, id, now())}, {}};
        action.edits.push_back({RecordType::customer, id, customer::name,
                                std::string(words(Text::customer_unnamed, state.language))});
        action.edits.push_back({RecordType::customer, id, customer::stage, "inquiry"});
        if (!perform(action)) return true;
        state.view = View::customers;
        state.customer_filter = {};
        state.customer = id;
        state.customer_tab = CustomerTab::profile;
        state.new_record = id;
        return true;
    }
    if (std::get_if<NewRecordShown>(&command)) return state.new_record = {}, true;
    if (const auto* c = std::get_if<AddContact>(&command)) {
        const RecordId id = ids.next(now().ms);
        perform({Text::action_new_contact,
                 {},
                 {created_at(RecordType::contact, id, now()),
                  {RecordType::contact, id, contact::customer, c->customer.to_text()}},
                 {}});
        return true;
    }
    if (const auto* c = std::get_if<DraftNote>(&command))
        return change_note_draft(c->customer, c->draft), true;
    if (const auto* c = std::get_if<AddDraftedNote>(&command))
        return add_drafted_note(c->customer), true;
    if (std::get_if<AddProduct>(&command)) {
        const RecordId id = ids.next(now().ms);
        const auto usual = records().find(RecordType::company, company_id());
        const std::string_view currency = usual.value(company::default_currency);
        perform({Text::action_new_product,
                 {},
                 {created_at(RecordType::product, id, now()),
                  {RecordType::product, id, product::unit, "pcs"},
                  // As a new quote has it: a price without a currency could not be taken over.
                  {RecordType::product, id, product::currency,
                   currency.empty() ? "USD" : std::string(currency)}},
                 {}});
        state.view = View::products;
        state.product_search.clear();
        state.product = id;
        state.new_record = id;
        return true;
    }
    if (const auto* c = std::get_if<Remove>(&command)) {
        if (!perform({removed_label(c->type), {}, {{c->type, c->id, common::deleted, "1"}}, {}}))
            return true;
        if (state.customer == c->id) state.customer = {};
        if (state.product == c->id) state.product = {};
        if (state.quote && state.quote->id == c->id) state.quote.reset();
        tell(Text::shell_removed, {}, true);
        return true;
    }
    if (const auto* c = std::get_if<Restore>(&command)) {
        perform({Text::action_restore, {}, {{c->type, c->id, common::deleted, ""}}, {}});
        return true;
    }
    if (std::get_if<Undo>(&command) || std::get_if<Redo>(&command)) {
        const bool back = std::holds_alternative<Undo>(command);
        if (!(back ? file().can_undo() : file().can_redo()) || !may_write()) return true;
        const Action& action = back ? file().undo_action() : file().redo_action();
        const std::string what = format_words(action.label, state.language, action.args);
        back ? file().undo(now()) : file().redo(now());
        count_changes(1);
        keeper.pump();
        tell(back ? Text::shell_undone : Text::shell_redone, {what});
        return true;
    }
    if (const auto* c = std::get_if<ShowPicture>(&command)) {
        if (!state.pictures.contains(c->name) && wanted_pictures.emplace(c->name, false).second)
            keeper.want_picture(c->name);
        return true;
    }
    if (const auto* c = std::get_if<ChoosePicture>(&command)) {
        if (!may_write()) return true;
        pending_picture = {c->type, c->id};
        host.pick_file(FilePurpose::picture, "image/*");
        return true;
    }
    return false;
}

} // namespace bb
