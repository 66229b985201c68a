// Eight bytes at a time must see what one at a time sees.
#include "base/byte_words.h"
#include "base/id.h"
#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

/// Of few different bytes, so that those looked for stand beside each other and beside nearly the same.
std::string random_word(IdSource& random) {
    using namespace std::string_view_literals;
    constexpr auto bytes = "\x00\x01,-\n\x0B\x1F \x7F\x80\xAC\xC1\xC2\xFF"sv;
    std::string word;
    while (word.size() < byte_words::width) word += bytes[random.next_random() % bytes.size()];
    return word;
}

template <class Is> std::size_t first_that(std::string_view word, const Is& is) {
    std::size_t i = 0;
    while (i < word.size() && !is(static_cast<std::uint8_t>(word[i]))) ++i;
    return i;
}

} // namespace

TEST_CASE("The first byte that a test of a word marks is the first that it is true for") {
    IdSource random{11};
    for (int i = 0; i < 200'000; ++i) {
        const std::string text = random_word(random);
        const std::uint64_t word = byte_words::at(text, 0);
        const auto less = [](std::uint8_t byte) { return byte < 0x20; };
        const auto comma = [](std::uint8_t byte) { return byte == ','; };
        const auto either = [](std::uint8_t byte) { return byte == 0xC2 || byte == '\n'; };
        const auto high = [](std::uint8_t byte) { return byte >= 0x80; };
        using namespace byte_words;
        REQUIRE(first(below(word, 0x20)) == first_that(text, less));
        REQUIRE(first(equal(word, ',')) == first_that(text, comma));
        REQUIRE(first(equal(word, '\xC2') | equal(word, '\n')) == first_that(text, either));
        REQUIRE(first(not_ascii(word)) == first_that(text, high));
    }
}

TEST_CASE("ASCII ends where the first other byte is, or the text") {
    for (std::size_t before = 0; before < 20; ++before) {
        for (std::size_t after = 0; after < 20; ++after) {
            const std::string text = std::string(before, '\x7F') + "\x80" + std::string(after, 'a');
            REQUIRE(end_of_ascii(text, 0) == before);
            REQUIRE(end_of_ascii(text, before + 1) == text.size());
        }
    }
}
