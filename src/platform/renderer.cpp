// See the header. State is set once a frame and never read back: nobody else uses this context.
#include "platform/renderer.h"

#include "shaders.h"

#include <GLES3/gl3.h>
#include <algorithm>
#include <cstddef>

namespace bb {
namespace {

GLuint compiled(GLenum kind, const char* text) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    return shader;
}

/// 0 when the driver refuses the program.
GLuint linked_program() {
    const GLuint vertex = compiled(GL_VERTEX_SHADER, shaders::ui_vert);
    const GLuint fragment = compiled(GL_FRAGMENT_SHADER, shaders::ui_frag);
    const GLuint program = glCreateProgram();
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    GLint ok = GL_FALSE;
    glGetProgramiv(program, GL_LINK_STATUS, &ok);
    return ok == GL_TRUE ? program : 0;
}

/// Attributes begin at a vertex that the command chooses: indices have 16 bits, lists may be longer.
void point_attributes(std::uint32_t first_vertex) {
    const auto at = [first_vertex](std::size_t offset) {
        return reinterpret_cast<const void*>(first_vertex * sizeof(ImDrawVert) + offset);
    };
    constexpr GLsizei stride = sizeof(ImDrawVert);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, at(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, at(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, at(offsetof(ImDrawVert, col)));
}

float channel(std::uint32_t rgb, int shift) {
    return static_cast<float>((rgb >> shift) & 255u) / 255.0f;
}

struct Pixels {
    GLsizei width, height;
};

/// The size web/environment.mjs gives the canvas.
Pixels canvas_pixels(const ImDrawData& data) {
    return {static_cast<GLsizei>(data.DisplaySize.x * data.FramebufferScale.x + 0.5f),
            static_cast<GLsizei>(data.DisplaySize.y * data.FramebufferScale.y + 0.5f)};
}

GLuint handle(ImTextureID id) { return static_cast<GLuint>(id); }

} // namespace

bool Renderer::start() {
    program_ = linked_program();
    if (program_ == 0) return false;
    projection_ = glGetUniformLocation(program_, "projection");
    glGenVertexArrays(1, &vertex_array_);
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    glBindVertexArray(vertex_array_);
    for (const GLuint attribute : {0u, 1u, 2u}) glEnableVertexAttribArray(attribute);
    return true;
}

bool Renderer::restart() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_Destroyed) continue;
        texture->SetTexID(ImTextureID_Invalid);
        if (texture->Status != ImTextureStatus_WantDestroy)
            texture->SetStatus(ImTextureStatus_WantCreate);
    }
    return start();
}

void Renderer::draw(const ImDrawData& data, std::uint32_t background) {
    if (data.Textures != nullptr) {
        for (ImTextureData* texture : *data.Textures)
            if (texture->Status != ImTextureStatus_OK) update_texture(*texture);
    }
    set_up_state(data);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(channel(background, 16), channel(background, 8), channel(background, 0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    for (const ImDrawList* list : data.CmdLists) draw_list(data, *list);
}

void Renderer::set_up_state(const ImDrawData& data) {
    const Pixels canvas = canvas_pixels(data);
    glViewport(0, 0, canvas.width, canvas.height);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glUseProgram(program_);
    // From whole device pixels, not from the page's size: a page of 819.2 px must not be stretched.
    const float x = 2 * data.FramebufferScale.x / static_cast<float>(canvas.width);
    const float y = 2 * data.FramebufferScale.y / static_cast<float>(canvas.height);
    const float matrix[16] = {x, 0, 0, 0, 0, -y, 0, 0, 0, 0, -1, 0, -1, 1, 0, 1};
    glUniformMatrix4fv(projection_, 1, GL_FALSE, matrix);
    glActiveTexture(GL_TEXTURE0);
    glBindVertexArray(vertex_array_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    bound_texture_ = 0;
}

void Renderer::draw_list(const ImDrawData& data, const ImDrawList& list) {
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
                 GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
                 GL_STREAM_DRAW);
    vertex_offset_ = 0;
    point_attributes(0);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.UserCallback == nullptr) draw_command(data, command);
    }
}

void Renderer::draw_command(const ImDrawData& data, const ImDrawCmd& command) {
    const ImVec2 scale = data.FramebufferScale;
    const Pixels canvas = canvas_pixels(data);
    const auto pixel = [](float edge, GLsizei most) {
        return std::clamp(static_cast<GLint>(edge + 0.5f), 0, most);
    };
    const GLint left = pixel(command.ClipRect.x * scale.x, canvas.width);
    const GLint right = pixel(command.ClipRect.z * scale.x, canvas.width);
    const GLint top = pixel(command.ClipRect.y * scale.y, canvas.height);
    const GLint bottom = pixel(command.ClipRect.w * scale.y, canvas.height);
    if (right <= left || bottom <= top || command.ElemCount == 0) return;
    glScissor(left, canvas.height - bottom, right - left, bottom - top);

    const GLuint texture = handle(command.GetTexID());
    if (texture != bound_texture_) glBindTexture(GL_TEXTURE_2D, texture);
    bound_texture_ = texture;
    if (command.VtxOffset != vertex_offset_) point_attributes(command.VtxOffset);
    vertex_offset_ = command.VtxOffset;
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                   reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
}

void Renderer::update_texture(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate) return create_texture(texture);
    if (texture.Status == ImTextureStatus_WantUpdates) return update_parts(texture);
    if (texture.Status != ImTextureStatus_WantDestroy || texture.UnusedFrames == 0) return;
    const GLuint name = handle(texture.TexID);
    glDeleteTextures(1, &name);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
}

void Renderer::create_texture(ImTextureData& texture) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, texture.GetPixels());
    texture.SetTexID(name);
    texture.SetStatus(ImTextureStatus_OK);
}

void Renderer::update_parts(ImTextureData& texture) {
    glBindTexture(GL_TEXTURE_2D, handle(texture.TexID));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
    for (const ImTextureRect& part : texture.Updates)
        glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                        texture.GetPixelsAt(part.x, part.y));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    texture.SetStatus(ImTextureStatus_OK);
}

} // namespace bb
