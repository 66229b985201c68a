#include "app/import_report.h"

#include "base/formula_guard.h"

namespace bb {
namespace {

std::string_view verdict_words(RowVerdict verdict, Language language) {
    switch (verdict) {
    case RowVerdict::new_record: return words(Text::import_verdict_new, language);
    case RowVerdict::update: return words(Text::import_verdict_update, language);
    case RowVerdict::duplicate: return words(Text::import_verdict_duplicate, language);
    case RowVerdict::faulty: return words(Text::import_verdict_faulty, language);
    case RowVerdict::blank: break;
    }
    return {};
}

std::string reasons_text(const ImportPreview& preview, std::size_t at, Language language) {
    std::string text;
    for (const RowReason& reason : preview.reasons(at)) {
        if (!text.empty()) text += '\n';
        if (!reason.cell.empty()) text += reason.cell + ": ";
        text += format_words(reason.error.text, language, reason.error.args);
    }
    return text;
}

} // namespace

std::string csv_cell(std::string_view text) {
    const std::string cell = guarded(text);
    const bool quotes = cell.find_first_of(",;\"\t\r\n") != cell.npos || cell.starts_with(' ') ||
                        cell.ends_with(' ');
    if (!quotes) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string faults_csv(const ImportPreview& preview, const Table& table, Language language,
                       bool all) {
    std::string csv = "\xEF\xBB\xBF";
    const auto end_row = [&] { csv += "\r\n"; };
    csv += csv_cell(words(Text::import_report_row, language)) + ',' +
           csv_cell(words(Text::import_report_verdict, language)) + ',' +
           csv_cell(words(Text::import_report_reasons, language));
    for (const PlannedColumn& column : preview.plan().columns) csv += ',' + csv_cell(column.header);
    end_row();
    for (std::size_t at = 0; at < preview.rows().size(); ++at) {
        const PreviewRow& row = preview.rows()[at];
        const bool listed = row.fault_count > 0 || row.verdict == RowVerdict::duplicate;
        if (!all && !listed) continue;
        csv += std::to_string(row.table_row + 1) + ',' +
               csv_cell(verdict_words(row.verdict, language)) + ',' +
               csv_cell(reasons_text(preview, at, language));
        for (std::size_t column = 0; column < table.column_count(); ++column) {
            csv += ',' + csv_cell(table.cell(row.table_row, column).text);
        }
        end_row();
    }
    return csv;
}

} // namespace bb
