#include "app/clipboard_cells.h"

#include <doctest/doctest.h>

using namespace bb;

TEST_CASE("cells are set apart by tabs, rows by line ends") {
    CHECK(cells_as_text({{"远航贸易", "德国 · 汉堡"}, {"Kovač", ""}}) ==
          "远航贸易\t德国 · 汉堡\r\nKovač\t\r\n");
}

TEST_CASE("a tab or a newline inside a cell does not break the rows") {
    CHECK(cells_as_text({{"a\tb\nc"}}) == "a b c\r\n");
    CHECK(cells_as_html({{"a\nb"}}).find("a<br style='mso-data-placement:same-cell'>b") !=
          std::string::npos);
}

TEST_CASE("what a spreadsheet would compute is copied as text") {
    for (const char* formula : {"=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "＝1+1"})
        CHECK(cells_as_text({{formula}}) == "'" + std::string(formula) + "\r\n");
}

TEST_CASE("a quotation mark at the beginning takes in nothing that follows") {
    CHECK(cells_as_text({{"\"a", "b\""}}) == "\"\"\"a\"\tb\"\r\n");
    CHECK(cells_as_text({{"\"=1+1\"", "\n=1", "a;=1"}}) == "'\"=1+1\"\t' =1\ta;'=1\r\n");
}

TEST_CASE("telephone and signed numbers stay readable") {
    for (const char* number : {"+49 30 901820", "-12.50", "(0086) 138-0000", "008613800000042"})
        CHECK(cells_as_text({{number}}) == std::string(number) + "\r\n");
}

TEST_CASE("the HTML says that every cell is text, and is well formed") {
    const std::string html = cells_as_html({{"<b>&\"", "0086"}});
    CHECK(html.find("&lt;b&gt;&amp;&quot;") != std::string::npos);
    CHECK(html.find("mso-number-format:\"\\@\"") != std::string::npos);
    CHECK(html.find("<td sdnum=\"0;0;@\" style='mso-number-format:\"\\@\"'>0086</td>") !=
          std::string::npos);
}
