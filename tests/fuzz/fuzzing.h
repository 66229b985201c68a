// What the fuzz targets share. A demand that does not hold stops the program, as a crash does.
#pragma once

#include "base/bytes.h"

#include <cstdio>
#include <cstdlib>

namespace bb::fuzzing {

inline void demand(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace bb::fuzzing

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
