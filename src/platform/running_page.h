// The one Page of this program, for the functions the page calls.
#pragma once

#include "platform/page.h"

namespace bb {

/// Empty until main() has run, and when there is no WebGL2.
std::unique_ptr<Page>& running_page();

} // namespace bb
