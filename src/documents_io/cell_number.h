// Numbers of a spreadsheet as text: every digit, no exponent; serial days as dates.
#pragma once

#include "documents/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bb {

/// What a cell's number format makes of its number.
enum class NumberForm : std::uint8_t {
    plain,
    date,     // a day
    datetime, // a day and a time
    time,     // time of day
    duration, // [h]:mm, may pass 24 hours
};

/// "1.38E+10" → "13800000000"; "4.2000000000000002" → "4.2", the shortest that is the same double.
/// Integers keep all digits. Nothing when `written` is no number; unchanged when it would be
/// longer than forty characters.
std::optional<std::string> number_text(std::string_view written);

struct DatedCell {
    CellKind kind = CellKind::date;
    std::string text;
};

/// Days since the workbook's epoch: "2026-11-21", "2026-11-21T14:02:03.000Z", or for times alone
/// the text "14:02:03". Nothing for a serial that is no day (it stays a number).
std::optional<DatedCell> dated_cell(double serial, NumberForm form, bool epoch_1904);

/// An ISO 8601 date or date-time as strict writers store it (cell type "d").
std::optional<DatedCell> dated_cell(std::string_view iso);

} // namespace bb
