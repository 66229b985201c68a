// The export that any spreadsheet opens: one sheet a record type, a column a field, words of the
// reader's language where the file keeps keys. Nobody is locked in.
#include "app/app_impl.h"

#include "app/readable_value.h"

namespace bb {
namespace {

bool shown(const FieldInfo& field) {
    return field.type != FieldType::snapshot && field.type != FieldType::picture &&
           field.number != common::deleted && field.number != common::order_key;
}

bool is_number(const FieldInfo& field) {
    return field.type == FieldType::decimal || field.type == FieldType::integer;
}

} // namespace

NamedTable readable_table(const Workspace& records, Language language, int utc_offset,
                          RecordType type) {
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
                out.table.add_cell(CellKind::text,
                                   readable_value(records, *field, value, language, utc_offset));
        }
        out.table.end_row();
    }
    return out;
}

} // namespace bb
