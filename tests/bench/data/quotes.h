// Quotes of some lines with a picture each: as the message that the page sends to its documents
// worker, and as JSON with the pictures beside it for other programs.
#pragma once

#include <string>

namespace bb::bench {

/// FOLDER/picture-0.jpg … and, for 10 and 100 lines, quote-10.payload and quote-10.json.
bool write_quotes(const std::string& folder);

} // namespace bb::bench
