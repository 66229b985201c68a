// How Office Open XML writes characters that XML cannot hold.
#pragma once

#include <cstddef>
#include <string>

namespace bb {

/// Turns `_x000D_` into the character it stands for, from `start` to the end of `text`.
void unescape_xlsx(std::string& text, std::size_t start);

} // namespace bb
