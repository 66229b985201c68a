// The frame's bookkeeping: ids, semantics, input routing and presses. Panes are in scroll.cpp.
#include "ui/ui.h"

#include "imgui_internal.h"

#include <algorithm>

namespace bb::ui {

Ui::Ui(App& the_app, GlyphPainter& painter)
    : app(the_app), state(the_app.state()), fonts(add_fonts(painter)) {}

std::string Ui::say(Text id, std::initializer_list<std::string> args) const {
    return format_words(id, state.language, std::span(args.begin(), args.size()));
}

std::string Ui::say(const Error& error) const {
    return format_words(error.text, state.language, error.args);
}

std::uint32_t Ui::id(std::string_view key) const {
    return ImGui::GetCurrentWindowRead()->GetID(key.data(), key.data() + key.size());
}

std::uint32_t Ui::id_of_words(std::string_view words) const {
    std::uint32_t found = id(words);
    while (ids_.contains(found))
        found = found * 0x9E3779B1U + 1; // any other that is the same next time
    return found;
}

void Ui::push_id(std::string_view key) { ImGui::PushID(key.data(), key.data() + key.size()); }

void Ui::push_id(RecordId record) {
    const std::string text = record.to_text();
    push_id(text);
}

void Ui::pop_id() { ImGui::PopID(); }

SemanticNode& Ui::node(std::uint32_t id, Role role, const Rect& rect, std::string_view label,
                       std::uint16_t flags) {
    SemanticNode& made = nodes.emplace_back();
    made.id = id;
    ids_.insert(id);
    made.depth = depth_;
    made.role = role;
    made.flags = flags;
    made.x = rect.x, made.y = rect.y, made.width = rect.w, made.height = rect.h;
    const Rect& c = clips_.back();
    made.clip_x = c.x, made.clip_y = c.y, made.clip_width = c.w, made.clip_height = c.h;
    made.label = label;
    return made;
}

SemanticNode& Ui::open(std::uint32_t id, Role role, const Rect& rect, std::string_view label,
                       std::uint16_t flags) {
    SemanticNode& made = node(id, role, rect, label, flags);
    ++depth_;
    return made;
}

void Ui::close() { --depth_; }

void Ui::cover(const Rect& rect) {
    for (SemanticNode& node : nodes) {
        const Rect seen = Rect{node.x, node.y, node.width, node.height}.intersected(
            {node.clip_x, node.clip_y, node.clip_width, node.clip_height});
        if (seen.intersected(rect).empty()) continue;
        const Rect left = seen.without(rect);
        node.clip_x = left.x, node.clip_y = left.y;
        node.clip_width = left.w, node.clip_height = left.h;
    }
}

void Ui::begin_frame(const Environment& environment, std::vector<InputEvent> events) {
    events_ = std::move(events);
    kept_fields_.clear();
    nodes.clear();
    ids_.clear();
    depth_ = 0;
    // What a phone's keyboard covers is not there; a field that it would cover comes into sight.
    const float room = std::max(120.0f, environment.height - environment.keyboard);
    screen = {0, 0, environment.width, std::min(environment.height, room)};
    keyboard_moved_ = environment.keyboard != keyboard_;
    keyboard_ = environment.keyboard;
    clips_.assign(1, screen);
    phone = environment.width < 760;
    touch = environment.touch || phone;
    metrics = Metrics{};
    if (touch) {
        metrics.control = 44;
        metrics.row = 56;
        metrics.text = 16;
        metrics.line = 24;
        metrics.small = 14;
    }
    if (phone) metrics.page = 16;
    if (environment.width < 1200) metrics.nav = 180, metrics.side = 380;
    palette = state.dark ? &dark_palette() : &light_palette();
    hand_cursor = false;
    again = false;
    wake_after_ms = -1;
    wants_focus = false;
    focus_moved_ = false;
    for (const InputEvent& event : events_)
        if (const auto* moved = std::get_if<FocusMoved>(&event)) {
            focus_moved_ = moved->id != focus_ && moved->id != 0;
            focus_ = moved->id;
        }
}

bool Ui::activated(std::uint32_t id) const {
    for (const InputEvent& event : events_)
        if (const auto* press = std::get_if<Activated>(&event); press && press->id == id)
            return true;
    return false;
}

bool Ui::key(std::uint32_t target, std::string_view wanted, std::uint8_t mods) {
    if (covered) return false;
    for (InputEvent& event : events_) {
        auto* pressed = std::get_if<KeyPressed>(&event);
        if (!pressed || pressed->key != wanted || pressed->mods != mods) continue;
        if (target != 0 && pressed->target != target) continue;
        pressed->key.clear(); // taken
        return true;
    }
    return false;
}

void Ui::request_focus(std::uint32_t id) {
    wants_focus = true;
    wanted_focus = id;
}

std::optional<std::string> Ui::field_changed(std::uint32_t id) const {
    std::optional<std::string> last;
    for (const InputEvent& event : events_)
        if (const auto* changed = std::get_if<FieldChanged>(&event); changed && changed->id == id)
            last = changed->text;
    return last;
}

std::optional<Ui::Commit> Ui::field_committed(std::uint32_t id) const {
    std::optional<Commit> last;
    for (const InputEvent& event : events_)
        if (const auto* commit = std::get_if<FieldCommitted>(&event); commit && commit->id == id)
            last = Commit{commit->text, commit->by_enter, commit->carried_out};
    return last;
}

const RecordField* Ui::kept_by(std::uint32_t id) const {
    const auto found =
        std::ranges::find_if(kept_fields_, [id](const auto& kept) { return kept.first == id; });
    return found == kept_fields_.end() ? nullptr : &found->second;
}

bool Ui::field_cancelled(std::uint32_t id) const {
    for (const InputEvent& event : events_)
        if (const auto* cancel = std::get_if<FieldCancelled>(&event); cancel && cancel->id == id)
            return true;
    return false;
}

Ui::Press Ui::press(std::uint32_t id, const Rect& rect) {
    Press result;
    const ImRect box(rect.min(), rect.max());
    if (ImGui::ItemAdd(box, id)) {
        result.pressed =
            ImGui::ButtonBehavior(box, id, &result.hovered, &result.held, ImGuiButtonFlags_None);
        // A finger leaves no hover behind.
        if (touch) result.hovered = false;
    }
    if (activated(id)) result.pressed = true;
    hand_cursor |= result.hovered;
    return result;
}

std::optional<std::string> Ui::take_pick(std::uint32_t owner) {
    if (!picked || picked->first != owner) return std::nullopt;
    std::string key = std::move(picked->second);
    picked.reset();
    return key;
}

ImDrawList& Ui::draw() const { return *ImGui::GetWindowDrawList(); }

} // namespace bb::ui
