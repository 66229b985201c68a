// The export that any spreadsheet opens: one sheet a record type, a column a field, words of the
// reader's language where the file keeps keys. Nobody is locked in.
#include "app/app_impl.h"

#include "knowledge/country.h"

namespace bb {
namespace {

bool shown(const FieldInfo& field) {
    return field.type != FieldType::snapshot && field.type != FieldType::picture &&
           field.number != common::deleted && field.number != common::order_key;
}

/// Names instead of ids, labels instead of keys.
std::string readable(const Workspace& records, const FieldInfo& field, std::string_view value,
                     Language language) {
    if (value.empty()) return {};
    if (const Choice* choice = choice_of(field, value))
        return std::string(words(choice->label, language));
    if (field.type == FieldType::country) return std::string(country_name(value, language));
    if (field.type != FieldType::record) return std::string(value);
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

bool is_number(const FieldInfo& field) {
    return field.type == FieldType::decimal || field.type == FieldType::integer;
}

} // namespace

NamedTable readable_table(const Workspace& records, Language language, RecordType type) {
    const RecordInfo& info = info_of(type);
    NamedTable out;
    out.name = words(info.label, language);
    std::vector<const FieldInfo*> columns;
    for (const FieldInfo& field : info.fields)
        if (shown(field)) columns.push_back(&field);
    for (const FieldInfo* field : columns)
        out.table.add_cell(CellKind::text, words(field->label, language));
    out.table.end_row();
    for (Row row = 0; row < records.row_count(type); ++row) {
        const RecordView view = records.at(type, row);
        if (view.deleted()) continue;
        for (const FieldInfo* field : columns) {
            const std::string_view value = view.value(field->number);
            if (value.empty())
                out.table.add_cell(CellKind::empty, {});
            else if (is_number(*field))
                out.table.add_cell(CellKind::number, value);
            else if (field->type == FieldType::date)
                out.table.add_cell(CellKind::date, value);
            else
                out.table.add_cell(CellKind::text, readable(records, *field, value, language));
        }
        out.table.end_row();
    }
    return out;
}

} // namespace bb
