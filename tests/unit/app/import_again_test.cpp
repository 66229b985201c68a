// Imports of random lists: the same file once more changes nothing, and undo takes all of it back.
#include "import_fixture.h"

using namespace bb;

namespace {

/// Rows of a few companies that do not contradict each other: many of one firm, cells left empty,
/// some broken, some with new contacts.
Table random_sheet(IdSource& random, std::size_t rows) {
    Table table;
    const auto add = [&](std::string_view text) { table.add_cell(CellKind::text, text); };
    for (const std::string_view header :
         {"公司", "国家", "邮箱", "电话", "联系人", "联系人邮箱", "手机", "城市", "备注"}) {
        add(header);
    }
    table.end_row();
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string firm = std::to_string(random.next_random() % 12);
        const std::string person = firm + std::to_string(random.next_random() % 3);
        const auto sometimes = [&](const std::string& text) {
            add(random.next_random() % 3 == 0 ? std::string() : text);
        };
        add("Firm " + firm + " Ltd.");
        sometimes(firm.size() > 1 ? "德国" : "PE");
        sometimes("m" + firm + "@firm" + firm + ".example");
        sometimes("+51 1 5550 0" + firm + "0");
        sometimes("Person " + person);
        sometimes(random.next_random() % 9 == 0 ? "broken"
                                                : "p" + person + "@firm" + firm + ".example");
        sometimes("9990000" + person);
        sometimes(random.next_random() % 2 == 0 ? "Lima" : "Poznań");
        sometimes("note " + std::to_string(random.next_random() % 4));
        table.end_row();
    }
    return table;
}

} // namespace

TEST_CASE_FIXTURE(ImportFixture, "the same file twice brings only duplicates the second time") {
    for (const bool overwrite : {false, true}) {
        for (int round = 0; round < 25; ++round) {
            const Table table = random_sheet(ids, 40);
            ImportPlan plan = plan_of(table);
            plan.overwrite = overwrite;
            plan.keys.domain = round % 2 == 0;
            import(table, plan);
            const ImportPreview again = preview_of(table, plan);
            CAPTURE(round);
            CHECK(again.counts().new_records == 0);
            CHECK(again.counts().updates == 0);
            CHECK(action_of(again).edits.empty());
        }
    }
}

TEST_CASE_FIXTURE(ImportFixture, "undo of an import restores every visible value") {
    for (int round = 0; round < 10; ++round) {
        const auto visible = [&] {
            std::string text;
            for (const RecordType type : {RecordType::customer, RecordType::contact}) {
                for (Row row = 0; row < records().row_count(type); ++row) {
                    const RecordView record = records().at(type, row);
                    if (record.deleted()) continue;
                    for (const FieldInfo& field : info_of(type).fields) {
                        text += std::string(record.value(field.number)) + '|';
                    }
                }
            }
            return text;
        };
        const Table table = random_sheet(ids, 15);
        ImportPlan plan = plan_of(table);
        plan.overwrite = round % 2 == 0;
        const std::string before = visible();
        const ImportPreview preview = preview_of(table, plan);
        const Action action = action_of(preview);
        perform(action);
        const std::string after = visible();
        if (action.edits.empty()) continue;
        CHECK(after != before);
        file.undo(now);
        CHECK(visible() == before);
        file.redo(now);
        CHECK(visible() == after);
    }
}
