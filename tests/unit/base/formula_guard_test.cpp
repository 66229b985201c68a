#include "base/formula_guard.h"

#include <doctest/doctest.h>

using namespace bb;

TEST_CASE("what a spreadsheet would compute gets an apostrophe") {
    for (const char* text : {"=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "＝1+1", "﹢A1",
                             "−1+1", " =1+1", "\xC2\xA0=1", "\xEF\xBB\xBF=1", "\"=1+1\"", "'=1+1",
                             "-(11)", "- FOB", "+86-138", "+49 30/901820", "=", "-"})
        CHECK(guarded(text) == "'" + std::string(text));
}

TEST_CASE("other text, numbers and telephone numbers stay as they are") {
    for (const char* text :
         {"", "a", "1+1", "a=b", "'", "\"a\"", "it's", "-12.50", "-1,234.5", "+12", "+49 30 901820",
          "+49 (30) 901820", "008613800000042", "'-5", "a;b", "a; -5", "(0086) 138-0000"})
        CHECK(guarded(text) == text);
}

TEST_CASE("a cell that another separator would open inside the text is guarded too") {
    CHECK(guarded("a;=1+1") == "a;'=1+1");
    CHECK(guarded("=1;=2") == "'=1;'=2");
    CHECK(guarded("a\n=1\r\n @b\t-c\t-1") == "a\n'=1\r\n' @b\t'-c\t-1");
}

TEST_CASE("what was guarded comes back unchanged") {
    for (const char* text : {"=1+1", "'=1+1", "''=1+1", "\"'=1", " '=1", "' '=1", "'-5", "'+86-138",
                             "a;'=1;=2;'", "\n'\n=", "';'", "it's", "\xFF=1", "'\xFF=1", ""})
        CHECK(unguarded(guarded(text)) == text);
    CHECK(unguarded("'=1;'-2") == "=1;'-2"); // the second guards nothing that we would guard
}
