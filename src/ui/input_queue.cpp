#include "ui/input_queue.h"

namespace bb::ui {
namespace {

bool changes_nothing(const InputEvent& event) {
    return std::holds_alternative<PointerMoved>(event) ||
           std::holds_alternative<PointerLeft>(event) || std::holds_alternative<Wheeled>(event) ||
           std::holds_alternative<FocusMoved>(event);
}

/// What acts on what is there when it comes: a key, or a press without a pointer.
bool acts(const InputEvent& event) {
    return std::holds_alternative<KeyPressed>(event) || std::holds_alternative<Activated>(event);
}

/// A held key repeats faster than a slow machine draws: its repeats stay together.
bool same_key(const InputEvent& a, const KeyPressed& b) {
    const auto* key = std::get_if<KeyPressed>(&a);
    return key && key->key == b.key && key->mods == b.mods && key->target == b.target;
}

} // namespace

std::vector<InputEvent> InputQueue::take_turn(bool presses_settled) {
    std::vector<InputEvent> turn;
    bool something_before = !presses_settled;
    while (!events_.empty()) {
        InputEvent& next = events_.front();
        const auto* key = std::get_if<KeyPressed>(&next);
        const bool repeats = key && !turn.empty() && same_key(turn.back(), *key);
        if (acts(next) && something_before && !repeats) break;
        something_before = something_before || !changes_nothing(next);
        turn.push_back(std::move(next));
        events_.pop_front();
    }
    return turn;
}

FieldCommitted* InputQueue::only_commit() {
    FieldCommitted* found = nullptr;
    for (InputEvent& event : events_) {
        if (auto* commit = std::get_if<FieldCommitted>(&event)) {
            if (found) return nullptr;
            found = commit;
        } else if (!changes_nothing(event) && !std::holds_alternative<FieldChanged>(event)) {
            return nullptr;
        }
    }
    return found;
}

} // namespace bb::ui
