#include "app/import_cell.h"
#include "app/import_plan.h"
#include "app_fixture.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

std::vector<std::string> target_keys(const ImportPlan& plan) {
    std::vector<std::string> keys;
    for (const PlannedColumn& column : plan.columns) {
        const ColumnTarget target = column.target;
        if (target.left_out()) {
            keys.emplace_back("-");
            continue;
        }
        keys.push_back(std::string(info_of(target.type).key) + "." +
                       std::string(field_of(target.type, target.field)->key) +
                       (target.carton_size ? "*" : ""));
    }
    return keys;
}

using Keys = std::vector<std::string>;

ImportPlan customers_plan(const Table& table) {
    return guess_plan(table, ImportKind::customers, {});
}

} // namespace

TEST_CASE("Chinese headers below a title are found and understood") {
    const Table table = table_of({
        {"2026 年广交会客户名单", "", "", "", "", "", "", "", ""},
        {"", "", "", "", "", "", "", "", ""},
        {"客户名称", "国别", "联系人", "手机", "电子邮件", "网址", "级别", "来源", "备注"},
        {"Andina", "秘鲁", "Luis", "#13800138000", "l@example.com", "example.com", "A", "展会",
         "x"},
    });
    CHECK(find_header_row(table) == 2);
    const ImportPlan plan = customers_plan(table);
    CHECK(plan.first_row == 3);
    CHECK(target_keys(plan) == Keys{"customer.name", "customer.country", "contact.name",
                                    "contact.mobile", "customer.email", "customer.website",
                                    "customer.grade", "customer.source", "customer.notes"});
}

TEST_CASE("English and bilingual headers with marks are understood") {
    const Table table =
        table_of({{"Company Name *", "Country/Region", "Attn.", "Cell", "E-mail Address",
                   "Tel / Fax", "公司网址 Website", "Lead Source", "Remarks"},
                  {"A", "Peru", "B", "1", "a@example.com", "2", "w", "Fair", "n"}});
    CHECK(target_keys(customers_plan(table)) ==
          Keys{"customer.name", "customer.country", "contact.name", "contact.mobile",
               "customer.email", "customer.phone", "customer.website", "customer.source",
               "customer.notes"});
}

TEST_CASE("Name is the person's beside Company, and the firm's alone") {
    CHECK(target_keys(customers_plan(table_of({{"Name", "Company", "Email"}, {"a", "b", "c"}}))) ==
          Keys{"contact.name", "customer.name", "customer.email"});
    CHECK(target_keys(customers_plan(table_of({{"Name", "Email"}, {"b", "c"}}))) ==
          Keys{"customer.name", "customer.email"});
}

TEST_CASE("a second column of one meaning goes to the contact, notes are put together") {
    const Table table = table_of({{"公司", "电话", "电话", "邮箱", "邮箱", "备注", "Remark"},
                                  {"a", "1", "2", "3", "4", "5", "6"}});
    CHECK(target_keys(customers_plan(table)) ==
          Keys{"customer.name", "customer.phone", "contact.phone", "customer.email",
               "contact.email", "customer.notes", "customer.notes"});
}

TEST_CASE("columns without known headers are guessed by their values") {
    const Table table = table_of({{"Andina Hogar", "Peru", "luis@example.com", "+51 1 555 0132"},
                                  {"Casa Bonita", "巴西", "joao@example.com", "+55 11 5550 0133"},
                                  {"Zielony Dom", "PL", "p@example.com", "+48 61 555 01 13"}});
    const ImportPlan plan = customers_plan(table);
    CHECK_FALSE(plan.has_header);
    CHECK(plan.first_row == 0);
    CHECK(target_keys(plan) ==
          Keys{"customer.name", "customer.country", "customer.email", "customer.phone"});
    CHECK(plan.columns[1].by == GuessedBy::values);
}

TEST_CASE("a price list is told from a customer list, with its currency and carton size") {
    const Table table =
        table_of({{"货号", "品名", "英文品名", "单价(USD)", "起订量", "装箱数", "外箱尺寸(cm)",
                   "毛重", "净重", "HS CODE"},
                  {"LP-1", "灯", "Lamp", "#7.66", "#500", "#8", "56×32.5×49", "#9", "#8", "9405"}});
    CHECK(guess_import_kind(table, find_header_row(table)) == ImportKind::products);
    const ImportPlan plan = guess_plan(table, ImportKind::products, {});
    CHECK(target_keys(plan) == Keys{"product.model", "product.name_zh", "product.name_en",
                                    "product.price", "product.moq", "product.carton_pieces",
                                    "product.carton_length*", "product.gross_weight",
                                    "product.net_weight", "product.hs_code"});
    CHECK(plan.price_currency == "USD");
    CHECK(guess_import_kind(table_of({{"公司", "国家"}, {"a", "b"}}), 0) == ImportKind::customers);
}

TEST_CASE("what the user chose is remembered by header, also what is left out") {
    const Table table = table_of({{"公司", "Zusatz", "备注"}, {"a", "b", "c"}});
    ImportPlan plan = customers_plan(table);
    CHECK(plan.columns[1].target.left_out());
    set_target(plan, 1, {RecordType::customer, customer::interest});
    set_target(plan, 2, {});
    ImportMemory memory;
    memory.remember(plan);
    const ImportPlan again = guess_plan(table, ImportKind::customers, memory);
    CHECK(target_keys(again) == Keys{"customer.name", "customer.interest", "-"});
    CHECK(again.columns[1].by == GuessedBy::memory);
}

TEST_CASE("one column at a time has a target that takes one value") {
    ImportPlan plan = customers_plan(table_of({{"公司", "X"}, {"a", "b"}}));
    set_target(plan, 1, {RecordType::customer, customer::name});
    CHECK(target_keys(plan) == Keys{"-", "customer.name"});
    set_target(plan, 1, {RecordType::customer, customer::notes});
    set_target(plan, 0, {RecordType::customer, customer::notes});
    CHECK(target_keys(plan) == Keys{"customer.notes", "customer.notes"});

    ImportPlan products = guess_plan(table_of({{"货号", "外箱尺寸", "宽"}, {"a", "1x2x3", "2"}}),
                                     ImportKind::products, {});
    CHECK(target_keys(products) == Keys{"product.model", "product.carton_length*", "-"});
    set_target(products, 2, {RecordType::product, product::carton_width});
    CHECK(target_keys(products) == Keys{"product.model", "-", "product.carton_width"});
}

TEST_CASE("every column of an odd or empty table has a plan") {
    CHECK(customers_plan(Table()).columns.empty());
    const Table table = table_of({{"only"}, {}, {"", "", "x"}});
    const ImportPlan plan = customers_plan(table);
    CHECK(plan.columns.size() == 3);
    CHECK_FALSE(plan.has_header);
}

TEST_CASE("cells are read with their units, signs and several addresses") {
    const FieldInfo& moq = *field_of(RecordType::product, product::moq);
    const FieldInfo& email = *field_of(RecordType::customer, customer::email);
    const FieldInfo& country = *field_of(RecordType::customer, customer::country);
    const FieldInfo& phone = *field_of(RecordType::customer, customer::phone);
    const auto value = [](const FieldInfo& field, std::string_view text) {
        return cell_value(field, {CellKind::text, text}).value;
    };
    CHECK(value(moq, "500 pcs") == "500");
    CHECK(value(moq, "US$ 7.66/pc") == "7.66");
    CHECK(value(moq, "30-45").empty());
    CHECK(value(country, "德国") == "DE");
    CHECK(value(country, "Holland") == "NL");
    CHECK(cell_value(country, {CellKind::text, "Atlantis"}).fault.has_value());
    CHECK(cell_value(country, {CellKind::text, "QQ"}).fault.has_value());
    CHECK(value(email, "Emma <emma@example.com>") == "emma@example.com");
    const CellValue two = cell_value(email, {CellKind::text, "a@example.com; b@example.com"});
    CHECK(two.value == "a@example.com");
    CHECK(two.fault.has_value());
    CHECK(value(phone, "0086 138 0013 8000") == "0086 138 0013 8000");
    CHECK(cell_value(phone, {CellKind::number, "13800138000"}).value == "13800138000");
    CHECK(cell_value(phone, {CellKind::text, "1.38E+10"}).fault.has_value());
    CHECK(cell_value(moq, {CellKind::error, "#REF!"}).fault.has_value());
}

TEST_CASE("carton sizes are split whatever separates them and turned into centimetres") {
    const auto texts = [](std::string_view text, std::string_view header = "") {
        std::vector<std::string> sides;
        const auto size = carton_size(text, header);
        if (!size) return sides;
        for (const Decimal& side : *size) sides.push_back(side.to_text());
        return sides;
    };
    CHECK(texts("56×32.5×49") == Keys{"56", "32.5", "49"});
    CHECK(texts("L56*W32.5*H49 cm") == Keys{"56", "32.5", "49"});
    CHECK(texts("560 x 325 x 490 mm") == Keys{"56", "32.5", "49"});
    CHECK(texts("560*325*490", "外箱尺寸(mm)") == Keys{"56", "32.5", "49"});
    CHECK(texts("10\"x10\"x20\"") == Keys{"25.4", "25.4", "50.8"});
    CHECK(texts("56×32").empty());
    CHECK(texts("1x2x3x4").empty());
    CHECK(texts("大").empty());
}

TEST_CASE("a currency beside a price is understood") {
    CHECK(currency_beside("单价(USD)") == "USD");
    CHECK(currency_beside("US$ 7.66") == "USD");
    CHECK(currency_beside("12.5 EUR/pc") == "EUR");
    CHECK(currency_beside("Unit Price").empty());
    CHECK(currency_beside("7.66").empty());
}
