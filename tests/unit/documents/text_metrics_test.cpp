#include "documents/sheet_model.h"

#include <doctest/doctest.h>

using namespace bb;

TEST_CASE("Latin text has the widths of Noto Sans and Han characters are one em wide") {
    CHECK(text_width("0", 10, false) == doctest::Approx(5.72f));
    CHECK(text_width("W", 10, true) > text_width("W", 10, false));
    CHECK(text_width("报价单", 10, false) == doctest::Approx(30));
    CHECK(text_width("", 10, false) == 0);
    CHECK(text_width("é", 10, false) == doctest::Approx(text_width("e", 10, false)));
}

TEST_CASE("quotation marks and dashes are wide beside Han characters only") {
    CHECK(text_width("“样”", 10, false) == doctest::Approx(30));
    CHECK(text_width("“a”", 10, false) < 20);
    const auto runs = text_runs("LED “面板灯” 60");
    REQUIRE(runs.size() == 3);
    CHECK_FALSE(runs[0].wide);
    CHECK(runs[1].text == "“面板灯”");
    CHECK(runs[1].wide);
    CHECK(runs[2].text == " 60");
}

TEST_CASE("the runs of a text are the text") {
    for (const std::string_view text : {"", "a", "中", "a中b", "…中…", "Łódź – 東京 ₽"}) {
        std::string joined;
        for (const TextRun& run : text_runs(text)) joined += run.text;
        CHECK(joined == text);
    }
}

TEST_CASE("lines break at spaces and between Han characters") {
    const auto latin = wrapped_lines("one two three", 10, false, text_width("one two", 10, false));
    REQUIRE(latin.size() == 2);
    CHECK(latin[0] == "one two");
    CHECK(latin[1] == "three");
    const auto han = wrapped_lines("中文没有空格", 10, false, 40);
    REQUIRE(han.size() == 2);
    CHECK(han[0] == "中文没有");
}

TEST_CASE("a Chinese line does not begin with a full stop") {
    const auto lines = wrapped_lines("四个汉字。再", 10, false, 40);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "四个汉");
    CHECK(lines[1] == "字。再");
}

TEST_CASE("a word longer than the line is cut at a hyphen, else anywhere") {
    const auto model = wrapped_lines("AB-CDEF", 10, false, text_width("AB-CD", 10, false));
    REQUIRE(model.size() == 2);
    CHECK(model[0] == "AB-");
    const auto solid = wrapped_lines("WWWWWW", 10, false, text_width("WWW", 10, false));
    REQUIRE(solid.size() == 2);
    CHECK(solid[0] == "WWW");
}

TEST_CASE("newlines always break, and empty lines stay") {
    const auto lines = wrapped_lines("a\n\nb", 10, false, 1000);
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].empty());
    CHECK(wrapped_lines("", 10, false, 100).size() == 1);
}

TEST_CASE("a line narrower than any character still makes progress") {
    CHECK(wrapped_lines("中文 abc", 10, false, 0.5f).size() == 5);
    CHECK(wrapped_lines("abc", 10, false, -5).size() == 3);
}

TEST_CASE("only the first paragraph of a lead cell is bold") {
    CellStyle style;
    style.lead = true;
    style.wrap = true;
    style.colour = 0x667085;
    const auto lines = cell_lines("Name\ndetails", style, 200);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].bold);
    CHECK(lines[0].colour == lead_colour);
    CHECK_FALSE(lines[1].bold);
    CHECK(lines[1].colour == 0x667085);
}
