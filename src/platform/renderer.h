// Draws what ImGui made with WebGL2: one shader, one texture at a time, ImGui's texture protocol.
// Survives the loss of the context.
#pragma once

#include "imgui.h"

#include <cstdint>

namespace bb {

class Renderer {
public:
    /// Makes the program and the buffers; the GL context must be current.
    bool start();
    /// After webglcontextrestored: nothing made before exists any more.
    bool restart();
    /// Clears to 0xRRGGBB and draws.
    void draw(const ImDrawData& data, std::uint32_t background);

private:
    void set_up_state(const ImDrawData& data);
    void draw_list(const ImDrawData& data, const ImDrawList& list);
    void draw_command(const ImDrawData& data, const ImDrawCmd& command);
    void update_texture(ImTextureData& texture);
    void create_texture(ImTextureData& texture);
    void update_parts(ImTextureData& texture);

    std::uint32_t program_ = 0;
    std::uint32_t vertex_array_ = 0;
    std::uint32_t vertices_ = 0;
    std::uint32_t indices_ = 0;
    std::int32_t projection_ = -1;
    std::uint32_t bound_texture_ = 0;
    std::uint32_t vertex_offset_ = 0;
};

} // namespace bb
