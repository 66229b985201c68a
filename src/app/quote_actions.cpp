// Actions that make, fill, issue and revise quotes. Each is one step of undo.
#include "app/order_key.h"
#include "app/quote_document.h"
#include "app/quote_records.h"

#include <algorithm>

namespace bb {
namespace {

/// The fields of one new record, written one after the other.
class NewFields {
public:
    NewFields(Action& action, RecordType type, RecordId id, Instant now)
        : action_(action), type_(type), id_(id) {
        set(common::created_at, now.to_text());
    }
    void set(std::uint16_t field, std::string_view value) {
        if (!value.empty()) action_.edits.push_back({type_, id_, field, std::string(value)});
    }

private:
    Action& action_;
    RecordType type_;
    RecordId id_;
};

struct FieldPair {
    std::uint16_t to;   // of the line
    std::uint16_t from; // of the product
};
constexpr FieldPair product_fields_of_line[] = {
    {quote_line::model, product::model},
    {quote_line::name_zh, product::name_zh},
    {quote_line::name_en, product::name_en},
    {quote_line::unit, product::unit},
    {quote_line::moq, product::moq},
    {quote_line::carton_pieces, product::carton_pieces},
    {quote_line::carton_length, product::carton_length},
    {quote_line::carton_width, product::carton_width},
    {quote_line::carton_height, product::carton_height},
    {quote_line::net_weight, product::net_weight},
    {quote_line::gross_weight, product::gross_weight},
    {quote_line::hs_code, product::hs_code},
    {quote_line::picture, product::picture},
};

/// Description, material, specification, size and colour, as a buyer reads them.
std::string printed_description(const RecordView& product) {
    std::string text = text_of(product, product::description);
    std::string details;
    for (const std::uint16_t field :
         {product::material, product::specification, product::size, product::colour}) {
        const std::string_view value = product.value(field);
        if (value.empty()) continue;
        if (!details.empty()) details += "; ";
        details += value;
    }
    if (!text.empty() && !details.empty()) text += '\n';
    return text + details;
}

bool copied_to_new_quote(std::uint16_t field) {
    switch (field) {
    case common::deleted:
    case common::created_at:
    case common::order_key:
    case quote::number:
    case quote::revision:
    case quote::status:
    case quote::date:
    case quote::valid_until:
    case quote::issued_at:
    case quote::frozen: return false;
    default: return true;
    }
}

void copy_lines(Action& action, const Workspace& records, RecordId from, RecordId to, IdSource& ids,
                Instant now) {
    for (const RecordId line : records.children(RecordType::quote_line, from)) {
        const RecordView record = records.find(RecordType::quote_line, line);
        NewFields fields(action, RecordType::quote_line, ids.next(now.ms), now);
        fields.set(quote_line::quote, to.to_text());
        for (const FieldInfo& field : info_of(RecordType::quote_line).fields) {
            if (field.number == common::deleted || field.number == common::created_at) continue;
            if (field.number == quote_line::quote) continue;
            fields.set(field.number, record.value(field.number));
        }
    }
}

/// The new quote holds as long as the old one did.
Date new_validity(const Workspace& records, const RecordView& quote, Date today) {
    const auto date = Date::parse(quote.value(quote::date));
    const auto until = Date::parse(quote.value(quote::valid_until));
    if (date && until && *until >= *date) return today.plus_days(until->days - date->days);
    return today.plus_days(validity_days(records));
}

/// A draft with the fields and lines of another quote; new dates.
NewRecord draft_like(const Workspace& records, RecordId from, IdSource& ids, Date today,
                     Instant now) {
    NewRecord made;
    made.id = ids.next(now.ms);
    const RecordView old = records.find(RecordType::quote, from);
    NewFields fields(made.action, RecordType::quote, made.id, now);
    for (const FieldInfo& field : info_of(RecordType::quote).fields) {
        if (copied_to_new_quote(field.number)) fields.set(field.number, old.value(field.number));
    }
    fields.set(quote::status, "draft");
    fields.set(quote::date, today.to_text());
    fields.set(quote::valid_until, new_validity(records, old, today).to_text());
    copy_lines(made.action, records, from, made.id, ids, now);
    return made;
}

int next_revision(const Workspace& records, std::string_view number) {
    int greatest = 1;
    for (Row row = 0; row < records.row_count(RecordType::quote); ++row) {
        const RecordView record = records.at(RecordType::quote, row);
        if (record.value(quote::number) != number) continue;
        greatest = std::max(greatest, small_number_of(record, quote::revision).value_or(1));
    }
    return greatest + 1;
}

/// "Q2026-0118-R2 · FOB Ningbo · USD 22,500.00"
std::string timeline_words(const QuoteDocument& quote) {
    return number_with_revision(quote.number, quote.revision) + " · " + quote.incoterm + ' ' +
           quote.place + " · " + quote.currency + ' ' +
           sums_of(quote).total.grouped(quote.currency_digits);
}

} // namespace

NewRecord new_quote(const Workspace& records, RecordId customer, IdSource& ids, Date today,
                    Instant now) {
    NewRecord made;
    made.id = ids.next(now.ms);
    made.action.label = Text::quote_action_new;
    NewFields fields(made.action, RecordType::quote, made.id, now);
    fields.set(quote::customer, customer.to_text());
    fields.set(quote::status, "draft");
    fields.set(quote::revision, "1");
    for (const Default& value : quote_defaults(records, customer, today)) {
        fields.set(value.field, value.value);
    }
    return made;
}

NewRecord add_empty_line(const Workspace& records, RecordId quote, IdSource& ids, Instant now) {
    NewRecord made;
    made.id = ids.next(now.ms);
    made.action.label = Text::quote_action_add_line;
    NewFields fields(made.action, RecordType::quote_line, made.id, now);
    fields.set(quote_line::quote, quote.to_text());
    fields.set(common::order_key, order_key_after_last(records, RecordType::quote_line, quote));
    return made;
}

NewRecord add_product_line(const Workspace& records, RecordId quote, RecordId product_id,
                           IdSource& ids, Instant now) {
    NewRecord made = add_empty_line(records, quote, ids, now);
    const RecordView product = records.find(RecordType::product, product_id);
    NewFields fields(made.action, RecordType::quote_line, made.id, now);
    fields.set(quote_line::product, product_id.to_text());
    for (const FieldPair pair : product_fields_of_line) {
        fields.set(pair.to, product.value(pair.from));
    }
    fields.set(quote_line::description, printed_description(product));
    const std::string_view currency = records.find(RecordType::quote, quote).value(quote::currency);
    if (!currency.empty() && product.value(product::currency) == currency) {
        fields.set(quote_line::price, product.value(product::price));
    }
    return made;
}

Result<Action> issue_quote(const Workspace& records, RecordId id, IdSource& ids, Date today,
                           Instant now) {
    const RecordView quote = records.find(RecordType::quote, id);
    if (!quote || quote_status(quote) != "draft") return Error{Text::quote_not_a_draft, {}};
    QuoteDocument document = quote_from_records(records, id);
    if (quote.value(quote::date).empty()) document.date = today;
    if (const std::vector<Text> missing = missing_for_issue(document); !missing.empty()) {
        return Error{missing.front(), {}};
    }
    if (document.number.empty()) document.number = next_quote_number(records, document.date);
    document.draft = false;

    const std::string shown = number_with_revision(document.number, document.revision);
    Action action{.label = Text::quote_action_issue, .args = {shown}, .edits = {}, .join_key = {}};
    const auto set = [&](std::uint16_t field, std::string value) {
        action.edits.push_back({RecordType::quote, id, field, std::move(value)});
    };
    set(quote::status, "issued");
    set(quote::number, document.number);
    set(quote::revision, std::to_string(document.revision));
    set(quote::date, document.date.to_text());
    set(quote::issued_at, now.to_text());
    set(quote::frozen, freeze(document));

    NewFields note(action, RecordType::activity, ids.next(now.ms), now);
    note.set(activity::customer, quote.value(quote::customer));
    note.set(activity::kind, "quote");
    note.set(activity::at, now.to_text());
    note.set(activity::summary, timeline_words(document));
    note.set(activity::quote, id.to_text());
    return action;
}

NewRecord revise_quote(const Workspace& records, RecordId id, IdSource& ids, Date today,
                       Instant now) {
    const RecordView quote = records.find(RecordType::quote, id);
    // A draft is simply edited.
    if (!quote || quote_status(quote) == "draft") return {};
    NewRecord made = draft_like(records, id, ids, today, now);
    const std::string number = text_of(quote, quote::number);
    const int revision = next_revision(records, number);
    const auto set = [&](RecordId of, std::uint16_t field, std::string value) {
        made.action.edits.push_back({RecordType::quote, of, field, std::move(value)});
    };
    set(made.id, quote::number, number);
    set(made.id, quote::revision, std::to_string(revision));
    // What was won or lost stays so.
    if (quote_status(quote) == "issued") set(id, quote::status, "superseded");
    made.action.label = Text::quote_action_revise;
    made.action.args = {number_with_revision(number, revision)};
    return made;
}

NewRecord copy_quote(const Workspace& records, RecordId id, IdSource& ids, Date today,
                     Instant now) {
    if (!records.find(RecordType::quote, id)) return {};
    NewRecord made = draft_like(records, id, ids, today, now);
    made.action.edits.push_back({RecordType::quote, made.id, quote::revision, "1"});
    made.action.label = Text::quote_action_copy;
    return made;
}

} // namespace bb
