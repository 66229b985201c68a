#version 300 es
// The only vertex shader: places what ImGui drew, in pixels of the canvas.
precision highp float;

uniform mat4 projection;

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 atlas_position;
layout(location = 2) in vec4 color;

out vec2 fragment_atlas_position;
out vec4 fragment_color;

void main() {
    fragment_atlas_position = atlas_position;
    fragment_color = color;
    gl_Position = projection * vec4(position, 0.0, 1.0);
}
