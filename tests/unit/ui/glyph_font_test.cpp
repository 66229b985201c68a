// Text layout with a painter of fixed widths.
#include "ui/glyph_font.h"

#include "fixed_painter.h"

#include <cmath>
#include <doctest/doctest.h>

namespace {

/// An ImGui context in the middle of a frame.
struct Canvas {
    bb::ui::FixedPainter painter;
    bb::ui::Fonts fonts;

    explicit Canvas(float density = 1) {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.DisplaySize = {400, 300};
        io.DisplayFramebufferScale = {density, density};
        fonts = bb::ui::add_fonts(painter);
        ImGui::NewFrame();
    }
    ~Canvas() {
        ImGui::Render();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
        ImGui::DestroyContext();
    }
    ImDrawList& list() const { return *ImGui::GetBackgroundDrawList(); }
    float width(std::string_view text) const { return bb::ui::text_width(fonts.regular, 14, text); }
    std::string fitted(std::string_view text, float width) const {
        return bb::ui::fitted(fonts.regular, 14, text, width);
    }
};

} // namespace

TEST_CASE("measuring draws nothing") {
    const Canvas canvas;
    const int drawn_by_imgui = canvas.painter.glyphs_drawn; // its fallback and the like
    CHECK(canvas.width("ab客") == doctest::Approx(34));
    CHECK(canvas.width("aไทย") == doctest::Approx(40));
    CHECK(canvas.painter.glyphs_drawn == drawn_by_imgui);
    CHECK(canvas.painter.runs_drawn.empty());
}

TEST_CASE("text that is too long ends in an ellipsis and fits") {
    const Canvas canvas;
    CHECK(canvas.fitted("abcdef", 60) == "abcdef");
    CHECK(canvas.fitted("abcdefg", 60) == "abcde…");
    CHECK(canvas.fitted("客户名称", 45) == "客户…");
    CHECK(canvas.fitted("x", 2) == "…");
}

TEST_CASE("a run is cut between characters when it must be cut") {
    const Canvas canvas;
    CHECK(canvas.fitted("مرحبا", 45) == "مرح…");
}

TEST_CASE("every glyph of a line stands on whole device pixels vertically") {
    const Canvas canvas(1.5f);
    bb::ui::draw_text(canvas.list(), canvas.fonts.regular, 14, {10.3f, 7.1f}, IM_COL32_WHITE,
                      "Kovač", 20);
    const auto& vertices = canvas.list().VtxBuffer;
    REQUIRE(vertices.Size == 20);
    for (const ImDrawVert& vertex : vertices) {
        const float y = vertex.pos.y * 1.5f;
        CHECK(y == doctest::Approx(std::round(y)).epsilon(0.0001));
    }
}

TEST_CASE("a glyph is drawn once for each quarter of a pixel it is needed at") {
    Canvas canvas;
    const auto drawn_by = [&](float x, std::string_view text) {
        const int before = canvas.painter.glyphs_drawn;
        bb::ui::draw_text(canvas.list(), canvas.fonts.regular, 14, {x, 7}, IM_COL32_WHITE, text,
                          20);
        return canvas.painter.glyphs_drawn - before;
    };
    // Each face brings what ImGui wants of it when it is first used.
    drawn_by(10, "b");
    drawn_by(10.5f, "b");
    CHECK(drawn_by(10, "aa") == 1);
    CHECK(drawn_by(10, "aa") == 0);
    CHECK(drawn_by(10.5f, "a") == 1);
    CHECK(drawn_by(90.5f, "a") == 0);
}

TEST_CASE("a run is one picture, tinted only when it has no colours of its own") {
    Canvas canvas;
    const ImU32 red = IM_COL32(200, 0, 0, 128);
    bb::ui::draw_text(canvas.list(), canvas.fonts.regular, 14, {0, 0}, red, "ไทยไทย", 20);
    CHECK(canvas.painter.runs_drawn.size() == 1);
    CHECK(canvas.list().VtxBuffer.back().col == red);
    canvas.painter.coloured_runs = true;
    bb::ui::draw_text(canvas.list(), canvas.fonts.regular, 14, {0, 0}, red, "😀", 20);
    CHECK(canvas.list().VtxBuffer.back().col == IM_COL32(255, 255, 255, 128));
}

TEST_CASE("what lies outside the clip rectangle gives no vertices") {
    Canvas canvas;
    bb::ui::draw_text(canvas.list(), canvas.fonts.regular, 14, {900, 10}, IM_COL32_WHITE, "abc",
                      20);
    bb::ui::draw_text(canvas.list(), canvas.fonts.regular, 14, {10, 900}, IM_COL32_WHITE, "abc",
                      20);
    CHECK(canvas.list().VtxBuffer.Size == 0);
}
