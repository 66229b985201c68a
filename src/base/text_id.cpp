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

/// A mark of a pattern: {0}, or {0|row|rows}, whose words follow the number that argument holds.
struct Mark {
    std::size_t argument = 0;
    std::string_view one, other;
    std::size_t length = 0; // 0: no mark begins here
};

Mark mark_at(std::string_view pattern) {
    if (pattern.size() < 3 || pattern[0] != '{' || pattern[1] < '0' || pattern[1] > '9') return {};
    Mark mark;
    mark.argument = static_cast<std::size_t>(pattern[1] - '0');
    if (pattern[2] == '}') {
        mark.length = 3;
        return mark;
    }
    const std::size_t end = pattern.find('}');
    const std::size_t bar = pattern.find('|', 3);
    if (pattern[2] != '|' || end == pattern.npos || bar > end) return {};
    mark.one = pattern.substr(3, bar - 3);
    mark.other = pattern.substr(bar + 1, end - bar - 1);
    mark.length = end + 1;
    return mark;
}

std::string_view filled_in(const Mark& mark, const std::string& argument) {
    if (mark.length == 3) return argument;
    return argument == "1" ? mark.one : mark.other;
}

} // namespace

std::string_view words(Text id, Language language) {
    const Words& entry = table[static_cast<std::size_t>(id)];
    return language == Language::chinese ? entry.chinese : entry.english;
}

std::string format_words(Text id, Language language, std::span<const std::string> args) {
    const std::string_view pattern = words(id, language);
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const Mark mark = mark_at(pattern.substr(at));
        if (mark.length == 0 || mark.argument >= args.size()) {
            out += pattern[at++];
        } else {
            out += filled_in(mark, args[mark.argument]);
            at += mark.length;
        }
    }
    return out;
}

} // namespace bb
