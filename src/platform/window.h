// The window (the page's canvas) and its WebGL2 context: all that SDL is used for.
#pragma once

namespace bb {

/// False when the browser has no WebGL2.
bool open_window();

} // namespace bb
