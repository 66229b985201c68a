// UTF-8 and folding.
#include "base/id.h"
#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

std::string encoded(char32_t c) {
    std::string out;
    append_code_point(out, c);
    return out;
}

bool is_character(char32_t c) { return c < 0xD800 || c > 0xDFFF; }

std::string random_bytes(IdSource& random) {
    std::string out;
    // Mostly lead and continuation bytes, so that many nearly right sequences come up.
    for (std::uint64_t n = random.next_random() % 12; n > 0; --n) {
        const std::uint64_t r = random.next_random();
        const auto byte = r % 3 == 0   ? 0xC0 + (r >> 8) % 0x40
                          : r % 3 == 1 ? 0x80 + (r >> 8) % 0x40
                                       : (r >> 8) % 0x80;
        out += static_cast<char>(byte);
    }
    return out;
}

} // namespace

TEST_CASE("Every code point is encoded and decoded") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (!is_character(c)) continue;
        const std::string text = encoded(c);
        std::size_t at = 0;
        REQUIRE(next_code_point(text, at) == c);
        REQUIRE(at == text.size());
        if (c % 97 == 0) REQUIRE(is_utf8(text));
    }
    CHECK(encoded(0xD800) == "\xEF\xBF\xBD");
    CHECK(encoded(0x110000) == "\xEF\xBF\xBD");
}

TEST_CASE("Malformed UTF-8 is noticed and stepped over") {
    for (const char* text :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80",
          "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80",
          "\xFF", "\xC3", "\xE4\xB8", "\xF0\x9F\x98", "a\xC3(", "\xE4(\xB8"}) {
        CHECK(!is_utf8(text));
        CHECK(is_utf8(cleaned(text)));
        CHECK(is_utf8(folded(text)));
    }
    std::size_t at = 0;
    const std::string_view broken = "\xE4\xB8z";
    CHECK(next_code_point(broken, at) == 0xFFFD);
    CHECK(at == 1);
    IdSource random{7};
    for (int i = 0; i < 50'000; ++i) {
        const std::string text = random_bytes(random);
        const std::string clean = cleaned(text);
        REQUIRE(is_utf8(clean));
        REQUIRE(cleaned(clean) == clean);
        const std::string once = folded(text);
        REQUIRE(is_utf8(once));
        REQUIRE(folded(once) == once);
        const std::string_view shortened = first_code_points(clean, 3);
        REQUIRE(is_utf8(shortened));
        REQUIRE(code_point_count(shortened) <= 3);
        const std::string_view inner = trimmed(text);
        REQUIRE(trimmed(inner) == inner);
    }
}

TEST_CASE("Well-formed is what can be stepped through, however long and wherever it is broken") {
    IdSource random{8};
    const auto steps_through = [](std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t before = at;
            if (next_code_point(text, at) == 0xFFFD && text.substr(before, 3) != "\uFFFD")
                return false;
        }
        return true;
    };
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = std::string(random.next_random() % 20, 'a') +
                                 random_bytes(random) + std::string(random.next_random() % 20, 'z');
        REQUIRE(is_utf8(text) == steps_through(text));
    }
    for (std::size_t before = 65'530; before < 65'540; ++before) { // where a part of it ends
        const std::string whole =
            std::string(before, 'a') + "\U0001F600é" + std::string(before, 'z');
        REQUIRE(is_utf8(whole));
        REQUIRE(!is_utf8(whole.substr(0, before + 2)));
        REQUIRE(!is_utf8(whole.substr(0, before + 2) + whole));
    }
}

TEST_CASE("Cleaning keeps text and drops controls") {
    using namespace std::string_view_literals;
    CHECK(cleaned("a\0b\x01\x1F\x7F"
                  "c"sv) == "abc");
    CHECK(cleaned("a\tb\nc") == "a\tb\nc");
    CHECK(cleaned("a\r\nb\rc\r") == "a\nb\nc\n");
    CHECK(cleaned("客户簿 😀") == "客户簿 😀");
    CHECK(cleaned("\xEF\xBF\xBF") == "\xEF\xBF\xBD");
}

TEST_CASE("Text is cut and counted by characters") {
    CHECK(code_point_count("客户a😀") == 4);
    CHECK(first_code_points("客户a😀", 2) == "客户");
    CHECK(first_code_points("ab", 5) == "ab");
    CHECK(first_code_points("ab", 0).empty());
}

TEST_CASE("White space of any kind is trimmed at both ends") {
    CHECK(trimmed(" \t\n a b \xC2\xA0\xE3\x80\x80") == "a b");
    CHECK(trimmed("\xEF\xBB\xBF"
                  "名\xE2\x80\x8B") == "名");
    CHECK(trimmed(" \xE3\x80\x80 ").empty());
    CHECK(trimmed("").empty());
}

TEST_CASE("Folding brings together what people type differently") {
    CHECK(folded("Société Générale") == "societe generale");
    CHECK(folded("ČESKÁ ŽELEZÁRNA") == "ceska zelezarna");
    CHECK(folded("c\xCC\x8C") == "c");
    CHECK(folded("Ｂｕｙｅｒｂｏｏｋ　１２３") == "buyerbook 123");
    CHECK(folded("Straße") == folded("STRASSE"));
    CHECK(folded("Łódź Ørsted Đakovo Æsir") == "lodz orsted dakovo aesir");
    CHECK(folded("İstanbul IRMAK ırmak") == "istanbul irmak irmak");
    CHECK(folded("МОСКВА ёлка") == "москва елка");
    CHECK(folded("ΟΔΟΣ οδός") == "οδοσ οδοσ");
    CHECK(folded("m² ㎏ ㈱ ﬁn ①") == "m2 kg (株) fin 1");
    CHECK(folded("ｶﾞﾗｽ") == folded("ガラス"));
    CHECK(folded("ガ") != folded("カ"));
    CHECK(folded("10×20") == "10x20");
    CHECK(folded("O’Neil – “Best”") == "o'neil - \"best\"");
    CHECK(folded("Acme™ Ltd®") == "acme ltd");
    CHECK(folded("so\xC2\xAD"
                 "ft\xE2\x80\x8B") == "soft");
    CHECK(folded("𝗛𝗲𝗹𝗹𝗼") == "hello");
    CHECK(folded("深圳市（宝安）有限公司") == "深圳市(宝安)有限公司");
    CHECK(folded("\xE2\xBC\x9F") == "土"); // a Kangxi radical, as PDF files give it
    CHECK(folded("서울 무역") == "서울 무역");
    CHECK(folded("مُحَمَّد") == "محمد");
    CHECK(folded("ที่") == "ที่"); // Thai vowel signs are letters in all but name
}

TEST_CASE("Folding leaves single spaces inside and none outside") {
    CHECK(folded("  a \t\n\xC2\xA0 b　") == "a b");
    CHECK(folded("a \xE2\x80\x8B b") == "a b");
    CHECK(folded(" ").empty());
    CHECK(folded("").empty());
}

TEST_CASE("Folding twice changes nothing, for every character") {
    for (char32_t c = 0; c <= 0x2FFFF; ++c) {
        if (!is_character(c)) continue;
        const std::string once = folded("a" + encoded(c) + "b");
        REQUIRE_MESSAGE(folded(once) == once, static_cast<std::uint32_t>(c));
    }
}

TEST_CASE("Han and Hangul fold to themselves") {
    for (char32_t c = 0x3400; c <= 0xD7A3; ++c) {
        const bool han = c <= 0x4DBF || (c >= 0x4E00 && c <= 0x9FFF) || c >= 0xAC00;
        if (han) REQUIRE(folded(encoded(c)) == encoded(c));
    }
}

TEST_CASE("Digits of any width are kept for comparing numbers") {
    CHECK(digits_only("+86 (755) 1234-5678") == "8675512345678");
    CHECK(digits_only("０７５５－１２３") == "0755123");
    CHECK(digits_only("٠١٢ ۳۴") == "01234");
    CHECK(digits_only("none").empty());
}

TEST_CASE("Letters and digits of any script are told from marks") {
    for (const char32_t c : U"azAZ09éß客户簿々かカ한яקعไก\u0E35१𠮷") {
        if (c != 0) CHECK_MESSAGE(is_letter_or_digit(c), static_cast<std::uint32_t>(c));
    }
    for (const char32_t c :
         U" _-./\\:*?\"<>|\n\u00A0\u00AD\u200B\u200F\u202E\u2066\u3000\uFEFF。，（¥€①×\uE000"
         U"\uFFFD😀\U000E0041") {
        CHECK_MESSAGE(!is_letter_or_digit(c), static_cast<std::uint32_t>(c));
    }
}
