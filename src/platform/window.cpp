// Input does not come through SDL: web/input.mjs listens itself, because text fields, input methods
// and assistive technology live in the page around the canvas. The canvas's size is the page's
// matter too.
#include "platform/window.h"

#include <SDL.h>

namespace bb {

bool open_window() {
    // Keys of the canvas only, which never has the focus: SDL would otherwise take every key.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return false;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    SDL_Window* window = SDL_CreateWindow("客户簿 Buyerbook", 0, 0, 16, 16, SDL_WINDOW_OPENGL);
    return window != nullptr && SDL_GL_CreateContext(window) != nullptr;
}

} // namespace bb
