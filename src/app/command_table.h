// The one table of what can be asked for by name: it feeds the palette, the shortcuts and tips.
#pragma once

#include "app/command.h"
#include "app/state.h"

#include <span>
#include <string_view>

namespace bb {

struct CommandEntry {
    std::string_view key; // stable
    Text label{};
    std::string_view shortcut; // "Mod+Z": Mod is Ctrl, or Cmd on a Mac; empty = none
    bool (*can)(const AppState&);
    Command (*make)(const AppState&);
};

std::span<const CommandEntry> command_table();

} // namespace bb
