// Pictures of products and logos on the screen.
#pragma once

#include "ui/ui.h"

namespace bb::ui {

/// The picture with this content name, fitted into `rect`; a quiet box until it is there.
void picture(Ui& ui, const Rect& rect, std::string_view name, std::string_view label = {});

} // namespace bb::ui
