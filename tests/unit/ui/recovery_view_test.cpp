// The words of the recovery screen: what is lost is named, and an empty file is asked about.
#include "screen.h"
#include "support/generations.h"

using namespace bb;
using namespace bb::ui;

namespace {

struct RecoveryScreen : Screen {
    RecoveryScreen(FakeStore& store, std::string_view sentinel) : Screen(store, sentinel) {
        program.turn();
        frame();
        REQUIRE(program.state().phase == Phase::recovery);
    }
    /// Null when it is not there.
    const SemanticNode* said(std::string_view words) const {
        const auto& nodes = desk->semantics();
        const auto found = std::ranges::find_if(nodes, [&](const SemanticNode& node) {
            return std::string_view(node.label).find(words) != std::string_view::npos;
        });
        return found == nodes.end() ? nullptr : &*found;
    }
    const SemanticNode* said(Text text) const { return said(words(text, Language::chinese)); }
    void press(Text label) {
        happens({Activated{find(Role::button, words(label, Language::chinese))}});
        frame(); // the one before sent a command, which this one shows
    }
};

const std::string three_customers = R"({"sequence":1000,"customers":3})";

} // namespace

TEST_CASE("the recovery screen names a type whose shard is lost, and does not call that complete") {
    FakeStore whole;
    fill_generations(whole);
    whole.corrupt(Place::meta, "last", 20);
    {
        RecoveryScreen screen(whole, R"({"sequence":3,"customers":3})");
        CHECK(screen.said(Text::recovery_complete));
    }
    FakeStore store;
    fill_generations(store);
    lose_shards(store.rows(Place::shard), static_cast<std::uint8_t>(RecordType::quote));
    RecoveryScreen screen(store, R"({"sequence":3,"customers":3})");
    CHECK_FALSE(screen.said(Text::recovery_complete));
    CHECK(screen.said("报价 5"));
}

TEST_CASE("the recovery screen asks before it begins with an empty file") {
    FakeStore store;
    fill_generations(store);
    RecoveryScreen screen(store, three_customers);
    CHECK_FALSE(screen.said(Text::recovery_start_anew_sure));
    screen.press(Text::recovery_start_anew);
    CHECK(screen.said(Text::recovery_start_anew_sure));
    screen.press(Text::shell_cancel);
    CHECK_FALSE(screen.said(Text::recovery_start_anew_sure));
    screen.press(Text::recovery_start_anew);
    screen.press(Text::recovery_start_anew_yes);
    CHECK(screen.program.host.last(SafetyCall::reload));
}
