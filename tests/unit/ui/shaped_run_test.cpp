// Cutting text into characters and shaped runs.
#include "ui/shaped_run.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace {

/// The pieces, runs in brackets.
std::string pieces(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bb::ui::TextPiece piece = bb::ui::next_piece(text, at);
        out += piece.code_point ? std::string(piece.text) : "[" + std::string(piece.text) + "]";
    }
    return out;
}

} // namespace

TEST_CASE("Latin, Cyrillic, Chinese and Korean are drawn character by character") {
    CHECK(pieces("Kovač 客户 ООО 한국 𠮷 €") == "Kovač 客户 ООО 한국 𠮷 €");
}

TEST_CASE("an Arabic name is one run with the spaces and digits inside it") {
    CHECK(pieces("A شركة 12 النور B") == "A [شركة 12 النور] B");
    CHECK(pieces("שלום") == "[שלום]");
}

TEST_CASE("Thai and Devanagari words are runs, what stands between them is not") {
    CHECK(pieces("ไทยดี จำกัด") == "[ไทยดี] [จำกัด]");
    CHECK(pieces("नमस्ते, ok") == "[नमस्ते], ok");
}

TEST_CASE("an emoji with its joiners is one run and does not take letters of other scripts along") {
    CHECK(pieces("a👨‍👩‍👧b") == "a[👨‍👩‍👧]b");
    CHECK(pieces("😀ไทย") == "[😀][ไทย]");
    CHECK(pieces("⭐ 1️⃣ ✓") == "[⭐] [1️⃣] ✓");
    CHECK(pieces("🇨🇳") == "[🇨🇳]");
}

TEST_CASE("a letter and its combining marks are one run") {
    CHECK(pieces("x e\u0301 y") == "x [e\u0301] y");
    CHECK(pieces("\u0301") == "[\u0301]");
}

TEST_CASE("malformed text is walked through to its end") {
    CHECK(pieces("a\xFF\xC3") == "a\xFF\xC3");
}
