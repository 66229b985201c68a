// Bytes of a text file to UTF-8: byte order mark, then strict UTF-8, then GB18030 (what Chinese
// Excel saves), and a check that the outcome is text at all.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

/// The host's strict decoder (TextDecoder with `fatal`): UTF-8, or nothing where bytes do not fit
/// the encoding. `label` is a WHATWG name such as "gb18030".
using TextDecoding =
    std::function<std::optional<std::string>(ByteView bytes, std::string_view label)>;

struct DecodedText {
    std::string_view as_is; // of the file, where that is UTF-8
    std::optional<std::string> converted;
    std::string encoding;
    std::vector<Error> notes;

    std::string_view text() const { return converted ? *converted : as_is; }
};

/// `bytes` must outlive what is answered.
Result<DecodedText> decode_text_file(ByteView bytes, const TextDecoding& decode);

} // namespace bb
