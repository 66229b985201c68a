// What the person did, in turns: a key, or Enter on what has the focus, finds the result of everything
// that was done before it. On a slow machine an edit, a press and a shortcut come together in one frame,
// and a shortcut acts at the frame's start, before the views have seen the edit; and a click that ImGui
// sees a frame later would shut the list that Enter has just opened. Of two drafts that are final the
// second waits too, so that they are stored in the order in which they were made.
#pragma once

#include "ui/input.h"

#include <deque>
#include <vector>

namespace bb::ui {

class InputQueue {
public:
    void add(const InputEvent& event) { events_.push_back(event); }
    bool empty() const { return events_.empty(); }
    /// What one frame is to deal with: up to the first key (or press without a pointer) that something
    /// else came before, or up to the second field whose draft is final. Nothing when that is next and `presses_settled` is false: ImGui has still to
    /// see a press.
    std::vector<InputEvent> take_turn(bool presses_settled);
    /// The draft that is final, when nothing else waits that could change what it is for.
    FieldCommitted* only_commit();
    /// Whether a draft that is final waits.
    bool has_commit() const;

private:
    std::deque<InputEvent> events_;
};

} // namespace bb::ui
