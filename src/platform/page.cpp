// See the header. Input and answers wait in queues until the next frame, so nothing here re-enters.
#include "platform/page.h"

#include "imgui.h"

#include <algorithm>

namespace bb {
namespace {

constexpr int most_turns = 100;

void keep_focus_wish(const ui::FrameResult& earlier, ui::FrameResult& later) {
    if (!earlier.move_focus || later.move_focus) return;
    later.move_focus = true;
    later.focus = earlier.focus;
}

} // namespace

std::unique_ptr<Page> Page::create() {
    std::unique_ptr<Page> page(new Page);
    if (!page->renderer_.start()) return nullptr;
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    page->app_ = std::make_unique<App>(page->store_, page->host_);
    page->desk_ = std::make_unique<ui::Desk>(*page->app_, page->painter_);
    return page;
}

Environment Page::read_environment() const {
    const auto& in = environment_numbers;
    const auto size = [](double value) { return static_cast<float>(value); };
    Environment out;
    out.now = {static_cast<std::int64_t>(in[0])};
    out.utc_offset_minutes = static_cast<int>(in[1]);
    out.browser_language = in[2] != 0 ? Language::english : Language::chinese;
    out.system_dark = in[3] != 0;
    out.touch = in[4] != 0;
    out.mac = in[5] != 0;
    out.sample_database = in[6] != 0;
    out.writer_elsewhere = in[7] != 0;
    out.width = std::max(1.0f, size(in[8]));
    out.height = std::max(1.0f, size(in[9]));
    out.pixel_ratio = std::clamp(size(in[10]), 0.25f, 8.0f);
    out.safe_top = size(in[11]);
    out.safe_bottom = size(in[12]);
    out.keyboard = size(in[13]);
    return out;
}

void Page::tell_imgui(const Environment& environment) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {environment.width, environment.height};
    io.DisplayFramebufferScale = {environment.pixel_ratio, environment.pixel_ratio};
    const auto passed = static_cast<float>(environment.now.ms - last_frame_.ms) / 1000.0f;
    io.DeltaTime = std::clamp(passed, 0.001f, 0.1f);
    last_frame_ = environment.now;
}

void Page::start(std::string_view sentinel) { app_->start(read_environment(), sentinel); }

/// Draws until what was drawn shows the result of what it asked for, and of each draft that is final
/// (one a turn), so that no frame with the old state (a field's old text, say) is ever seen.
ui::FrameResult Page::settle() {
    const Environment environment = read_environment();
    app_->step(environment);
    ui::FrameResult result;
    int last = 1; // the second pass shows what the first asked for
    for (int pass = 0; pass <= last && pass < most_turns; ++pass) {
        tell_imgui(environment);
        ui::FrameResult drawn = desk_->frame(environment);
        keep_focus_wish(result, drawn);
        const bool more = app_->step(environment);
        result = drawn;
        result.again = drawn.again || more;
        if (desk_->has_commit())
            last = pass + 2; // the next pass takes it, the one after that shows it
        else if (!more)
            break;
    }
    return result;
}

void Page::pack_nodes() {
    Bytes packed = ui::pack_semantics(desk_->semantics());
    result_.semantics_changed = packed != nodes_;
    if (result_.semantics_changed) nodes_ = std::move(packed);
    result_.semantics = nodes_.data();
    result_.semantics_length = static_cast<std::uint32_t>(nodes_.size());
}

void Page::settle_unseen() {
    ui::FrameResult result = settle();
    if (taken_in_) keep_focus_wish(*taken_in_, result);
    taken_in_ = result;
}

bool Page::take_in() {
    // Of an edit in a form all is known already; anything else is understood by laying out the screen.
    if (desk_->send_commit()) {
        app_->take_in(read_environment());
        return true;
    }
    settle_unseen();
    return false;
}

void Page::catch_up() {
    for (int turn = 0; turn < most_turns && desk_->has_input(); ++turn) settle_unseen();
}

const PackedFrameResult& Page::frame() {
    ui::FrameResult drawn = settle();
    if (taken_in_) keep_focus_wish(*taken_in_, drawn);
    taken_in_.reset();
    result_.unfinished = drawn.unfinished && ++unfinished_ < most_turns;
    if (result_.unfinished) {
        taken_in_ = drawn;
        return result_;
    }
    unfinished_ = 0;
    renderer_.draw(*ImGui::GetDrawData(), drawn.background);
    result_.again = drawn.again;
    result_.working = app_->has_work();
    result_.wake_after_ms = drawn.wake_after_ms;
    result_.move_focus = drawn.move_focus;
    result_.focus = drawn.focus;
    result_.hand_cursor = drawn.hand_cursor;
    result_.background = drawn.background;
    result_.dark = drawn.dark;
    result_.english = drawn.english;
    pack_nodes();
    return result_;
}

void Page::hidden() {
    settle_unseen();
    catch_up(); // what was typed last may stand behind a key that waits for its turn
    app_->hide();
}

void Page::context_restored() { renderer_.restart(); }

} // namespace bb
