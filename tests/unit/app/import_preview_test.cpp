#include "app/import_report.h"
#include "import_fixture.h"

#include <algorithm>

using namespace bb;

namespace {

using enum RowVerdict;
using Verdicts = std::vector<RowVerdict>;

std::string cell_of(const RowReason& reason) { return reason.cell; }

} // namespace

TEST_CASE_FIXTURE(ImportFixture, "rows become customers with contacts, phones stay text") {
    const Table table =
        table_of({{"公司", "国家", "联系人", "手机", "邮箱", "备注", "Remarks"},
                  {"Andina", "秘鲁", "Luis", "#013800138000", "L@Example.com", "one", "two"},
                  {"", "", "", "", "", "", ""},
                  {"Solo", "", "", "", "", "", ""}});
    const ImportPreview preview = preview_of(table);
    CHECK(verdicts(preview) == Verdicts{new_record, new_record});
    CHECK(preview.counts().accepted == 2);
    CHECK(preview.value(0, RecordType::customer, customer::country) == "PE");
    perform(action_of(preview));
    CHECK(records().live_count(RecordType::customer) == 2);
    const RecordView customer = records().at(RecordType::customer, 0);
    CHECK(customer.value(customer::name) == "Andina");
    CHECK(customer.value(customer::country) == "PE");
    CHECK(customer.value(customer::notes) == "one\ntwo");
    const auto contacts = records().children(RecordType::contact, customer.id());
    REQUIRE(contacts.size() == 1);
    CHECK(value(RecordType::contact, contacts[0], contact::name) == "Luis");
    CHECK(value(RecordType::contact, contacts[0], contact::mobile) == "013800138000");
    CHECK(records().child_count(RecordType::contact, records().at(RecordType::customer, 1).id()) ==
          0);
}

TEST_CASE_FIXTURE(ImportFixture,
                  "three faults of a row are three faults, and the rest of it is imported") {
    const Table table = table_of(
        {{"公司", "国家", "邮箱", "下次跟进"}, {"Andina", "Atlantis", "no address", "soon"}});
    const ImportPreview preview = preview_of(table);
    CHECK(verdicts(preview) == Verdicts{new_record});
    CHECK(preview.rows()[0].fault_count == 3);
    CHECK(preview.counts().cells_left_out == 3);
    const auto reasons = preview.reasons(0);
    REQUIRE(reasons.size() == 3);
    CHECK(cell_of(reasons[0]) == "B2");
    CHECK(cell_of(reasons[1]) == "C2");
    CHECK(cell_of(reasons[2]) == "D2");
    CHECK(reasons[0].error.text == Text::error_not_country);
    perform(action_of(preview));
    CHECK(value(RecordType::customer, only_customer(), customer::country).empty());
}

TEST_CASE_FIXTURE(ImportFixture,
                  "a row that names nobody is faulty, one with a contact is called by it") {
    const Table table = table_of({{"公司", "联系人", "国家"}, {"", "", "DE"}, {"", "Ana", "DE"}});
    const ImportPreview preview = preview_of(table);
    CHECK(verdicts(preview) == Verdicts{faulty, new_record});
    CHECK(preview.reasons(0).back().error.text == Text::import_no_name);
    CHECK(preview.counts().faulty == 1);
    perform(action_of(preview));
    CHECK(value(RecordType::customer, only_customer(), customer::name) == "Ana");
}

TEST_CASE_FIXTURE(ImportFixture, "an update fills empty fields and overwrites only when told to") {
    add(RecordType::customer,
        {{customer::name, "Andina"}, {customer::email, "l@example.com"}, {customer::city, "Lima"}});
    const Table table = table_of(
        {{"公司", "邮箱", "城市", "传真"}, {"Andina Hogar", "L@EXAMPLE.com", "Cusco", "1234567"}});
    ImportPlan plan = plan_of(table);
    ImportPreview preview = preview_of(table, plan);
    CHECK(verdicts(preview) == Verdicts{update});
    CHECK(preview.match(0) == only_customer());
    const auto reasons = preview.reasons(0);
    CHECK(reasons[0].error.text == Text::import_same_email);
    CHECK(reasons[0].error.args == std::vector<std::string>{"Andina", "l@example.com"});
    CHECK(std::ranges::count(reasons, "C2", cell_of) == 1); // Lima stays
    perform(action_of(preview));
    CHECK(value(RecordType::customer, only_customer(), customer::city) == "Lima");
    CHECK(value(RecordType::customer, only_customer(), customer::fax) == "1234567");
    CHECK(value(RecordType::customer, only_customer(), customer::name) == "Andina");

    plan.overwrite = true;
    import(table, plan);
    CHECK(value(RecordType::customer, only_customer(), customer::city) == "Cusco");
    CHECK(value(RecordType::customer, only_customer(), customer::name) == "Andina Hogar");
    CHECK(verdicts(preview_of(table, plan)) == Verdicts{duplicate});
}

TEST_CASE_FIXTURE(ImportFixture,
                  "customers match by e-mail, phone, domain, and name with country") {
    const RecordId id =
        add(RecordType::customer, {{customer::name, "Andina Hogar S.A."},
                                   {customer::country, "PE"},
                                   {customer::website, "https://www.andina-hogar.pe/contacto"},
                                   {customer::phone, "+51 (1) 555-01 32"}});
    add_contact(id, {{contact::name, "Luis"}, {contact::email, "luis@gmail.com"}});
    const auto verdict_of = [&](std::string_view name, std::string_view country,
                                std::string_view email, std::string_view phone, MatchKeys keys) {
        const Table table =
            table_of({{"公司", "国家", "邮箱", "电话"}, {name, country, email, phone}});
        ImportPlan plan = plan_of(table);
        plan.keys = keys;
        return preview_of(table, plan).rows()[0].verdict;
    };
    const MatchKeys all{.domain = true};
    CHECK(verdict_of("X", "", "Luis@Gmail.com", "", all) == update);
    CHECK(verdict_of("X", "", "other@gmail.com", "", all) ==
          new_record); // a free mailbox is no firm
    CHECK(verdict_of("X", "", "info@andina-hogar.pe", "", all) == update);
    CHECK(verdict_of("X", "", "info@andina-hogar.pe", "", {}) == new_record);
    CHECK(verdict_of("X", "", "", "0051 1 5550132", all) == duplicate);
    CHECK(verdict_of("X", "", "", "15550132", all) == duplicate);
    CHECK(verdict_of("X", "", "", "+52 1 5550132", all) == new_record); // another country's number
    CHECK(verdict_of("ANDINA HOGAR, SA", "Peru", "", "", all) == duplicate);
    CHECK(verdict_of("Andina Hogar SA", "", "", "", all) == duplicate);
    CHECK(verdict_of("Andina Hogar SA", "Chile", "", "", all) == new_record);
    CHECK(verdict_of("Andina Hogar SA", "Peru", "", "", {.name = false}) == new_record);
}

TEST_CASE_FIXTURE(ImportFixture, "customers in the recycle bin are not matched") {
    const RecordId id = add(RecordType::customer, {{customer::name, "Andina"}});
    set(RecordType::customer, id, {{common::deleted, "1"}});
    CHECK(verdicts(preview_of(table_of({{"公司", "国家"}, {"Andina", "PE"}}))) ==
          Verdicts{new_record});
}

TEST_CASE_FIXTURE(ImportFixture,
                  "rows of one file for one company become one customer with its contacts") {
    const Table table = table_of({{"公司", "国家", "联系人", "联系人邮箱", "城市"},
                                  {"Andina", "PE", "Luis", "luis@example.com", ""},
                                  {"Andina", "PE", "Rosa", "rosa@example.com", "Lima"},
                                  {"Andina", "PE", "Luis", "luis@example.com", "Cusco"}});
    const ImportPreview preview = preview_of(table);
    CHECK(verdicts(preview) == Verdicts{new_record, update, duplicate});
    CHECK(preview.reasons(1)[0].error == Error{Text::import_same_row, {"2"}});
    perform(action_of(preview));
    const RecordId customer = only_customer();
    CHECK(value(RecordType::customer, customer, customer::city) == "Lima");
    const auto contacts = records().children(RecordType::contact, customer);
    REQUIRE(contacts.size() == 2);
    CHECK(value(RecordType::contact, contacts[0], contact::name) == "Luis");
    CHECK(value(RecordType::contact, contacts[1], contact::name) == "Rosa");
}

TEST_CASE_FIXTURE(ImportFixture,
                  "an existing contact is filled by e-mail or name, and never mixed up") {
    const RecordId id = add(RecordType::customer, {{customer::name, "Andina"}});
    const RecordId ana =
        add_contact(id, {{contact::name, "Ana"}, {contact::email, "ana@example.com"}});
    import(table_of({{"公司", "联系人", "联系人邮箱", "手机"},
                     {"Andina", "", "ANA@example.com", "111111"},
                     { "Andina",
                       "Ana",
                       "other.ana@example.com",
                       "222222" }}));
    CHECK(value(RecordType::contact, ana, contact::mobile) == "111111");
    CHECK(records().child_count(RecordType::contact, id) == 2);
    import(table_of({{"公司", "联系人", "职位"}, { "Andina", "ana", "Buyer" }}));
    CHECK(value(RecordType::contact, ana, contact::title) == "Buyer");
    CHECK(records().child_count(RecordType::contact, id) == 2);
}

TEST_CASE_FIXTURE(ImportFixture, "an unticked row is left out, and others take its place") {
    const Table table = table_of({{"公司", "城市", "电话"},
                                  {"Andina", "Lima", ""},
                                  {"Andina", "", "5550132"},
                                  {"Other", "", ""}});
    ImportPreview preview = preview_of(table);
    preview.accept(0, false);
    preview.accept(2, false);
    CHECK(preview.counts().accepted == 1);
    perform(action_of(preview));
    CHECK(value(RecordType::customer, only_customer(), customer::name) == "Andina");
    CHECK(value(RecordType::customer, only_customer(), customer::city).empty());
    preview.accept_all(false);
    CHECK(action_of(preview).edits.empty());
    CHECK(preview.outdated());
}

TEST_CASE_FIXTURE(ImportFixture,
                  "products are matched by model and get the currency of the header") {
    const Table table = table_of({{"货号", "英文品名", "单价(USD)", "外箱尺寸"},
                                  {"LP-1", "Panel", "#7.660", "56×32.5×49"},
                                  {"", "", "1", ""},
                                  {"lp-1", "Panel", "#7.66", "bad"}});
    const ImportPlan plan = plan_of(table, ImportKind::products);
    const ImportPreview preview = preview_of(table, plan);
    CHECK(verdicts(preview) == Verdicts{new_record, faulty, duplicate});
    CHECK(std::ranges::count(preview.reasons(2), "D4", cell_of) == 1);
    perform(action_of(preview));
    const RecordView product = records().at(RecordType::product, 0);
    CHECK(product.value(product::currency) == "USD");
    CHECK(product.value(product::carton_width) == "32.5");
    CHECK(verdicts(preview_of(table, plan)) == Verdicts{duplicate, faulty, duplicate});
}

TEST_CASE_FIXTURE(ImportFixture, "an empty table and a table of blank rows import nothing") {
    const Table empty;
    CHECK(preview_of(empty).rows().empty());
    const Table blank = table_of({{"公司", "国家"}, {"", " "}, {}});
    CHECK(preview_of(blank).rows().empty());
}

TEST_CASE_FIXTURE(ImportFixture,
                  "the report names faults by cell and can be evaluated by no spreadsheet") {
    const Table table = table_of({{"公司", "国家", "备注"},
                                  {"=HYPERLINK(\"x\")", "nowhere", "+86-138"},
                                  {"Fine", "DE", ""}});
    const ImportPreview preview = preview_of(table);
    const std::string csv = faults_csv(preview, table, Language::english);
    CHECK(csv.starts_with("\xEF\xBB\xBFRow,"));
    CHECK(csv.find("B2: ") != csv.npos);
    CHECK(csv.find("\"'=HYPERLINK(\"\"x\"\")\"") != csv.npos);
    CHECK(csv.find("'+86-138") != csv.npos);
    CHECK(csv.find("Fine") == csv.npos);
    CHECK(faults_csv(preview, table, Language::chinese, true).find("Fine") != csv.npos);
}

TEST_CASE("cells that begin like a formula are guarded, numbers stay numbers") {
    for (const std::string_view text :
         {"=1+1", "+1+1", "@SUM(A1)", "-1+1", "＝1", "\t=1", " =1", "－cmd"}) {
        CAPTURE(text);
        CHECK(csv_cell(text).find('\'') != std::string::npos);
    }
    CHECK(csv_cell("-12.50") == "-12.50");
    CHECK(csv_cell("12") == "12");
    CHECK(csv_cell("+86 138") == "+86 138");
    CHECK(csv_cell("+86-138") == "'+86-138"); // would be subtracted
    CHECK(csv_cell("a;\n=1") == "\"a;\n'=1\"");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("") == "");
}
