// Cells as people fill them, made ready for the field checks: units beside numbers, several e-mails
// in one cell, carton sizes in one text, countries by name.
#pragma once

#include "base/decimal.h"
#include "base/result.h"
#include "documents/table.h"
#include "domain/schema.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace bb {

/// What a cell yields for a field: a value (maybe empty), and what was left out of it.
struct CellValue {
    std::string value;
    std::optional<Error> fault;
};

CellValue cell_value(const FieldInfo& field, CellView cell);

/// Length, width, height in cm from "56×32.5×49", "L56*W32.5*H49cm", "560 x 325 x 490 mm"; the
/// header may name the unit. Nothing when there are not three numbers.
std::optional<std::array<Decimal, 3>> carton_size(std::string_view text, std::string_view header);

/// The currency that a price cell or a header names beside the number: "USD 7.66", "单价(US$)".
std::string currency_beside(std::string_view text);

/// What the values of a column look like, for columns whose header says nothing.
enum class ValueLook : std::uint8_t { nothing, email, phone, url, country, date, number, text };
ValueLook look_of(CellView cell);

} // namespace bb
