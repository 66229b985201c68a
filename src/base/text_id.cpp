#include "base/text_id.h"

#include <array>

namespace bb {
namespace {

struct Words {
    std::string_view chinese;
    std::string_view english;
};

constexpr auto table = std::to_array<Words>({
#define TEXT(id, chinese, english) {chinese, english},
#include "base/texts/all.def"
#undef TEXT
});

static_assert(table.size() == static_cast<std::size_t>(Text::count_));

} // namespace

std::string_view words(Text id, Language language) {
    const Words& entry = table[static_cast<std::size_t>(id)];
    return language == Language::chinese ? entry.chinese : entry.english;
}

std::string format_words(Text id, Language language, std::span<const std::string> args) {
    const std::string_view pattern = words(id, language);
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool mark = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
        const auto index = mark ? static_cast<std::size_t>(pattern[at + 1] - '0') : args.size();
        if (index < args.size()) {
            out += args[index];
            at += 2;
        } else {
            out += pattern[at];
        }
    }
    return out;
}

} // namespace bb
