// The word tables: complete, and filled in rightly.
#include "base/text_id.h"
#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace bb;

TEST_CASE("Every text has words in both languages with the same marks") {
    for (std::uint16_t i = 0; i < static_cast<std::uint16_t>(Text::count_); ++i) {
        const auto id = static_cast<Text>(i);
        for (const Language language : {Language::chinese, Language::english}) {
            const std::string_view text = words(id, language);
            CHECK(!text.empty());
            CHECK(is_utf8(text));
        }
        for (const std::string_view mark : {"{0}", "{1}", "{2}", "{3}"}) {
            const bool chinese = words(id, Language::chinese).find(mark) != std::string_view::npos;
            const bool english = words(id, Language::english).find(mark) != std::string_view::npos;
            CHECK_MESSAGE(chinese == english, words(id, Language::english));
        }
    }
}

TEST_CASE("Arguments take the place of their marks") {
    const std::string args[] = {"12x"};
    CHECK(format_words(Text::error_not_integer, Language::english, args).starts_with("“12x” is"));
    CHECK(format_words(Text::error_not_integer, Language::english, {}).starts_with("“{0}” is"));
}

TEST_CASE("English counts one thing in the singular and all else in the plural") {
    const auto counted = [](Text id, const std::string& number) {
        return format_words(id, Language::english, std::span(&number, 1));
    };
    CHECK(counted(Text::customers_count, "1") == "1 customer");
    CHECK(counted(Text::customers_count, "0") == "0 customers");
    CHECK(counted(Text::customers_count, "21") == "21 customers");
    CHECK(counted(Text::customers_count, "1,000") == "1,000 customers");
    CHECK(counted(Text::import_done, "1") == "1 row was imported.");
    CHECK(counted(Text::import_done, "2") == "2 rows were imported.");
    CHECK(format_words(Text::customers_count, Language::english, {}) ==
          words(Text::customers_count, Language::english));
}
