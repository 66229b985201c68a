// What the person did since the last frame, as the browser (or a test) tells it. CSS pixels.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace bb::ui {

enum class PointerKind : std::uint8_t { mouse, touch, pen };
/// Bits of `mods`.
enum : std::uint8_t { mod_shift = 1, mod_control = 2, mod_alt = 4, mod_meta = 8 };

struct PointerMoved {
    float x, y;
    PointerKind kind;
};
/// button: 0 left, 1 middle, 2 right.
struct PointerButton {
    float x, y;
    std::uint8_t button;
    bool down;
    PointerKind kind;
    std::uint8_t mods;
};
struct PointerLeft {};
/// Pixels; positive = content moves up (like DOM deltaY).
struct Wheeled {
    float x, y, dx, dy;
    std::uint8_t mods;
};
/// `key` is the DOM key ("Enter", "k", "ArrowDown"); Latin letters come lower case, and from
/// another layout as the letter of the physical key. `target` is the node that had the focus.
/// Never sent while an input method composes.
struct KeyPressed {
    std::string key;
    std::uint8_t mods;
    std::uint32_t target;
    bool repeat;
};
/// Node got (0: no node has) the focus.
struct FocusMoved {
    std::uint32_t id;
};
/// Enter, Space, a screen reader's press, or a test's click on a node without a pointer.
struct Activated {
    std::uint32_t id;
};
/// The whole text of a field after each change; composing = an input method is still at it.
struct FieldChanged {
    std::uint32_t id;
    std::string text;
    bool composing;
};
/// Enter in a one-line field, or the field was left after changes: the draft is final.
struct FieldCommitted {
    std::uint32_t id;
    std::string text;
    bool by_enter;
    bool carried_out = false; // what it asks for has been done before the frame
};
/// Escape in a field: the draft is dropped.
struct FieldCancelled {
    std::uint32_t id;
};
using InputEvent =
    std::variant<PointerMoved, PointerButton, PointerLeft, Wheeled, KeyPressed, FocusMoved,
                 Activated, FieldChanged, FieldCommitted, FieldCancelled>;

} // namespace bb::ui
