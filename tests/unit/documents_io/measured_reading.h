// What reading one hostile file costs.
#pragma once

#include "base/text_id.h"

#include <cstddef>
#include <string_view>

namespace bb::test {

struct Cost {
    Text refusal;
    double seconds; // of processor time: other programs run beside the tests
    std::size_t
        memory_bytes; // most that the whole program held, the file included; 0: not measured
};

/// In a process of its own, so that every file has its own peak. Memory is not measured under the
/// sanitizers, which keep what was freed, nor as WebAssembly, which has no second process.
Cost measured_reading(std::string_view bytes);

} // namespace bb::test
