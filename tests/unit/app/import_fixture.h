// An app into which tables are imported.
#pragma once

#include "app/import_preview.h"
#include "app/import_writing.h"
#include "app_fixture.h"

#include <doctest/doctest.h>

#include <vector>

namespace bb {

struct ImportFixture : AppFixture {
    std::vector<RowVerdict> verdicts(const ImportPreview& preview) {
        std::vector<RowVerdict> result;
        for (const PreviewRow& row : preview.rows()) result.push_back(row.verdict);
        return result;
    }
    ImportPlan plan_of(const Table& table, ImportKind kind = ImportKind::customers) {
        return guess_plan(table, kind, {});
    }
    ImportPreview preview_of(const Table& table, const ImportPlan& plan) {
        ImportPreview preview(table, plan, records());
        while (!preview.step(3)) {
            CHECK(preview.progress() <= 1000);
        }
        CHECK(preview.progress() == 1000);
        return preview;
    }
    /// What accepting the preview would do, as one action.
    Action action_of(const ImportPreview& preview) {
        Action action = preview.action();
        ImportWriting writing(preview);
        for (int before = 0; !writing.step(5, action.edits, ids, now);) {
            CHECK(writing.progress() >= before);
            before = writing.progress();
        }
        CHECK(writing.progress() == 1000);
        return action;
    }
    ImportPreview preview_of(const Table& table) { return preview_of(table, plan_of(table)); }
    void import(const Table& table, const ImportPlan& plan) {
        perform(action_of(preview_of(table, plan)));
    }
    void import(const Table& table) { import(table, plan_of(table)); }

    RecordId only_customer() {
        REQUIRE(records().live_count(RecordType::customer) == 1);
        return records().at(RecordType::customer, 0).id();
    }
};

} // namespace bb
