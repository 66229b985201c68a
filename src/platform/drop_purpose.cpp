// Endings of files that people drop; the contents are checked by whoever reads the file.
#include "platform/drop_purpose.h"

#include <algorithm>
#include <string>

namespace bb {
namespace {

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [name](std::string_view ending) { return name.ends_with(ending); });
}

} // namespace

FilePurpose drop_purpose(std::string_view file_name) {
    std::string name(file_name);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (ends_with_any(name, {".bbk"})) return FilePurpose::restore_backup;
    if (ends_with_any(name, {".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".avif", ".heic"}))
        return FilePurpose::dropped_picture;
    return FilePurpose::import_sheet;
}

} // namespace bb
