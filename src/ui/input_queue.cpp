#include "ui/input_queue.h"

#include <algorithm>

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

/// In one frame two fields would be taken in the order in which the form is drawn, and stored in it.
bool another_field(const std::vector<InputEvent>& turn, const InputEvent& next) {
    const auto* commit = std::get_if<FieldCommitted>(&next);
    return commit && std::ranges::any_of(turn, [&](const InputEvent& event) {
               const auto* before = std::get_if<FieldCommitted>(&event);
               return before && before->id != commit->id;
           });
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
        if (another_field(turn, next)) break;
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

bool InputQueue::has_commit() const {
    return std::ranges::any_of(events_, [](const InputEvent& event) {
        return std::holds_alternative<FieldCommitted>(event);
    });
}

} // namespace bb::ui
