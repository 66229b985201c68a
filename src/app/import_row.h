// One row of a sheet as values of fields, by the plan of its columns.
#pragma once

#include "app/import_plan.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace bb {

struct RowValue {
    RecordType type{};
    std::uint16_t field = 0;
    std::uint16_t column = 0; // where it came from, or the first of several
    std::string value;        // canonical, never empty
};

struct RowFault {
    std::uint16_t column = 0;
    Error error;
};

struct RowReading {
    bool blank = true;
    /// Something to call the record by; else nothing of the row is imported.
    bool named = false;
    std::vector<RowValue> values;
    std::vector<RowFault> faults;

    std::string_view value(RecordType type, std::uint16_t field) const;
};

RowReading read_row(const Table& table, std::size_t row, const ImportPlan& plan);

} // namespace bb
