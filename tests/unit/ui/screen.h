// The program with its screen, without a browser, for tests of whole frames.
#pragma once

#include "fixed_painter.h"
#include "ui/desk.h"
#include "unit/app/app_desk.h"

#include "imgui.h"
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

namespace bb::ui {

struct Screen {
    explicit Screen(FakeStore& store, std::string_view sentinel = {}) : program(store, sentinel) {
        ImGui::CreateContext();
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        desk = std::make_unique<Desk>(program.app, painter);
    }
    Screen(const Screen&) = delete;
    ~Screen() {
        desk.reset();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
        ImGui::DestroyContext();
    }

    /// Frames until nothing asks for another.
    void frame() {
        for (int i = 0; i < 20; ++i) {
            const FrameResult result = desk->frame(program.environment);
            program.turn();
            if (!result.again) break;
        }
    }
    void happens(std::initializer_list<InputEvent> events) {
        for (const InputEvent& event : events) desk->input(event);
        frame();
    }
    std::uint32_t find(Role role, std::string_view label) const {
        const auto& nodes = desk->semantics();
        const auto found = std::ranges::find_if(nodes, [&](const SemanticNode& node) {
            return node.role == role && node.label == label;
        });
        REQUIRE_MESSAGE(found != nodes.end(), label);
        return found->id;
    }

    bb::Desk program;
    FixedPainter painter;
    std::unique_ptr<Desk> desk;
};

} // namespace bb::ui
