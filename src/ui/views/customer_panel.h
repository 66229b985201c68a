// The tabs of an open customer. Each draws from the top of `rect` and returns the height used.
#pragma once

#include "store/workspace.h"
#include "ui/widgets.h"

namespace bb::ui {

float draw_timeline(Ui& ui, const Rect& rect, const RecordView& customer);
float draw_profile(Ui& ui, const Rect& rect, const RecordView& customer);
float draw_contacts(Ui& ui, const Rect& rect, const RecordView& customer);
float draw_customer_quotes(Ui& ui, const Rect& rect, const RecordView& customer);
/// Every value a record ever had, newest first; values lost to another device are marked.
float draw_history(Ui& ui, const Rect& rect, RecordType type, RecordId id);

} // namespace bb::ui
