#include "documents_io/cell_number.h"
#include "documents_io/xlsx_number_formats.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

std::string dated(double serial, NumberForm form, bool epoch_1904 = false) {
    std::optional<DatedCell> cell = dated_cell(serial, form, epoch_1904);
    return cell ? cell->text : "no date";
}

NumberForm form(std::string_view code) { return cell_format(code).form; }

} // namespace

TEST_CASE("numbers come with all their digits and without an exponent") {
    CHECK(number_text("13800138000") == "13800138000");
    CHECK(number_text("1.38E+10") == "13800000000");
    CHECK(number_text("1.3800138E10") == "13800138000");
    CHECK(number_text("13800138000.0") == "13800138000");
    CHECK(number_text("0.1") == "0.1");
    CHECK(number_text("-.5") == "-0.5");
    CHECK(number_text("1.5e-7") == "0.00000015");
    CHECK(number_text("4.2000000000000002") == "4.2");
    CHECK(number_text("1234.5678000000000338") == "1234.5678");
    CHECK(number_text("0.30000000000000004") == "0.30000000000000004");
    CHECK(number_text("6222021234567890123") == "6222021234567890123");
    CHECK(number_text("1.2345678901234568E+17") == "123456789012345680");
    CHECK(number_text("0E0") == "0");
    CHECK(number_text("-0.0") == "0");
    CHECK(number_text("+7") == "7");
    CHECK(number_text("1E+300") == "1E+300");
}

TEST_CASE("what is no number is not taken for one") {
    for (const char* text : {"", "-", ".", "1,5", "NaN", "0x10", "1e", "1e99999", "1 2", "1.2.3"}) {
        CAPTURE(text);
        CHECK_FALSE(number_text(text));
    }
}

TEST_CASE("serial days of both epochs are dates") {
    CHECK(dated(46347, NumberForm::date) == "2026-11-21");
    CHECK(dated(46347 - 1462, NumberForm::date, true) == "2026-11-21");
    CHECK(dated(1, NumberForm::date) == "1900-01-01");
    CHECK(dated(59, NumberForm::date) == "1900-02-28");
    CHECK(dated(60, NumberForm::date) == "no date"); // 1900 was no leap year
    CHECK(dated(61, NumberForm::date) == "1900-03-01");
    CHECK(dated(0, NumberForm::date) == "no date");
    CHECK(dated(0, NumberForm::date, true) == "1904-01-01");
    CHECK(dated(-1, NumberForm::date) == "no date");
    CHECK(dated(2958465, NumberForm::date) == "9999-12-31");
    CHECK(dated(2958465, NumberForm::date, true) == "no date");
    CHECK(dated(1e300, NumberForm::date) == "no date");
}

TEST_CASE("times of day come with the day, alone as text") {
    CHECK(dated(46347.584756944445, NumberForm::datetime) == "2026-11-21T14:02:03.000Z");
    CHECK(dated(46347, NumberForm::datetime) == "2026-11-21");
    CHECK(dated(46347.9, NumberForm::date) == "2026-11-21");
    CHECK(dated(46346.99999999999, NumberForm::datetime) == "2026-11-21");
    CHECK(dated(0.5, NumberForm::time) == "12:00:00");
    CHECK(dated(1.25, NumberForm::duration) == "30:00:00");
    CHECK(dated_cell(0.5, NumberForm::time, false)->kind == CellKind::text);
}

TEST_CASE("dates stored as ISO text are dates") {
    CHECK(dated_cell("2026-11-21")->text == "2026-11-21");
    CHECK(dated_cell("2026-11-21T00:00:00")->text == "2026-11-21");
    CHECK(dated_cell("2026-11-21T14:02:03")->text == "2026-11-21T14:02:03.000Z");
    CHECK_FALSE(dated_cell("21.11.2026"));
    CHECK_FALSE(dated_cell(""));
}

TEST_CASE("number formats tell dates from numbers") {
    CHECK(form("yyyy-mm-dd") == NumberForm::date);
    CHECK(form("yyyy\"年\"m\"月\"d\"日\"") == NumberForm::date);
    CHECK(form("yyyy年m月d日") == NumberForm::date);
    CHECK(form("[$-804]yyyy\\年m\\月;@") == NumberForm::date);
    CHECK(form("e/m/d") == NumberForm::date);
    CHECK(form("mmm") == NumberForm::date);
    CHECK(form("m/d/yy h:mm") == NumberForm::datetime);
    CHECK(form("yyyy-mm-dd hh:mm:ss.000") == NumberForm::datetime);
    CHECK(form("上午/下午h\"时\"mm\"分\"") == NumberForm::time);
    CHECK(form("h:mm AM/PM") == NumberForm::time);
    CHECK(form("mm:ss.0") == NumberForm::time);
    CHECK(form("[h]:mm:ss") == NumberForm::duration);
    for (const char* code :
         {"General", "G/通用格式", "0.00", "#,##0.00 \"days\"", "0.00E+00", "@", "[Red]0;[Blue]-0",
          "[$USD] #,##0", "0.00 USD", "\\d0", "_d0", "# ?/?", "", "\"unclosed ymd", "[unclosed"}) {
        CAPTURE(code);
        CHECK(form(code) == NumberForm::plain);
    }
    CHECK(cell_format("00000").padded_to == 5);
    CHECK(cell_format("0").padded_to == 0);
}
