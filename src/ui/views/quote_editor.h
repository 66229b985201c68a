// Parts of the quote editor; each returns the height it used.
#pragma once

#include "ui/views/record_form.h"

namespace bb::ui {

float draw_quote_terms(Ui& ui, const Rect& rect, const FormRecord& form);
float draw_quote_lines(Ui& ui, const Rect& rect, const FormRecord& form);
float draw_quote_sums(Ui& ui, const Rect& rect, const FormRecord& form);
/// What is missing, the file's name, the region's hint.
float draw_quote_side(Ui& ui, const Rect& rect, const FormRecord& form);
/// The status in its colour, the same wherever a quote is shown; returns its width.
float quote_status_tag(Ui& ui, const Rect& rect, std::string_view status,
                       AlignText align = AlignText::left, bool quiet = false);
/// A list of products to add to the quote.
void open_product_list(Ui& ui, const Rect& anchor, std::uint32_t owner);

} // namespace bb::ui
