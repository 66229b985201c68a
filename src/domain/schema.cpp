// The types of records, and what is asked of their tables (schema_*.h).
#include "domain/schema.h"

#include "domain/schema_customers.h"
#include "domain/schema_quotes.h"

#include <algorithm>

namespace bb {
namespace {

constexpr auto records = std::to_array<RecordInfo>({
    {RecordType::customer, "customer", Text::record_customer, customer_fields, 0},
    {RecordType::contact, "contact", Text::record_contact, contact_fields, contact::customer},
    {RecordType::activity, "activity", Text::record_activity, activity_fields, activity::customer},
    {RecordType::product, "product", Text::record_product, product_fields, 0},
    {RecordType::quote, "quote", Text::record_quote, quote_fields, quote::customer},
    {RecordType::quote_line, "quote_line", Text::record_quote_line, quote_line_fields,
     quote_line::quote},
    {RecordType::region_note, "region_note", Text::record_region_note, region_note_fields, 0},
    {RecordType::company, "company", Text::record_company, company_fields, 0},
});

} // namespace

const RecordInfo& info_of(RecordType type) { return records[static_cast<std::size_t>(type) - 1]; }

const FieldInfo* field_of(RecordType type, std::uint16_t number) {
    const auto fields = info_of(type).fields;
    const auto found = std::ranges::find(fields, number, &FieldInfo::number);
    return found == fields.end() ? nullptr : &*found;
}

const FieldInfo* field_by_key(RecordType type, std::string_view key) {
    const auto fields = info_of(type).fields;
    const auto found = std::ranges::find(fields, key, &FieldInfo::key);
    return found == fields.end() ? nullptr : &*found;
}

std::optional<RecordType> record_type_by_key(std::string_view key) {
    const auto found = std::ranges::find(records, key, &RecordInfo::key);
    if (found == records.end()) return std::nullopt;
    return found->type;
}

std::span<const Choice> payment_presets() { return payment_choices; }

const Choice* choice_of(const FieldInfo& field, std::string_view key) {
    const auto found = std::ranges::find(field.choices, key, &Choice::key);
    return found == field.choices.end() ? nullptr : &*found;
}

} // namespace bb
