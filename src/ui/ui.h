// What a view draws with: the frame's facts, input that belongs to it, semantics, scrolling panes.
// Widgets built on it are in widgets.h; views keep nothing of their own between frames.
#pragma once

#include "app/app.h"
#include "ui/glyph_font.h"
#include "ui/input.h"
#include "ui/rect.h"
#include "ui/semantics.h"
#include "ui/theme.h"

#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace bb::ui {

/// A pane's scroll position; kept between frames under the pane's id.
struct Scroll {
    double offset = 0;  // px of content above the pane
    double content = 0; // px of content in all
    float view = 0;     // px of the pane
    float grab = 0;     // where in the thumb the pointer holds it
};

/// A list that hangs from a combo box or a button, drawn above everything.
struct PopupList {
    std::uint32_t owner = 0; // the widget's id
    Rect anchor;
    std::string title;
    struct Option {
        std::string key, label;
        bool chosen = false;
    };
    std::vector<Option> options;
    std::string filter;
    bool just_opened = false;
};

struct RecordField {
    RecordType type{};
    RecordId record{};
    std::uint16_t number = 0;
};

class Ui {
public:
    Ui(App& app, GlyphPainter& painter);

    // Facts of the frame.
    App& app;
    const AppState& state;
    Fonts fonts;
    const Palette* palette = nullptr;
    Metrics metrics;
    Rect screen;
    bool phone = false; // one column
    bool touch = false;

    std::string_view say(Text id) const { return words(id, state.language); }
    std::string say(Text id, std::initializer_list<std::string> args) const;
    std::string say(const Error& error) const;
    void send(Command command) { app.send(std::move(command)); }

    // Identity: stable keys, scoped; labels never matter.
    std::uint32_t id(std::string_view key) const;
    /// Words have no key but themselves, and may stand on the screen more than once: whichever come
    /// later get another id.
    std::uint32_t id_of_words(std::string_view words) const;
    void push_id(std::string_view key);
    void push_id(RecordId id);
    void pop_id();

    // Semantics. Nodes come in reading order; open() makes those that follow its children.
    SemanticNode& node(std::uint32_t id, Role role, const Rect& rect, std::string_view label,
                       std::uint16_t flags = 0);
    SemanticNode& open(std::uint32_t id, Role role, const Rect& rect, std::string_view label,
                       std::uint16_t flags = 0);
    void close();
    /// Something is drawn over all nodes so far: their elements, which lie over it, show no focus and
    /// no words there.
    void cover(const Rect& rect);
    std::vector<SemanticNode> nodes;

    // Input of this frame.
    void begin_frame(const Environment& environment, std::vector<InputEvent> events);
    bool activated(std::uint32_t id) const;
    /// What is drawn now lies under something modal: keys are not for it.
    bool covered = false;
    /// True once when the key went to this node (0: to no field or button in particular).
    bool key(std::uint32_t target, std::string_view key, std::uint8_t mods = 0);
    bool focused(std::uint32_t id) const { return focus_ == id && id != 0; }
    /// The node that got the focus this frame.
    bool focus_arrived(std::uint32_t id) const { return focus_moved_ && focus_ == id; }
    void request_focus(std::uint32_t id);
    std::optional<std::string> field_changed(std::uint32_t id) const;
    struct Commit {
        std::string text;
        bool by_enter, carried_out;
    };
    std::optional<Commit> field_committed(std::uint32_t id) const;
    /// Drawn in this frame: a field whose text is a record's as it stands. Its next commit need not
    /// wait for a frame.
    void keeps(std::uint32_t id, const RecordField& field) { kept_fields_.emplace_back(id, field); }
    /// What the field drawn last under this id keeps.
    const RecordField* kept_by(std::uint32_t id) const;
    bool field_cancelled(std::uint32_t id) const;
    const std::vector<InputEvent>& events() const { return events_; }
    bool wants_focus = false;
    std::uint32_t wanted_focus = 0;

    /// Press of a rectangle by pointer, keyboard or assistive technology.
    struct Press {
        bool pressed = false, hovered = false, held = false;
    };
    Press press(std::uint32_t id, const Rect& rect);

    // Panes. begin_scroll clips to `pane` and gives the offset; end_scroll takes the content's
    // height, moves by wheel, brings a newly focused node into sight and draws the bar.
    float begin_scroll(std::uint32_t id, const Rect& pane);
    void end_scroll(float content_height);
    Scroll& scroll(std::uint32_t id) { return scrolls_[id]; }
    /// Pixels the wheel moved over `rect` this frame, each taken once.
    float take_wheel(const Rect& rect);
    void scroll_bar(std::uint32_t id, const Rect& pane, Scroll& scroll);
    void push_clip(const Rect& rect);
    void pop_clip();
    const Rect& clip() const { return clips_.back(); }
    bool visible(const Rect& rect) const { return !rect.intersected(clip()).empty(); }

    ImDrawList& draw() const;

    // Between frames.
    std::optional<PopupList> popup;
    /// The option picked in the popup that `owner` opened, once.
    std::optional<std::string> take_pick(std::uint32_t owner);
    std::optional<std::pair<std::uint32_t, std::string>> picked;
    /// Words being typed where nothing is to be stored (the palette's).
    std::unordered_map<std::uint32_t, std::string> drafts;
    /// Textures of pictures by content name; the context keeps pointers to them.
    std::map<std::string, std::unique_ptr<ImTextureData>, std::less<>> textures;
    bool hand_cursor = false;
    bool again = false;     // the frame after this one must be drawn too
    int wake_after_ms = -1; // soonest wish
    void wake_in(int ms) {
        if (wake_after_ms < 0 || ms < wake_after_ms) wake_after_ms = ms;
    }

private:
    struct Pane {
        std::uint32_t id;
        Rect rect;
        std::size_t first_node;
    };
    std::vector<InputEvent> events_;
    std::unordered_set<std::uint32_t> ids_; // of the nodes so far
    std::vector<std::pair<std::uint32_t, RecordField>> kept_fields_;
    std::uint32_t focus_ = 0;
    bool focus_moved_ = false;
    float keyboard_ = 0; // height of the frame before
    bool keyboard_moved_ = false;
    std::uint8_t depth_ = 0;
    std::vector<Rect> clips_;
    std::vector<Pane> panes_;
    std::unordered_map<std::uint32_t, Scroll> scrolls_;
};

} // namespace bb::ui
