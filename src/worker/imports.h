// What the documents program asks of its worker (web/worker_library.js).
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

/// Strict decoding by the browser's TextDecoder: UTF-8 from malloc, or null where the bytes do not
/// fit the encoding or the encoding is not known.
char* worker_decode(const char* label, std::size_t label_length, const std::uint8_t* bytes,
                    std::size_t size, std::size_t* length);
/// 0 to 1.
void worker_progress(double fraction);
}
