// Notes being written on customers, before they are added: kept through reloads and restarts, so that
// nothing typed is lost when the page goes. A setting of this browser, not part of the customer file.
#pragma once

#include "base/id.h"

#include <map>
#include <string>
#include <string_view>

namespace bb {

struct NoteDraft {
    std::string kind = "note"; // key of activity::kind
    std::string summary;
    std::string next_date; // as typed

    bool blank() const { return summary.empty() && next_date.empty(); }
    friend bool operator==(const NoteDraft&, const NoteDraft&) = default;
};

using NoteDrafts = std::map<RecordId, NoteDraft>; // by customer

/// As JSON; blank drafts are left out.
std::string note_drafts_text(const NoteDrafts& drafts);
/// What cannot be read is left out.
NoteDrafts read_note_drafts(std::string_view json);

} // namespace bb
