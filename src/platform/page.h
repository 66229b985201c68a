// The running program: window, context, ports, App and Desk, and what happens in one frame.
#pragma once

#include "app/app.h"
#include "base/bytes.h"
#include "platform/browser_host.h"
#include "platform/browser_painter.h"
#include "platform/browser_store.h"
#include "platform/renderer.h"
#include "ui/desk.h"

#include <array>
#include <memory>
#include <optional>

namespace bb {

/// What bb_frame answers, in the order web/program_memory.mjs reads it.
struct PackedFrameResult {
    std::uint32_t again;
    std::uint32_t
        unfinished;        // nothing was drawn: letters are missing, the next call has more of them
    std::uint32_t working; // bb_work is wanted
    std::int32_t wake_after_ms;
    std::uint32_t move_focus, focus;
    std::uint32_t hand_cursor;
    std::uint32_t background;
    std::uint32_t dark;
    std::uint32_t english;
    std::uint32_t semantics_changed;
    const std::uint8_t* semantics;
    std::uint32_t semantics_length;
};

class Page {
public:
    /// Null when there is no WebGL2.
    static std::unique_ptr<Page> create();

    /// Filled by the page before start() and every frame, in the order of read_environment().
    using EnvironmentNumbers = std::array<double, 14>;
    EnvironmentNumbers environment_numbers{};

    void start(std::string_view sentinel);
    const PackedFrameResult& frame();
    /// See App::work.
    App::Worked work() { return app_->work(); }
    /// Carries out what came in and hands it to the store before the next frame draws it. True when
    /// that was all: the frame may wait for the store's answer.
    bool take_in();
    /// Carries out all that was done so far, so that what comes from elsewhere (a pasted list, a copy
    /// that is asked for) finds the screen as the person left it.
    void catch_up();
    /// The page may never come back: carries out what was typed, draws nothing.
    void hidden();
    void context_restored();

    App& app() { return *app_; }
    void input(ui::InputEvent event) { desk_->input(event); }

private:
    Page() = default;
    Environment read_environment() const;
    void tell_imgui(const Environment& environment);
    ui::FrameResult settle();
    void settle_unseen();
    void pack_nodes();

    BrowserStore store_;
    BrowserHost host_;
    BrowserPainter painter_;
    Renderer renderer_;
    std::unique_ptr<App> app_;
    std::unique_ptr<ui::Desk> desk_;
    Instant last_frame_{};
    std::optional<ui::FrameResult> taken_in_; // since the last frame
    int unfinished_ = 0;                      // frames since the last one that was drawn
    Bytes nodes_;
    PackedFrameResult result_{};
};

} // namespace bb
