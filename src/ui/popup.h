// The list a combo box opened, above everything else.
#pragma once

#include "ui/ui.h"

namespace bb::ui {

/// Draws ui.popup when there is one; picking sets ui.picked and closes it.
void draw_popup(Ui& ui);

} // namespace bb::ui
