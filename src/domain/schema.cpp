// The field tables themselves. Grades, buyer types and loyalty stages carry the exact labels of the
// trade's practice rules G02–G04; Incoterms 2020 has eleven rules.
#include "domain/schema.h"

#include <algorithm>
#include <array>

namespace bb {
namespace {

constexpr auto grade_choices = std::to_array<Choice>({
    {"A", Text::choice_grade_a},
    {"B", Text::choice_grade_b},
    {"C", Text::choice_grade_c},
    {"D", Text::choice_grade_d},
});
constexpr auto buyer_type_choices = std::to_array<Choice>({
    {"seeking_seller", Text::choice_buyer_type_seeking_seller},
    {"entering_market", Text::choice_buyer_type_entering_market},
    {"collecting_information", Text::choice_buyer_type_collecting_information},
    {"wants_samples", Text::choice_buyer_type_wants_samples},
    {"stealing_information", Text::choice_buyer_type_stealing_information},
});
constexpr auto loyalty_choices = std::to_array<Choice>({
    {"repeat", Text::choice_loyalty_repeat},
    {"loyal", Text::choice_loyalty_loyal},
    {"hand_down", Text::choice_loyalty_hand_down},
});
constexpr auto stage_choices = std::to_array<Choice>({
    {"inquiry", Text::choice_stage_inquiry},
    {"quote", Text::choice_stage_quote},
    {"sample", Text::choice_stage_sample},
    {"negotiation", Text::choice_stage_negotiation},
    {"first_order", Text::choice_stage_first_order},
    {"repeat_order", Text::choice_stage_repeat_order},
    {"dormant", Text::choice_stage_dormant},
    {"lost", Text::choice_stage_lost},
});
constexpr auto source_choices = std::to_array<Choice>({
    {"fair", Text::choice_source_fair},
    {"online_exhibition", Text::choice_source_online_exhibition},
    {"b2b", Text::choice_source_b2b},
    {"search", Text::choice_source_search},
    {"website", Text::choice_source_website},
    {"referral", Text::choice_source_referral},
    {"agent", Text::choice_source_agent},
    {"customs_data", Text::choice_source_customs_data},
    {"social", Text::choice_source_social},
    {"other", Text::choice_source_other},
});
constexpr auto incoterm_choices = std::to_array<Choice>({
    {"EXW", Text::choice_incoterm_exw},
    {"FCA", Text::choice_incoterm_fca},
    {"CPT", Text::choice_incoterm_cpt},
    {"CIP", Text::choice_incoterm_cip},
    {"DAP", Text::choice_incoterm_dap},
    {"DPU", Text::choice_incoterm_dpu},
    {"DDP", Text::choice_incoterm_ddp},
    {"FAS", Text::choice_incoterm_fas},
    {"FOB", Text::choice_incoterm_fob},
    {"CFR", Text::choice_incoterm_cfr},
    {"CIF", Text::choice_incoterm_cif},
});
constexpr auto payment_choices = std::to_array<Choice>({
    {"tt_30_70_bl", Text::choice_payment_tt_30_70_bl},
    {"tt_30_70_shipment", Text::choice_payment_tt_30_70_shipment},
    {"tt_100", Text::choice_payment_tt_100},
    {"lc_sight", Text::choice_payment_lc_sight},
    {"lc_usance", Text::choice_payment_lc_usance},
    {"dp_sight", Text::choice_payment_dp_sight},
    {"da", Text::choice_payment_da},
    {"oa", Text::choice_payment_oa},
});
constexpr auto language_choices = std::to_array<Choice>({
    {"zh", Text::choice_language_zh},
    {"en", Text::choice_language_en},
    {"both", Text::choice_language_both},
});
constexpr auto activity_kind_choices = std::to_array<Choice>({
    {"note", Text::choice_activity_kind_note},
    {"email", Text::choice_activity_kind_email},
    {"call", Text::choice_activity_kind_call},
    {"chat", Text::choice_activity_kind_chat},
    {"meeting", Text::choice_activity_kind_meeting},
    {"sample", Text::choice_activity_kind_sample},
    {"inquiry", Text::choice_activity_kind_inquiry},
    {"quote", Text::choice_activity_kind_quote},
    {"promise", Text::choice_activity_kind_promise},
    {"grade_change", Text::choice_activity_kind_grade_change},
});
constexpr auto unit_choices = std::to_array<Choice>({
    {"pcs", Text::choice_unit_pcs},
    {"sets", Text::choice_unit_sets},
    {"pairs", Text::choice_unit_pairs},
    {"dozens", Text::choice_unit_dozens},
    {"boxes", Text::choice_unit_boxes},
    {"cartons", Text::choice_unit_cartons},
    {"kg", Text::choice_unit_kg},
    {"tons", Text::choice_unit_tons},
    {"m", Text::choice_unit_m},
    {"m2", Text::choice_unit_m2},
    {"rolls", Text::choice_unit_rolls},
});
constexpr auto quote_status_choices = std::to_array<Choice>({
    {"draft", Text::choice_quote_status_draft},
    {"issued", Text::choice_quote_status_issued},
    {"superseded", Text::choice_quote_status_superseded},
    {"won", Text::choice_quote_status_won},
    {"lost", Text::choice_quote_status_lost},
});
constexpr auto sample_freight_choices = std::to_array<Choice>({
    {"buyer", Text::choice_sample_freight_buyer},
    {"seller", Text::choice_sample_freight_seller},
});
constexpr auto sample_refund_choices = std::to_array<Choice>({
    {"on_order", Text::choice_sample_refund_on_order},
    {"none", Text::choice_sample_refund_none},
});

#define BB_COMMON_FIELDS                                                                           \
    {common::deleted, "deleted", Text::field_deleted, FieldType::flag, trait_hidden},              \
        {common::created_at, "created_at", Text::field_created_at, FieldType::instant,             \
         trait_hidden},                                                                            \
    {                                                                                              \
        common::order_key, "order_key", Text::field_order_key, FieldType::text, trait_hidden       \
    }

constexpr auto customer_fields = std::to_array<FieldInfo>({
    BB_COMMON_FIELDS,
    {customer::name, "name", Text::field_customer_name, FieldType::text,
     trait_searched | trait_imported},
    {customer::local_name, "local_name", Text::field_customer_local_name, FieldType::text,
     trait_searched | trait_imported},
    {customer::code, "code", Text::field_customer_code, FieldType::text,
     trait_searched | trait_imported},
    {customer::country, "country", Text::field_customer_country, FieldType::country,
     trait_imported},
    {customer::city, "city", Text::field_customer_city, FieldType::text,
     trait_searched | trait_imported},
    {customer::address, "address", Text::field_customer_address, FieldType::long_text,
     trait_searched | trait_imported},
    {customer::website, "website", Text::field_customer_website, FieldType::url,
     trait_searched | trait_imported},
    {customer::email, "email", Text::field_customer_email, FieldType::email,
     trait_searched | trait_personal | trait_imported},
    {customer::phone, "phone", Text::field_customer_phone, FieldType::phone,
     trait_searched | trait_personal | trait_imported},
    {customer::fax, "fax", Text::field_customer_fax, FieldType::phone, trait_imported},
    {customer::grade, "grade", Text::field_customer_grade, FieldType::choice, trait_imported,
     grade_choices},
    {customer::grade_reason, "grade_reason", Text::field_customer_grade_reason, FieldType::text,
     trait_imported},
    {customer::buyer_type, "buyer_type", Text::field_customer_buyer_type, FieldType::choice,
     trait_imported, buyer_type_choices},
    {customer::loyalty, "loyalty", Text::field_customer_loyalty, FieldType::choice, trait_imported,
     loyalty_choices},
    {customer::stage, "stage", Text::field_customer_stage, FieldType::choice, trait_imported,
     stage_choices},
    {customer::source, "source", Text::field_customer_source, FieldType::choice, trait_imported,
     source_choices},
    {customer::owner, "owner", Text::field_customer_owner, FieldType::text,
     trait_searched | trait_imported},
    {customer::interest, "interest", Text::field_customer_interest, FieldType::text,
     trait_searched | trait_imported},
    {customer::current_supplier, "current_supplier", Text::field_customer_current_supplier,
     FieldType::text, trait_searched | trait_imported},
    {customer::currency, "currency", Text::field_customer_currency, FieldType::currency,
     trait_imported},
    {customer::incoterm, "incoterm", Text::field_customer_incoterm, FieldType::choice,
     trait_imported, incoterm_choices},
    {customer::place, "place", Text::field_customer_place, FieldType::text, trait_imported},
    {customer::payment, "payment", Text::field_customer_payment, FieldType::text, trait_imported},
    {customer::language, "language", Text::field_customer_language, FieldType::choice,
     trait_imported, language_choices},
    {customer::tax_id, "tax_id", Text::field_customer_tax_id, FieldType::text,
     trait_searched | trait_imported},
    {customer::next_follow_up, "next_follow_up", Text::field_customer_next_follow_up,
     FieldType::date, trait_imported},
    {customer::notes, "notes", Text::field_customer_notes, FieldType::long_text,
     trait_searched | trait_imported},
});
constexpr auto contact_fields = std::to_array<FieldInfo>({
    BB_COMMON_FIELDS,
    {contact::customer, "customer", Text::field_contact_customer, FieldType::record, trait_hidden},
    {contact::name, "name", Text::field_contact_name, FieldType::text,
     trait_searched | trait_personal | trait_imported},
    {contact::title, "title", Text::field_contact_title, FieldType::text, trait_imported},
    {contact::email, "email", Text::field_contact_email, FieldType::email,
     trait_searched | trait_personal | trait_imported},
    {contact::phone, "phone", Text::field_contact_phone, FieldType::phone,
     trait_searched | trait_personal | trait_imported},
    {contact::mobile, "mobile", Text::field_contact_mobile, FieldType::phone,
     trait_searched | trait_personal | trait_imported},
    {contact::wechat, "wechat", Text::field_contact_wechat, FieldType::text,
     trait_searched | trait_personal | trait_imported},
    {contact::whatsapp, "whatsapp", Text::field_contact_whatsapp, FieldType::phone,
     trait_searched | trait_personal | trait_imported},
    {contact::notes, "notes", Text::field_contact_notes, FieldType::long_text,
     trait_personal | trait_imported},
});
constexpr auto activity_fields = std::to_array<FieldInfo>({
    BB_COMMON_FIELDS,
    {activity::customer, "customer", Text::field_activity_customer, FieldType::record,
     trait_hidden},
    {activity::kind, "kind", Text::field_activity_kind, FieldType::choice, trait_imported,
     activity_kind_choices},
    {activity::at, "at", Text::field_activity_at, FieldType::instant, trait_imported},
    {activity::summary, "summary", Text::field_activity_summary, FieldType::long_text,
     trait_searched | trait_imported},
    {activity::outcome, "outcome", Text::field_activity_outcome, FieldType::text, trait_imported},
    {activity::next_date, "next_date", Text::field_activity_next_date, FieldType::date,
     trait_imported},
    {activity::quote, "quote", Text::field_activity_quote, FieldType::record, trait_hidden},
});
constexpr auto product_fields = std::to_array<FieldInfo>({
    BB_COMMON_FIELDS,
    {product::model, "model", Text::field_product_model, FieldType::text,
     trait_searched | trait_imported},
    {product::name_zh, "name_zh", Text::field_product_name_zh, FieldType::text,
     trait_searched | trait_imported},
    {product::name_en, "name_en", Text::field_product_name_en, FieldType::text,
     trait_searched | trait_imported},
    {product::description, "description", Text::field_product_description, FieldType::long_text,
     trait_searched | trait_imported},
    {product::category, "category", Text::field_product_category, FieldType::text,
     trait_searched | trait_imported},
    {product::material, "material", Text::field_product_material, FieldType::text,
     trait_searched | trait_imported},
    {product::specification, "specification", Text::field_product_specification, FieldType::text,
     trait_searched | trait_imported},
    {product::size, "size", Text::field_product_size, FieldType::text, trait_imported},
    {product::colour, "colour", Text::field_product_colour, FieldType::text,
     trait_searched | trait_imported},
    {product::hs_code, "hs_code", Text::field_product_hs_code, FieldType::text,
     trait_searched | trait_imported},
    {product::unit, "unit", Text::field_product_unit, FieldType::choice,
     trait_imported | trait_open, unit_choices},
    {product::price, "price", Text::field_product_price, FieldType::decimal, trait_imported},
    {product::currency, "currency", Text::field_product_currency, FieldType::currency,
     trait_imported},
    {product::moq, "moq", Text::field_product_moq, FieldType::decimal, trait_imported},
    {product::carton_pieces, "carton_pieces", Text::field_product_carton_pieces, FieldType::decimal,
     trait_imported},
    {product::carton_length,
     "carton_length",
     Text::field_product_carton_length,
     FieldType::decimal,
     trait_imported,
     {},
     "cm"},
    {product::carton_width,
     "carton_width",
     Text::field_product_carton_width,
     FieldType::decimal,
     trait_imported,
     {},
     "cm"},
    {product::carton_height,
     "carton_height",
     Text::field_product_carton_height,
     FieldType::decimal,
     trait_imported,
     {},
     "cm"},
    {product::net_weight,
     "net_weight",
     Text::field_product_net_weight,
     FieldType::decimal,
     trait_imported,
     {},
     "kg"},
    {product::gross_weight,
     "gross_weight",
     Text::field_product_gross_weight,
     FieldType::decimal,
     trait_imported,
     {},
     "kg"},
    {product::lead_time,
     "lead_time",
     Text::field_product_lead_time,
     FieldType::integer,
     trait_imported,
     {},
     "d"},
    {product::picture, "picture", Text::field_product_picture, FieldType::picture},
    {product::notes, "notes", Text::field_product_notes, FieldType::long_text,
     trait_searched | trait_imported},
});
constexpr auto quote_fields = std::to_array<FieldInfo>({
    BB_COMMON_FIELDS,
    {quote::customer, "customer", Text::field_quote_customer, FieldType::record, trait_hidden},
    {quote::contact, "contact", Text::field_quote_contact, FieldType::record, trait_hidden},
    {quote::number, "number", Text::field_quote_number, FieldType::text, trait_searched},
    {quote::revision, "revision", Text::field_quote_revision, FieldType::integer},
    {quote::status, "status", Text::field_quote_status, FieldType::choice, 0, quote_status_choices},
    {quote::date, "date", Text::field_quote_date, FieldType::date},
    {quote::valid_until, "valid_until", Text::field_quote_valid_until, FieldType::date},
    {quote::currency, "currency", Text::field_quote_currency, FieldType::currency},
    {quote::incoterm, "incoterm", Text::field_quote_incoterm, FieldType::choice, 0,
     incoterm_choices},
    {quote::place, "place", Text::field_quote_place, FieldType::text},
    {quote::port_of_loading, "port_of_loading", Text::field_quote_port_of_loading, FieldType::text},
    {quote::destination, "destination", Text::field_quote_destination, FieldType::text},
    {quote::payment, "payment", Text::field_quote_payment, FieldType::text},
    {quote::lead_time, "lead_time", Text::field_quote_lead_time, FieldType::text},
    {quote::sample_price, "sample_price", Text::field_quote_sample_price, FieldType::decimal},
    {quote::sample_days,
     "sample_days",
     Text::field_quote_sample_days,
     FieldType::integer,
     0,
     {},
     "d"},
    {quote::sample_freight, "sample_freight", Text::field_quote_sample_freight, FieldType::choice,
     0, sample_freight_choices},
    {quote::sample_refund, "sample_refund", Text::field_quote_sample_refund, FieldType::choice, 0,
     sample_refund_choices},
    {quote::discount, "discount", Text::field_quote_discount, FieldType::decimal},
    {quote::freight, "freight", Text::field_quote_freight, FieldType::decimal},
    {quote::insurance, "insurance", Text::field_quote_insurance, FieldType::decimal},
    {quote::buyer_reference, "buyer_reference", Text::field_quote_buyer_reference, FieldType::text,
     trait_searched},
    {quote::remarks, "remarks", Text::field_quote_remarks, FieldType::long_text, trait_searched},
    {quote::language, "language", Text::field_quote_language, FieldType::choice, 0,
     language_choices},
    {quote::issued_at, "issued_at", Text::field_quote_issued_at, FieldType::instant, trait_hidden},
    {quote::frozen, "frozen", Text::field_quote_frozen, FieldType::snapshot, trait_hidden},
    {quote::price_scale, "price_scale", Text::field_quote_price_scale, FieldType::integer},
});
constexpr auto quote_line_fields = std::to_array<FieldInfo>({
    BB_COMMON_FIELDS,
    {quote_line::quote, "quote", Text::field_quote_line_quote, FieldType::record, trait_hidden},
    {quote_line::product, "product", Text::field_quote_line_product, FieldType::record,
     trait_hidden},
    {quote_line::model, "model", Text::field_quote_line_model, FieldType::text, trait_searched},
    {quote_line::name_zh, "name_zh", Text::field_quote_line_name_zh, FieldType::text},
    {quote_line::name_en, "name_en", Text::field_quote_line_name_en, FieldType::text},
    {quote_line::description, "description", Text::field_quote_line_description,
     FieldType::long_text},
    {quote_line::unit, "unit", Text::field_quote_line_unit, FieldType::choice, trait_open,
     unit_choices},
    {quote_line::moq, "moq", Text::field_quote_line_moq, FieldType::decimal},
    {quote_line::quantity, "quantity", Text::field_quote_line_quantity, FieldType::decimal},
    {quote_line::price, "price", Text::field_quote_line_price, FieldType::decimal},
    {quote_line::carton_pieces, "carton_pieces", Text::field_quote_line_carton_pieces,
     FieldType::decimal},
    {quote_line::carton_length,
     "carton_length",
     Text::field_quote_line_carton_length,
     FieldType::decimal,
     0,
     {},
     "cm"},
    {quote_line::carton_width,
     "carton_width",
     Text::field_quote_line_carton_width,
     FieldType::decimal,
     0,
     {},
     "cm"},
    {quote_line::carton_height,
     "carton_height",
     Text::field_quote_line_carton_height,
     FieldType::decimal,
     0,
     {},
     "cm"},
    {quote_line::net_weight,
     "net_weight",
     Text::field_quote_line_net_weight,
     FieldType::decimal,
     0,
     {},
     "kg"},
    {quote_line::gross_weight,
     "gross_weight",
     Text::field_quote_line_gross_weight,
     FieldType::decimal,
     0,
     {},
     "kg"},
    {quote_line::hs_code, "hs_code", Text::field_quote_line_hs_code, FieldType::text},
    {quote_line::picture, "picture", Text::field_quote_line_picture, FieldType::picture},
    {quote_line::remarks, "remarks", Text::field_quote_line_remarks, FieldType::text},
});
constexpr auto region_note_fields = std::to_array<FieldInfo>({
    BB_COMMON_FIELDS,
    {region_note::country, "country", Text::field_region_note_country, FieldType::country},
    {region_note::note, "note", Text::field_region_note_note, FieldType::long_text, trait_searched},
});
constexpr auto company_fields = std::to_array<FieldInfo>({
    BB_COMMON_FIELDS,
    {company::name_zh, "name_zh", Text::field_company_name_zh, FieldType::text},
    {company::name_en, "name_en", Text::field_company_name_en, FieldType::text},
    {company::address_zh, "address_zh", Text::field_company_address_zh, FieldType::long_text},
    {company::address_en, "address_en", Text::field_company_address_en, FieldType::long_text},
    {company::phone, "phone", Text::field_company_phone, FieldType::phone},
    {company::fax, "fax", Text::field_company_fax, FieldType::phone},
    {company::email, "email", Text::field_company_email, FieldType::email},
    {company::website, "website", Text::field_company_website, FieldType::url},
    {company::contact, "contact", Text::field_company_contact, FieldType::text, trait_personal},
    {company::logo, "logo", Text::field_company_logo, FieldType::picture},
    {company::bank, "bank", Text::field_company_bank, FieldType::long_text},
    {company::number_prefix, "number_prefix", Text::field_company_number_prefix, FieldType::text},
    {company::accent, "accent", Text::field_company_accent, FieldType::text},
    {company::default_currency, "default_currency", Text::field_company_default_currency,
     FieldType::currency},
    {company::default_incoterm, "default_incoterm", Text::field_company_default_incoterm,
     FieldType::choice, 0, incoterm_choices},
    {company::default_place, "default_place", Text::field_company_default_place, FieldType::text},
    {company::default_payment, "default_payment", Text::field_company_default_payment,
     FieldType::text},
    {company::default_validity_days,
     "default_validity_days",
     Text::field_company_default_validity_days,
     FieldType::integer,
     0,
     {},
     "d"},
    {company::default_lead_time, "default_lead_time", Text::field_company_default_lead_time,
     FieldType::text},
    {company::file_name_pattern, "file_name_pattern", Text::field_company_file_name_pattern,
     FieldType::text},
    {company::salesperson, "salesperson", Text::field_company_salesperson, FieldType::text,
     trait_personal},
});

#undef BB_COMMON_FIELDS

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
