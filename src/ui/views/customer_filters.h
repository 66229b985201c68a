// What narrows the list of customers besides the search: grade, due, recycle bin, country.
#pragma once

#include "ui/widgets.h"

namespace bb::ui {

/// Cut from the top of `area`, together with the number of customers found.
void draw_customer_filters(Ui& ui, Rect& area);

} // namespace bb::ui
