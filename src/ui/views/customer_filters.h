// What narrows the list of customers besides the search: grade, due, recycle bin, country.
#pragma once

#include "ui/widgets.h"

#include <string>
#include <utility>
#include <vector>

namespace bb::ui {

/// Codes of the countries with customers, and how many: most first, as lists show them where equal.
std::vector<std::pair<std::string, std::size_t>> own_countries(const Ui& ui);

/// Cut from the top of `area`, together with the number of customers found.
void draw_customer_filters(Ui& ui, Rect& area);

} // namespace bb::ui
