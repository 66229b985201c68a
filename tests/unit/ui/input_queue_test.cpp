// Turns of input: which frame deals with what.
#include "ui/input_queue.h"

#include <doctest/doctest.h>

using namespace bb::ui;

namespace {

KeyPressed key(std::string name, std::uint32_t target = 5) {
    return {std::move(name), 0, target, false};
}

std::vector<std::size_t> turns(const std::vector<InputEvent>& events) {
    InputQueue queue;
    for (const InputEvent& event : events) queue.add(event);
    std::vector<std::size_t> sizes;
    while (!queue.empty()) sizes.push_back(queue.take_turn(true).size());
    return sizes;
}

} // namespace

TEST_CASE("a key waits for the frame after what was done before it") {
    CHECK(turns({FieldCommitted{5, "Bremen", true}, key("z")}) == std::vector<std::size_t>{1, 1});
    CHECK(turns({PointerButton{}, PointerButton{}, key("c")}) == std::vector<std::size_t>{2, 1});
    CHECK(turns({Activated{5}, key("Enter")}) == std::vector<std::size_t>{1, 1});
    CHECK(turns({key("ArrowDown"), key("Enter")}) == std::vector<std::size_t>{1, 1});
}

TEST_CASE("what Enter or a screen reader presses waits as a key does") {
    CHECK(turns({FieldCommitted{5, "Bremen", false}, Activated{7}}) ==
          std::vector<std::size_t>{1, 1});
    CHECK(turns({PointerButton{}, PointerButton{}, FocusMoved{7}, Activated{7}}) ==
          std::vector<std::size_t>{3, 1});
    CHECK(turns({Activated{5}, Activated{7}}) == std::vector<std::size_t>{1, 1});
    CHECK(turns({FocusMoved{7}, Activated{7}}) == std::vector<std::size_t>{2});
    InputQueue queue;
    queue.add(Activated{5});
    CHECK(queue.take_turn(false).empty());
    CHECK(queue.take_turn(true).size() == 1);
}

TEST_CASE("drafts of two fields become final in the order in which they were left") {
    // In one frame they would be taken in the order in which the form is drawn.
    CHECK(turns({FieldCommitted{9, "Bremen", false}, FocusMoved{5}, FieldChanged{5, "Li", false},
                 FieldCommitted{5, "Lima", false}}) == std::vector<std::size_t>{3, 1});
    CHECK(turns({FieldCommitted{5, "Bremen", false}, FieldCommitted{5, "Lima", false}}) ==
          std::vector<std::size_t>{2});
}

TEST_CASE("what needs no order stays in one frame") {
    CHECK(turns({PointerMoved{}, FocusMoved{5}, key("Enter")}) == std::vector<std::size_t>{3});
    CHECK(turns({key("ArrowDown"), key("ArrowDown"), key("ArrowDown")}) ==
          std::vector<std::size_t>{3});
    CHECK(turns({key("k"), FieldChanged{5, "ha", false}, FieldChanged{5, "ham", false}}) ==
          std::vector<std::size_t>{3});
    CHECK(turns({}).empty());
}

TEST_CASE("a key waits while a press is still on its way to the widgets, other input does not") {
    InputQueue queue;
    queue.add(key("c"));
    CHECK(queue.take_turn(false).empty());
    CHECK(queue.take_turn(true).size() == 1);
    queue.add(FieldChanged{5, "ha", false});
    CHECK(queue.take_turn(false).size() == 1);
    CHECK(queue.empty());
}

TEST_CASE("a draft that is final waits alone unless something could change what it is for") {
    const auto alone = [](const std::vector<InputEvent>& events) {
        InputQueue queue;
        for (const InputEvent& event : events) queue.add(event);
        const FieldCommitted* commit = queue.only_commit();
        return commit ? commit->text : "";
    };
    const FieldCommitted bremen{5, "Bremen", true};
    CHECK(alone({bremen}) == "Bremen");
    CHECK(alone({PointerMoved{}, FieldChanged{5, "Bremen", false}, bremen}) == "Bremen");
    CHECK(alone({}).empty());
    CHECK(alone({Activated{7}, bremen}).empty());
    CHECK(alone({bremen, key("z")}).empty());
    CHECK(alone({PointerButton{}, bremen}).empty());
    CHECK(alone({bremen, FieldCommitted{6, "Lima", false}}).empty());
}
