// By the type that the field table gives.
#include "app/readable_value.h"

#include "base/time.h"
#include "knowledge/country.h"

namespace bb {
namespace {

/// The name of the record that an id stands for; the id itself when there is none.
std::string record_name(const Workspace& records, std::string_view value) {
    const auto id = RecordId::parse(value);
    if (!id) return std::string(value);
    constexpr std::pair<RecordType, std::uint16_t> named[] = {
        {RecordType::customer, customer::name},
        {RecordType::quote, quote::number},
        {RecordType::product, product::model},
        {RecordType::contact, contact::name}};
    for (const auto& [type, name] : named)
        if (const RecordView view = records.find(type, *id)) return std::string(view.value(name));
    return std::string(value);
}

std::string local_time(std::string_view value, int utc_offset_minutes) {
    const auto at = Instant::parse(value);
    if (!at) return std::string(value);
    return at->date_at(utc_offset_minutes).to_text() + " " + at->clock_at(utc_offset_minutes);
}

} // namespace

std::string readable_value(const Workspace& records, const FieldInfo& field, std::string_view value,
                           Language language, int utc_offset_minutes) {
    if (value.empty()) return {};
    if (const Choice* choice = choice_of(field, value))
        return std::string(words(choice->label, language));
    switch (field.type) {
    case FieldType::country: return std::string(country_name(value, language));
    case FieldType::instant: return local_time(value, utc_offset_minutes);
    case FieldType::flag: return std::string(words(Text::value_yes, language));
    case FieldType::picture: return std::string(words(Text::value_picture, language));
    case FieldType::record: return record_name(records, value);
    default: return std::string(value);
    }
}

} // namespace bb
