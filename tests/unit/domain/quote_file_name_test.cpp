// File names of quotes.
#include "base/id.h"
#include "base/utf8.h"
#include "quote_fixture.h"

using namespace bb;

TEST_CASE("A file name says product, model, quantity, date and customer") {
    QuoteDocument quote = complete_quote();
    CHECK(quote_file_name(quote, "") == "Desk_lamp_L-12_560_2026-11-21_C001");
    quote.language = DocumentLanguage::chinese;
    CHECK(quote_file_name(quote, "{product}_{model}_{qty}_{date}_{customerNo}") ==
          "台灯_L-12_560_2026-11-21_C001");
    CHECK(quote_file_name(quote, "报价 {number} ({date})") == "报价_Q2026-0123_2026-11-21");
    quote.revision = 2;
    CHECK(quote_file_name(quote, "{number}") == "Q2026-0123-R2");
    quote.customer_code.clear();
    quote.lines[0].model.clear();
    CHECK(quote_file_name(quote, "") == "台灯_560_2026-11-21");
    CHECK(quote_file_name(quote, "{other}/../x") == "other.x");
}

TEST_CASE("Several lines are marked as such") {
    QuoteDocument quote = complete_quote();
    quote.lines.push_back(lamp());
    quote.lines[1].model = "L-13";
    CHECK(quote_file_name(quote, "{product}_{model}_{qty}") == "Desk_lamp_L-12-etc_1120");
    quote.lines[1].unit = "sets";
    CHECK(quote_file_name(quote, "{model}_{qty}_{date}") == "L-12-etc_2026-11-21");
    quote.language = DocumentLanguage::chinese;
    CHECK(quote_file_name(quote, "{model}") == "L-12等");
}

TEST_CASE("A long product name gives way to date and customer number") {
    QuoteDocument quote = complete_quote();
    quote.language = DocumentLanguage::chinese;
    quote.lines[0].name_zh.clear();
    for (int i = 0; i < 200; ++i) quote.lines[0].name_zh += "灯";
    const std::string name = quote_file_name(quote, "");
    CHECK(code_point_count(name) == 75);
    CHECK(name.ends_with("_L-12_560_2026-11-21_C001"));
    for (int i = 0; i < 30; ++i) quote.lines[0].model += "-LONG";
    CHECK(code_point_count(quote_file_name(quote, "")) <= 75);
}

TEST_CASE("File names are safe on every system") {
    CHECK(safe_file_name("报价单 台灯") == "报价单_台灯");
    CHECK(safe_file_name("Müller & Söhne") == "Müller_Söhne");
    CHECK(safe_file_name("../../etc/passwd") == "etc_passwd");
    CHECK(safe_file_name("．．／ａ") == "a");
    CHECK(safe_file_name(".hidden") == "hidden");
    CHECK(safe_file_name("a\\b:c*d?e\"f<g>h|i") == "a_b_c_d_e_f_g_h_i");
    CHECK(safe_file_name("a\x01\x7F\n\tb") == "a_b");
    CHECK(safe_file_name("invoice\xE2\x80\xAE"
                         "fdp.exe") == "invoice_fdp.exe");
    CHECK(safe_file_name("a\xE2\x80\x8B"
                         "b") == "a_b");
    CHECK(safe_file_name("name. ") == "name");
    CHECK(safe_file_name("a..b__c--d") == "a.b_c-d");
    CHECK(safe_file_name("quote (1) .xlsx") == "quote_1.xlsx"); // the extension stays one
    CHECK(safe_file_name("") == "file");
    CHECK(safe_file_name("???") == "file");
    CHECK(safe_file_name("\xFF\xFE") == "file");
    CHECK(safe_file_name("قائمة الأسعار") == "قائمة_الأسعار");
    CHECK(safe_file_name("价格表😀") == "价格表");
    for (const char* name :
         {"CON", "nul", "Com1", "LPT9", "aux.txt", "con.tar.gz", "ＣＯＮ", "com¹"}) {
        const std::string safe = safe_file_name(name);
        CHECK_MESSAGE((safe.starts_with('_') || safe == "com"), safe);
    }
    CHECK(safe_file_name("CONTRACT") == "CONTRACT");
    CHECK(safe_file_name("com10") == "com10");
    CHECK(code_point_count(safe_file_name(std::string(300, 'x'))) == 80);
}

TEST_CASE("A safe file name stays as it is, whatever it was made from") {
    IdSource random{14};
    constexpr std::string_view pieces[] = {
        "CON",  "nul",  ".",  "..",           "/", "_", "-", " ", "客户", "😀", "é", "١", "a",
        "COM1", "\xFF", "𠮷", "\xE2\x80\xAE", "．"};
    for (int i = 0; i < 20'000; ++i) {
        std::string wanted;
        for (std::uint64_t n = random.next_random() % 60; n > 0; --n) {
            wanted += pieces[random.next_random() % std::size(pieces)];
        }
        const std::string safe = safe_file_name(wanted);
        REQUIRE(safe_file_name(safe) == safe);
        REQUIRE(is_utf8(safe));
        REQUIRE(!safe.empty());
        REQUIRE(code_point_count(safe) <= 80);
        REQUIRE(safe.size() <= 240);
        REQUIRE(safe.front() != '.');
        REQUIRE(safe.back() != '.');
        REQUIRE(safe.find('/') == std::string::npos);
    }
}
