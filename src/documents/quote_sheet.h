// Lays a quote out as a sheet: letterhead, addressee, terms, lines with pictures, sums, signature.
#pragma once

#include "documents/sheet_model.h"
#include "domain/quote.h"

#include <functional>

namespace bb {

/// Finds a picture's bytes by content name; an empty result leaves its place blank.
using PictureSource = std::function<SheetPicture(std::string_view name)>;

SheetModel quote_sheet(const QuoteDocument& quote, const PictureSource& pictures);

} // namespace bb
