#version 300 es
// The only fragment shader: the atlas is RGBA, white with coverage for plain glyphs and shapes, so
// that pictures and coloured glyphs go through the same program.
precision highp float; // half floats cannot address the pixels of a large atlas

uniform sampler2D atlas;

in vec2 fragment_atlas_position;
in vec4 fragment_color;

layout(location = 0) out vec4 pixel;

void main() {
    pixel = fragment_color * texture(atlas, fragment_atlas_position);
}
