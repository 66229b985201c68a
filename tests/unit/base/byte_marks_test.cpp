// Sixty-four bytes at a time must see what one at a time sees.
#include "base/byte_marks.h"
#include "base/id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace bb;

namespace {

/// Of few different bytes; long stretches without any that is looked for come, too.
std::string random_text(IdSource& random) {
    using namespace std::string_view_literals;
    constexpr auto bytes = ",\n\r;-\x0B\x00\x80\xAC\xFF"sv;
    const std::size_t from = random.next_random() % 2 == 0 ? 0 : 3;
    std::string text(random.next_random() % 300, 'a');
    for (char& one : text)
        if (random.next_random() % 20 == 0)
            one = bytes[from + random.next_random() % (bytes.size() - from)];
    return text;
}

std::size_t place_from(std::string_view text, std::size_t at) {
    return std::min(text.find_first_of(",\n\r", at), text.size());
}

} // namespace

TEST_CASE("Each place is found that holds one of the bytes, and no other") {
    IdSource random{17};
    for (int run = 0; run < 20'000; ++run) {
        const std::string text = random_text(random);
        ByteMarks<3> marks(text, {',', '\n', '\r'});
        for (std::size_t at = 0; at <= text.size(); ++at)
            REQUIRE(marks.next(at) == place_from(text, at));
    }
}

TEST_CASE("Places may be passed over, and asked for again") {
    IdSource random{18};
    for (int run = 0; run < 20'000; ++run) {
        const std::string text = random_text(random);
        ByteMarks<3> marks(text, {',', '\n', '\r'});
        for (int asked = 0; asked < 20; ++asked) {
            const std::size_t at = random.next_random() % (text.size() + 2);
            REQUIRE(marks.next(at) == place_from(text, at));
        }
    }
}
