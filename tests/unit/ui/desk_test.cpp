// Whole frames without a browser: what the person does at once is understood in the order it was done.
#include "screen.h"
#include "ui/rect.h"

#include "imgui_internal.h"

using namespace bb;
using namespace bb::ui;

namespace {

/// Made before the screen that is on it.
struct FilledStore {
    FakeStore store;
};
/// On a store that holds two customers.
struct ListScreen : private FilledStore, Screen {
    ListScreen() : Screen(FilledStore::store) {
        program.send(StartEmpty{});
        for (const char* name : {"Kauri Coast", "Kovacica Rasvjeta"}) {
            const RecordId id = program.add_customer();
            program.send(SetField{RecordType::customer, id, customer::name, name});
        }
        program.send(CloseCustomer{});
        frame();
    }

    /// Of the first customer; the box of its country.
    std::uint32_t open_profile() {
        const Workspace& records = program.state().records();
        program.send(OpenCustomer{records.at(RecordType::customer, 0).id()});
        program.send(ShowCustomerTab{CustomerTab::profile});
        frame();
        return find(Role::combo_box, words(Text::field_customer_country, Language::chinese));
    }
    const SemanticNode& node(std::uint32_t id) const {
        return *std::ranges::find(desk->semantics(), id, &SemanticNode::id);
    }
    std::string_view open_customer(std::uint16_t field) const {
        const AppState& state = program.state();
        return state.records().find(RecordType::customer, state.customer).value(field);
    }
};

} // namespace

TEST_CASE(
    "Enter in the palette opens what the words typed before it find, not what an earlier letter "
    "found") {
    ListScreen screen;
    screen.program.send(ShowPalette{true});
    screen.frame();
    const std::uint32_t words_field =
        screen.find(Role::text_field, words(Text::shell_palette_hint, Language::chinese));
    screen.happens({FieldChanged{words_field, "k", false}});
    screen.find(Role::option, "Kauri Coast");
    // Frames may be slow: the rest of the word and Enter wait for one together.
    screen.happens({FieldChanged{words_field, "ko", false}, FieldChanged{words_field, "kov", false},
                    FieldCommitted{words_field, "kov", true}});
    CHECK_FALSE(screen.program.state().palette_open);
    CHECK(screen.open_customer(customer::name) == "Kovacica Rasvjeta");
}

TEST_CASE("Enter in the filter of a list picks what the words typed before it find") {
    ListScreen screen;
    const std::uint32_t country = screen.open_profile();
    screen.happens({FocusMoved{country}, Activated{country}});
    const std::uint32_t filter =
        screen.find(Role::text_field, words(Text::shell_filter_list, Language::chinese));
    screen.happens({FieldChanged{filter, "克", false}});
    screen.happens(
        {FieldChanged{filter, "克罗地亚", false}, FieldCommitted{filter, "克罗地亚", true}});
    CHECK(screen.open_customer(customer::country) == "HR");
}

TEST_CASE("A list that Enter opens is not shut by the click before it") {
    ListScreen screen;
    const std::uint32_t country = screen.open_profile();
    const SemanticNode name = screen.node(
        screen.find(Role::text_field, words(Text::field_customer_local_name, Language::chinese)));
    // Frames may be slow: a field is clicked, left by Tab, and Enter pressed on the next but one.
    const auto button = [&](bool down) {
        PointerButton event{};
        event.x = name.x + 5;
        event.y = name.y + 5;
        event.down = down;
        return event;
    };
    screen.happens({PointerMoved{name.x + 5, name.y + 5, PointerKind::mouse}, button(true),
                    button(false), FocusMoved{name.id}, FieldChanged{name.id, "考里", false},
                    FieldCommitted{name.id, "考里", false}, FocusMoved{country},
                    Activated{country}});
    screen.find(Role::text_field, words(Text::shell_filter_list, Language::chinese));
    CHECK(screen.open_customer(customer::local_name) == "考里");
}

TEST_CASE("a screen whose letters take long is drawn in parts, and shown when all are there") {
    const auto settings = [](Screen& screen) {
        screen.program.send(Go{View::settings});
        return [&screen] { return screen.desk->frame(screen.program.environment); };
    };
    int wanted = 0;
    {
        ListScreen quick;
        CHECK_FALSE(settings(quick)().unfinished);
        wanted = quick.painter.glyphs_drawn;
    }
    constexpr int most = 8; // of 5 ms; a size that is new brings some letters with it
    ListScreen slow;
    slow.painter.takes = std::chrono::milliseconds(5);
    const auto frame = settings(slow);
    int before = slow.painter.glyphs_drawn;
    int parts = 0;
    for (; frame().unfinished; ++parts) {
        CHECK(slow.painter.glyphs_drawn > before);         // each gets further
        CHECK(slow.painter.glyphs_drawn <= before + most); // and makes nobody wait
        before = slow.painter.glyphs_drawn;
    }
    CHECK(parts > 10);
    CHECK(slow.painter.glyphs_drawn == wanted); // all, none twice
}

TEST_CASE("what a message covers of the buttons below is not theirs") {
    ListScreen screen;
    screen.program.send(Go{View::settings});
    screen.program.send(DownloadBackup{});
    screen.frame();
    REQUIRE(screen.program.state().toast);
    const auto place = [](const SemanticNode& node) {
        return Rect{node.x, node.y, node.width, node.height};
    };
    int reached = 0;
    for (float height = 400; height < 900; height += 50) {
        screen.program.environment.height = height;
        screen.frame();
        const auto& nodes = screen.desk->semantics();
        const Rect message = place(
            screen.node(screen.find(Role::group, words(Text::shell_message, Language::chinese))));
        for (const SemanticNode& node : nodes) {
            if (node.label == words(Text::shell_message, Language::chinese)) break;
            const Rect clip{node.clip_x, node.clip_y, node.clip_width, node.clip_height};
            CHECK(place(node).intersected(clip).intersected(message).empty());
            if (node.role == Role::button) reached += !place(node).intersected(message).empty();
        }
    }
    CHECK(reached > 0);
    // Its own buttons stand on it.
    const SemanticNode& close =
        screen.node(screen.find(Role::button, words(Text::shell_dismiss, Language::chinese)));
    CHECK(close.clip_width > close.width);
}

TEST_CASE(
    "a pointer that rests on a button without words brings up what it is for, and then no frame") {
    ListScreen screen;
    screen.open_profile();
    const SemanticNode button = screen.node(
        screen.find(Role::button, words(Text::action_remove_customer, Language::chinese)));
    screen.desk->input(PointerMoved{button.x + 5, button.y + 5, PointerKind::mouse});
    // As the page draws: at once where another frame is wanted, at the time that is wished otherwise.
    int frames = 0, passed = 60'000; // nothing happened before
    while (passed >= 0 && frames < 20) {
        screen.program.environment.now.ms += passed;
        const FrameResult result = screen.desk->frame(screen.program.environment);
        passed = result.again ? 16 : result.wake_after_ms < 1000 ? result.wake_after_ms : -1;
        ++frames;
    }
    CHECK(frames < 10);
    const ImGuiWindow* tip = ImGui::FindWindowByName("##Tooltip_00");
    REQUIRE(tip != nullptr);
    CHECK(tip->Active);
    CHECK_FALSE(tip->Hidden);
}

TEST_CASE("of a rectangle that another covers the largest part beside it is left") {
    const Rect button{100, 100, 200, 40};
    const auto is = [](const Rect& a, const Rect& b) {
        return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
    };
    CHECK(is(button.without({0, 0, 50, 50}), button));
    CHECK(is(button.without({250, 90, 100, 100}), {100, 100, 150, 40}));
    CHECK(is(button.without({90, 90, 60, 100}), {150, 100, 150, 40}));
    CHECK(is(button.without({90, 110, 400, 100}), {100, 100, 200, 10}));
    CHECK(is(button.without({90, 90, 400, 20}), {100, 110, 200, 30}));
    CHECK(button.without({90, 90, 400, 100}).empty());
}
