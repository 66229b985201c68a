#include "app/import_row.h"

#include "app/import_cell.h"
#include "base/utf8.h"

#include <algorithm>

namespace bb {
namespace {

/// Texts of several columns for one field are put together; of other values the first stands.
void add_value(RowReading& reading, ColumnTarget target, std::size_t column, std::string value) {
    if (value.empty()) return;
    for (RowValue& there : reading.values) {
        if (there.type != target.type || there.field != target.field) continue;
        const bool lines = field_of(target.type, target.field)->type == FieldType::long_text;
        const bool person = target == ColumnTarget{RecordType::contact, contact::name, false};
        if (lines || person) there.value += (lines ? '\n' : ' ') + value;
        return;
    }
    reading.values.push_back(
        {target.type, target.field, static_cast<std::uint16_t>(column), std::move(value)});
}

void add_fault(RowReading& reading, std::size_t column, Error error) {
    reading.faults.push_back({static_cast<std::uint16_t>(column), std::move(error)});
}

void add_carton_size(RowReading& reading, CellView cell, std::size_t column,
                     std::string_view header) {
    const auto size = carton_size(cell.text, header);
    if (!size) {
        const std::string shown(first_code_points(trimmed(cell.text), 40));
        add_fault(reading, column, {Text::import_not_carton_size, {shown}});
        return;
    }
    constexpr std::uint16_t sides[] = {product::carton_length, product::carton_width,
                                       product::carton_height};
    for (std::size_t side = 0; side < size->size(); ++side) {
        add_value(reading, {RecordType::product, sides[side], false}, column,
                  (*size)[side].to_text());
    }
}

/// A price without a currency would be a price in none: the cell or the header may name it.
void add_price_currency(RowReading& reading, const Table& table, std::size_t row,
                        const ImportPlan& plan) {
    if (!reading.value(RecordType::product, product::currency).empty()) return;
    const auto price = std::ranges::find_if(reading.values, [](const RowValue& value) {
        return value.type == RecordType::product && value.field == product::price;
    });
    if (price == reading.values.end()) return;
    const std::size_t column = price->column;
    std::string currency = currency_beside(table.cell(row, column).text);
    if (currency.empty()) currency = plan.price_currency;
    add_value(reading, {RecordType::product, product::currency, false}, column,
              std::move(currency));
}

/// A customer is called by its name, else by its local name or its contact.
bool name_customer(RowReading& reading) {
    if (!reading.value(RecordType::customer, customer::name).empty()) return true;
    constexpr ColumnTarget others[] = {{RecordType::customer, customer::local_name},
                                       {RecordType::contact, contact::name}};
    for (const ColumnTarget other : others) {
        for (const RowValue& value : reading.values) {
            if (value.type != other.type || value.field != other.field) continue;
            RowValue name = value;
            name.type = RecordType::customer;
            name.field = customer::name;
            reading.values.push_back(std::move(name));
            return true;
        }
    }
    return false;
}

bool is_named_product(const RowReading& reading) {
    return std::ranges::any_of(reading.values, [](const RowValue& value) {
        return value.type == RecordType::product &&
               (value.field == product::model || value.field == product::name_zh ||
                value.field == product::name_en);
    });
}

} // namespace

std::string_view RowReading::value(RecordType type, std::uint16_t field) const {
    for (const RowValue& there : values) {
        if (there.type == type && there.field == field) return there.value;
    }
    return {};
}

RowReading read_row(const Table& table, std::size_t row, const ImportPlan& plan) {
    RowReading reading;
    for (std::size_t column = 0; column < table.column_count(); ++column) {
        const CellView cell = table.cell(row, column);
        if (trimmed(cell.text).empty()) continue;
        reading.blank = false;
        if (column >= plan.columns.size()) continue;
        const ColumnTarget target = plan.columns[column].target;
        const FieldInfo* field = target.left_out() ? nullptr : field_of(target.type, target.field);
        if (field == nullptr) continue;
        if (target.carton_size) {
            add_carton_size(reading, cell, column, plan.columns[column].header);
            continue;
        }
        CellValue value = cell_value(*field, cell);
        add_value(reading, target, column, std::move(value.value));
        if (value.fault) add_fault(reading, column, std::move(*value.fault));
    }
    if (reading.blank) return reading;
    if (plan.kind == ImportKind::products) {
        add_price_currency(reading, table, row, plan);
        reading.named = is_named_product(reading);
    } else {
        reading.named = name_customer(reading);
    }
    return reading;
}

} // namespace bb
