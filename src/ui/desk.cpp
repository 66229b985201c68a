// One frame: input to ImGui, the shell around the view, popups on top, and what the page must do.
#include "ui/desk.h"

#include "app/command_table.h"
#include "imgui_internal.h"
#include "ui/input_queue.h"
#include "ui/popup.h"
#include "ui/views/views.h"

namespace bb::ui {

struct Desk::Impl {
    Impl(App& app, GlyphPainter& painter) : ui(app, painter) {}

    Ui ui;
    InputQueue input;
    Instant fed_at;

    void feed(const Environment& environment, const std::vector<InputEvent>& events);
    void shortcuts();
    void draw_shell();
    void draw_view(const Rect& area);
};

namespace {

void style_imgui() {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.WindowMinSize = {1, 1};
    style.ItemSpacing = {0, 0};
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTrickleEventQueue = true;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
}

/// "Mod+Shift+Z" against a key press.
bool matches(std::string_view shortcut, const KeyPressed& pressed, bool mac) {
    std::uint8_t mods = 0;
    const auto take = [&](std::string_view name, std::uint8_t bit) {
        if (!shortcut.starts_with(name)) return;
        shortcut.remove_prefix(name.size());
        mods |= bit;
    };
    take("Mod+", mac ? mod_meta : mod_control);
    take("Shift+", mod_shift);
    if (pressed.mods != mods || pressed.key.size() != shortcut.size()) return false;
    return (pressed.key[0] | 0x20) == (shortcut[0] | 0x20);
}

} // namespace

void Desk::Impl::feed(const Environment& environment, const std::vector<InputEvent>& events) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {environment.width, environment.height};
    io.DisplayFramebufferScale = {environment.pixel_ratio, environment.pixel_ratio};
    // Frames come when something happens, and the clock may be set back.
    const auto passed = static_cast<float>(environment.now.ms - fed_at.ms) / 1000;
    io.DeltaTime = std::clamp(passed, 0.001f, 0.1f);
    fed_at = environment.now;
    for (const InputEvent& event : events) {
        if (const auto* moved = std::get_if<PointerMoved>(&event)) {
            io.AddMousePosEvent(moved->x, moved->y);
        } else if (const auto* press = std::get_if<PointerButton>(&event)) {
            io.AddMousePosEvent(press->x, press->y);
            io.AddMouseButtonEvent(press->button == 2   ? 1
                                   : press->button == 1 ? 2
                                                        : 0,
                                   press->down);
            // A finger that is lifted is nowhere.
            if (!press->down && press->kind == PointerKind::touch)
                io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        } else if (std::get_if<PointerLeft>(&event)) {
            io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        } else if (const auto* wheel = std::get_if<Wheeled>(&event)) {
            io.AddMousePosEvent(wheel->x, wheel->y);
        }
    }
}

void Desk::Impl::shortcuts() {
    const bool mac = ui.state.environment.mac;
    for (const InputEvent& event : ui.events()) {
        const auto* pressed = std::get_if<KeyPressed>(&event);
        if (!pressed || pressed->key.empty()) continue;
        if (matches("Mod+K", *pressed, mac)) ui.send(ShowPalette{!ui.state.palette_open});
        if (matches("Mod+Y", *pressed, mac)) ui.send(Redo{});
        if (matches("Mod+F", *pressed, mac) && !ui.state.palette_open) ui.send(ShowPalette{true});
        for (const CommandEntry& entry : command_table())
            if (!entry.shortcut.empty() && matches(entry.shortcut, *pressed, mac) &&
                entry.can(ui.state))
                ui.send(entry.make(ui.state));
    }
}

void Desk::Impl::draw_view(const Rect& area) {
    switch (ui.state.view) {
    case View::today: return draw_today(ui, area);
    case View::customers: return draw_customers(ui, area);
    case View::quotes: return draw_quotes(ui, area);
    case View::products: return draw_products(ui, area);
    case View::regions: return draw_regions(ui, area);
    case View::settings: return draw_settings(ui, area);
    }
}

void Desk::Impl::draw_shell() {
    Rect area = ui.screen;
    const Environment& environment = ui.state.environment;
    const auto whole_page = [&](auto draw) {
        ui.open(ui.id("main"), Role::main, area, ui.say(Text::app_name));
        draw(ui, area);
        ui.close();
    };
    if (ui.state.phase == Phase::opening) return whole_page(draw_opening);
    if (ui.state.phase == Phase::recovery) return whole_page(draw_recovery);
    if (ui.state.covered) return whole_page(draw_cover);
    const bool importing = ui.state.import != nullptr;
    if (ui.state.phase == Phase::first_start && !importing) return whole_page(draw_first_start);
    area.cut_top(environment.safe_top);
    Rect bottom;
    const bool typing = environment.keyboard > 0; // every line counts then
    if (ui.phone && !typing)
        bottom = area.cut_bottom(64 + environment.safe_bottom);
    else if (!ui.phone)
        draw_navigation(ui, area.cut_left(ui.metrics.nav));
    ui.open(ui.id("main"), Role::main, area, ui.say(Text::app_name));
    area = draw_banners(ui, area);
    static constexpr std::string_view keys[] = {"today",    "customers", "quotes",
                                                "products", "regions",   "settings"};
    ui.push_id(keys[static_cast<std::size_t>(ui.state.view)]);
    ui.push_clip(area);
    draw_view(area);
    ui.pop_clip();
    ui.pop_id();
    ui.close();
    if (!bottom.empty()) draw_bottom_bar(ui, bottom);
}

Desk::Desk(App& app, GlyphPainter& painter) : impl_(std::make_unique<Impl>(app, painter)) {
    style_imgui();
}
Desk::~Desk() = default;

void Desk::input(const InputEvent& event) { impl_->input.add(event); }

bool Desk::has_input() const {
    return !impl_->input.empty() || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
}

bool Desk::has_commit() const { return impl_->input.has_commit(); }

bool Desk::send_commit() {
    FieldCommitted* commit = impl_->input.only_commit();
    const RecordField* kept = commit ? impl_->ui.kept_by(commit->id) : nullptr;
    if (!kept || commit->carried_out) return false;
    const RecordView record = impl_->ui.state.records().find(kept->type, kept->record);
    if (record.value(kept->number) == commit->text) return false;
    commit->carried_out = true;
    impl_->ui.send(SetField{kept->type, kept->record, kept->number, commit->text});
    return true;
}

FrameResult Desk::frame(const Environment& environment) {
    Impl& impl = *impl_;
    Ui& ui = impl.ui;
    const bool presses_settled = ImGui::GetCurrentContext()->InputEventsQueue.Size == 0;
    std::vector<InputEvent> turn = impl.input.take_turn(presses_settled);
    impl.feed(environment, turn);
    ui.begin_frame(environment, std::move(turn));
    begin_letters();
    ImGui::GetStyle().Colors[ImGuiCol_PopupBg] =
        ImGui::ColorConvertU32ToFloat4(colour(ui.palette->text));
    ImGui::GetStyle().Colors[ImGuiCol_Text] =
        ImGui::ColorConvertU32ToFloat4(colour(ui.palette->panel));
    ImGui::NewFrame();
    impl.shortcuts();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({ui.screen.w, ui.screen.h});
    ImGui::Begin("desk", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav);
    // From below to above; what lies under something modal gets no keys.
    const bool list = ui.popup.has_value(), palette = ui.state.palette_open;
    ui.covered = list || palette || ui.state.restore;
    impl.draw_shell();
    ImGui::End();
    draw_toast(ui);
    ui.covered = list || palette;
    draw_dialogs(ui);
    ui.covered = list;
    draw_palette(ui);
    ui.covered = false;
    draw_popup(ui);
    ImGui::Render();
    // Its form was drawn, or something else is there (an import): it wants no focus later.
    if (!ui.state.new_record.empty()) ui.send(NewRecordShown{});
    if (const auto& copy = ui.state.folder.next_copy)
        ui.wake_in(static_cast<int>(
            std::clamp<std::int64_t>(copy->ms - environment.now.ms, 1000, 3'600'000)));

    FrameResult result;
    // Presses and tips of ImGui need a frame more to settle.
    result.unfinished = letters_left_out();
    result.again = ui.again || has_input() || result.unfinished;
    result.wake_after_ms = ui.wake_after_ms;
    result.move_focus = ui.wants_focus;
    result.focus = ui.wanted_focus;
    result.hand_cursor = ui.hand_cursor;
    result.background = ui.palette->background;
    result.dark = ui.state.dark;
    result.english = ui.state.language == Language::english;
    return result;
}

const std::vector<SemanticNode>& Desk::semantics() const { return impl_->ui.nodes; }

} // namespace bb::ui
