// The upper part of an import: the file, where its columns go, and what makes two customers one.
#pragma once

#include "ui/widgets.h"

namespace bb::ui {

/// What was read, the sheet of it, and whether it holds customers or products.
void draw_import_source(Ui& ui, Rect& rest, const ImportSession& session);
/// Columns above rules, each in a place of its own; on a phone one pane of both. Cuts its height
/// from `rest`.
void draw_import_plan(Ui& ui, Rect& rest, const ImportSession& session);

} // namespace bb::ui
