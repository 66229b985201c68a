// The field tables: one a record type. They drive the codec, JSON, import mapping, table columns,
// forms, search, export and merge; adding a field is one line in schema_*.h.
#pragma once

#include "base/text_id.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bb {

/// Kept in files for ever: numbers are never reused.
enum class RecordType : std::uint8_t {
    customer = 1,
    contact = 2,
    activity = 3,
    product = 4,
    quote = 5,
    quote_line = 6,
    region_note = 7,
    company = 8,
};
inline constexpr RecordType all_record_types[] = {
    RecordType::customer, RecordType::contact,    RecordType::activity,    RecordType::product,
    RecordType::quote,    RecordType::quote_line, RecordType::region_note, RecordType::company,
};

/// What a field's canonical text means. Every value is kept as UTF-8 text in one canonical form;
/// the empty text means "not filled in".
enum class FieldType : std::uint8_t {
    text,      // one line
    long_text, // several lines
    choice,    // key of one of `choices`
    country,   // ISO 3166-1 alpha-2, upper case
    currency,  // ISO 4217, upper case
    decimal,   // Decimal::to_text()
    integer,   // whole number, Decimal text with scale 0
    date,      // "2026-11-21"
    instant,   // "2026-11-21T14:02:03.456Z"
    email,
    phone, // text on purpose: leading zeros and plus signs stay
    url,
    record,  // RecordId::to_text()
    picture, // content_name() of the picture's bytes, kept in the blob store
    flag,    // "1" or empty
    snapshot // JSON written by us (the frozen copy of an issued quote); never edited by hand
};

struct Choice {
    std::string_view key;
    Text label;
};

/// Bits of FieldInfo::traits.
enum FieldTrait : std::uint8_t {
    trait_personal = 1, // data about a person: marked in exports
    trait_searched = 2, // part of the search haystack
    trait_imported = 4, // offered as a target of import mapping
    trait_hidden = 8,   // not shown in forms (links, order keys, snapshots)
    trait_open = 16,    // a choice that also takes other text, kept as it is (units)
};

struct FieldInfo {
    std::uint16_t number; // in files for ever; never reused
    std::string_view key; // in JSON for ever
    Text label;
    FieldType type;
    std::uint8_t traits = 0;
    std::span<const Choice> choices = {};
    std::string_view unit = {}; // "cm", "kg", "d"

    bool has(FieldTrait trait) const { return (traits & trait) != 0; }
};

struct RecordInfo {
    RecordType type;
    std::string_view key; // "customer"
    Text label;
    std::span<const FieldInfo> fields;
    std::uint16_t parent_field; // number of the field that names the parent record; 0 = none
};

const RecordInfo& info_of(RecordType type);
/// Null when the type has no such field (a newer program's field is carried, not shown).
const FieldInfo* field_of(RecordType type, std::uint16_t number);
const FieldInfo* field_by_key(RecordType type, std::string_view key);
std::optional<RecordType> record_type_by_key(std::string_view key);
/// The label of a choice, or nothing when the key is unknown (shown as it is).
const Choice* choice_of(const FieldInfo& field, std::string_view key);

/// Usual payment terms; `payment` fields hold words, these are offered for them.
std::span<const Choice> payment_presets();

/// Numbers shared by all record types. 1–9 are reserved for such fields.
namespace common {
inline constexpr std::uint16_t deleted = 1;    // flag: in the recycle bin (a tombstone)
inline constexpr std::uint16_t created_at = 2; // instant
inline constexpr std::uint16_t order_key = 3;  // text, ordered bytewise among siblings
} // namespace common

namespace customer {
inline constexpr std::uint16_t name = 10, local_name = 11, code = 12, country = 13, city = 14,
                               address = 15, website = 16, email = 17, phone = 18, fax = 19,
                               grade = 20, grade_reason = 21, buyer_type = 22, loyalty = 23,
                               stage = 24, source = 25, owner = 26, interest = 27,
                               current_supplier = 28, currency = 29, incoterm = 30, payment = 31,
                               language = 32, tax_id = 33, next_follow_up = 34, notes = 35,
                               place = 36;
}
namespace contact {
inline constexpr std::uint16_t customer = 10, name = 11, title = 12, email = 13, phone = 14,
                               mobile = 15, wechat = 16, whatsapp = 17, notes = 18;
}
namespace activity {
inline constexpr std::uint16_t customer = 10, kind = 11, at = 12, summary = 13, outcome = 14,
                               next_date = 15, quote = 16;
}
namespace product {
inline constexpr std::uint16_t model = 10, name_zh = 11, name_en = 12, description = 13,
                               category = 14, material = 15, specification = 16, size = 17,
                               colour = 18, hs_code = 19, unit = 20, price = 21, currency = 22,
                               moq = 23, carton_pieces = 24, carton_length = 25, carton_width = 26,
                               carton_height = 27, net_weight = 28, gross_weight = 29,
                               lead_time = 30, picture = 31, notes = 32;
}
namespace quote {
inline constexpr std::uint16_t customer = 10, contact = 11, number = 12, revision = 13, status = 14,
                               date = 15, valid_until = 16, currency = 17, incoterm = 18,
                               place = 19, port_of_loading = 20, destination = 21, payment = 22,
                               lead_time = 23, sample_price = 24, sample_days = 25,
                               sample_freight = 26, sample_refund = 27, discount = 28, freight = 29,
                               insurance = 30, buyer_reference = 31, remarks = 32, language = 33,
                               issued_at = 34, frozen = 35, price_scale = 36;
}
namespace quote_line {
inline constexpr std::uint16_t quote = 10, product = 11, model = 12, name_zh = 13, name_en = 14,
                               description = 15, unit = 16, moq = 17, quantity = 18, price = 19,
                               carton_pieces = 20, carton_length = 21, carton_width = 22,
                               carton_height = 23, net_weight = 24, gross_weight = 25, hs_code = 26,
                               picture = 27, remarks = 28;
}
namespace region_note {
inline constexpr std::uint16_t country = 10, note = 11;
}
namespace company {
inline constexpr std::uint16_t name_zh = 10, name_en = 11, address_zh = 12, address_en = 13,
                               phone = 14, fax = 15, email = 16, website = 17, contact = 18,
                               logo = 19, bank = 20, number_prefix = 21, accent = 22,
                               default_currency = 23, default_incoterm = 24, default_place = 25,
                               default_payment = 26, default_validity_days = 27,
                               default_lead_time = 28, file_name_pattern = 29, salesperson = 30;
}

} // namespace bb
