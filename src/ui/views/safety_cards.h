// The cards of the settings about where the file is kept.
#pragma once

#include "ui/widgets.h"

namespace bb::ui {

/// The folder for automatic copies. Returns the height.
float draw_folder(Ui& ui, const Rect& rect);
/// Encryption at rest. Returns the height.
float draw_lock(Ui& ui, const Rect& rect);
/// What the browser promises, the second copy, the screen cover. Returns the height.
float draw_storage(Ui& ui, const Rect& rect);

} // namespace bb::ui
