// A customer file in memory for the tests of this floor, with short ways to put records into it.
#pragma once

#include "documents/table.h"
#include "store/customer_file.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bb {

struct AppFixture {
    using Values = std::vector<std::pair<std::uint16_t, std::string>>;

    CustomerFile file{7};
    IdSource ids{42};
    Instant now{Instant::parse("2026-11-21T06:00:00.000Z").value()};
    Date today{Date::from_civil(2026, 11, 21).value()};

    const Workspace& records() const { return file.records(); }

    void perform(const Action& action) {
        now.ms += 1000;
        file.perform(action, now);
    }
    void set(RecordType type, RecordId id, const Values& values) {
        Action action;
        for (const auto& [field, value] : values) action.edits.push_back({type, id, field, value});
        perform(action);
    }
    RecordId add(RecordType type, const Values& values) {
        const RecordId id = ids.next(now.ms);
        set(type, id, values);
        return id;
    }
    RecordId add_contact(RecordId customer, Values values) {
        values.emplace_back(contact::customer, customer.to_text());
        return add(RecordType::contact, values);
    }
    std::string value(RecordType type, RecordId id, std::uint16_t field) const {
        return std::string(records().find(type, id).value(field));
    }
};

/// A table of text cells; "#" before a text makes it a number cell.
inline Table table_of(std::initializer_list<std::initializer_list<std::string_view>> rows) {
    Table table;
    for (const auto& row : rows) {
        for (std::string_view cell : row) {
            const bool number = cell.starts_with('#');
            if (number) cell.remove_prefix(1);
            table.add_cell(cell.empty() ? CellKind::empty
                           : number     ? CellKind::number
                                        : CellKind::text,
                           cell);
        }
        table.end_row();
    }
    return table;
}

} // namespace bb
