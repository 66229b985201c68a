// What a file is for that was dropped or pasted and not asked for.
#pragma once

#include "app/host.h"

#include <string_view>

namespace bb {

/// By its name: backups and pictures are known by their endings, all else is read as a sheet.
FilePurpose drop_purpose(std::string_view file_name);

} // namespace bb
