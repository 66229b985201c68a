// Fields of a record, drawn by the field table: the type of a field chooses its widget.
#pragma once

#include "ui/widgets.h"

#include "store/workspace.h"

namespace bb::ui {

struct FormRecord {
    RecordType type{};
    RecordId id{};
    RecordView view; // empty while the record does not exist yet (a note to be written)
    bool read_only = false;
};

/// The widget alone; sends SetField when its value is committed.
void record_field(Ui& ui, const Rect& rect, const FormRecord& record, std::uint16_t field,
                  bool framed = true, std::string_view placeholder = {});
/// Label at the left (above on a phone), widget at the right; returns the height used.
float form_row(Ui& ui, const Rect& rect, const FormRecord& record, std::uint16_t field);
/// Label above a framed widget; height is label_height + control (more for long text).
float labelled_record_field(Ui& ui, const Rect& rect, const FormRecord& record, std::uint16_t field,
                            std::string_view placeholder = {});
/// A title above a group of rows; returns its height.
float form_title(Ui& ui, const Rect& rect, std::string_view words);

} // namespace bb::ui
