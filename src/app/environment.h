// What the page tells the program about where it runs; given anew each frame.
#pragma once

#include "base/text_id.h"
#include "base/time.h"

namespace bb {

struct Environment {
    Instant now{};
    int utc_offset_minutes = 480; // east of UTC
    Language browser_language = Language::chinese;
    bool system_dark = false;
    bool touch = false; // the last pointer was a finger
    bool mac = false;   // Cmd instead of Ctrl in shortcuts' names
    bool sample_database = false;
    bool writer_elsewhere = false;
    float width = 1440, height = 900; // CSS px of the page
    float pixel_ratio = 1;
    float safe_top = 0, safe_bottom = 0; // notches and home bars
    float keyboard = 0;                  // height covered by a phone keyboard

    Date today() const { return now.date_at(utc_offset_minutes); }
};

} // namespace bb
