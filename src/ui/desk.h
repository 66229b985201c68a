// The whole screen: takes what the person did, draws one frame with ImGui, and lists what is
// there for assistive technology. Knows no browser and no GL.
#pragma once

#include "app/app.h"
#include "ui/input.h"
#include "ui/painter.h"
#include "ui/semantics.h"

#include <memory>

namespace bb::ui {

/// What the page has to do after a frame.
struct FrameResult {
    bool again = false;      // draw the next frame at once
    bool unfinished = false; // letters are left out: not to be shown, the next frames have them
    int wake_after_ms = -1;  // or after so long; -1 = only when something happens
    bool move_focus = false; // put the focus on `focus` (0 = on nothing)
    std::uint32_t focus = 0;
    bool hand_cursor = false;     // pointer over something to press
    std::uint32_t background = 0; // 0xRRGGBB, for clearing and the page behind
    bool dark = false;
    bool english = false; // else Chinese: what a screen reader speaks
};

class Desk {
public:
    /// Makes the ImGui context's style and fonts; an ImGui context must be current.
    Desk(App& app, GlyphPainter& painter);
    ~Desk();

    /// Events are kept until the next frame, or the one after it (input_queue.h).
    void input(const InputEvent& event);
    /// What was done is not dealt with in full: events wait, or ImGui has still to see a press.
    bool has_input() const;
    /// Of what waits something is the final draft of a field.
    bool has_commit() const;
    /// Sends the edit of a record's field that is final and waits alone, so that it can be stored
    /// without a frame. False when there is none such: the frame will see to what waits.
    bool send_commit();
    /// Calls ImGui::NewFrame … ImGui::Render; the platform then draws ImGui::GetDrawData().
    FrameResult frame(const Environment& environment);
    /// Nodes of the frame drawn last, in reading order.
    const std::vector<SemanticNode>& semantics() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace bb::ui
