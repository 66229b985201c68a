// Seeds of the targets that read spreadsheets, messages of the worker, searches and JSON.
#include "app/note_drafts.h"
#include "documents/worker_protocol.h"
#include "fuzz/seeds.h"
#include "unit/documents_io/read_support.h"

using namespace bb;

namespace {

Bytes after(std::uint8_t which, const Bytes& message) {
    Bytes seed{which};
    seed.insert(seed.end(), message.begin(), message.end());
    return seed;
}

void spreadsheet_seeds() {
    for (const char* name : {"utf8_bom.csv", "gb18030.csv", "utf16le.tsv"})
        write_seed("csv", name, as_bytes(test::fixture(name)));
    write_seed("csv", "guarded", as_bytes("sep=;\n=\"00123\";\"a \"\"b\"\"\r\nc\";\n;x\n"));
    write_seed("xlsx", "libreoffice.xlsx", as_bytes(test::fixture("libreoffice.xlsx")));
    const test::Parts parts = test::parts_of(
        {"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46347.5</v></c>"
         "<c t=\"inlineStr\"><is><t>_x000D_</t></is></c><c t=\"b\"><v>1</v></c>"
         "<c t=\"str\"><f>A1</f></c></row>",
         "<si><r><t>a</t></r><rPh><t>b</t></rPh></si>",
         "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[h]:mm;@\"/></numFmts>"
         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>",
         "<workbookPr date1904=\"1\"/>", "x:"});
    for (std::size_t n = 0; n < parts.size(); ++n) {
        ByteWriter seed;
        seed.u8(static_cast<std::uint8_t>(n));
        seed.u16(static_cast<std::uint16_t>(parts[n].second.size()));
        seed.raw(as_bytes(parts[n].second));
        write_seed("xlsx", ("part_" + std::to_string(n)).c_str(), seed.bytes());
    }
}

void message_seeds() {
    SheetModel sheet;
    sheet.title = "Quotation";
    sheet.column_widths = {100, 60};
    sheet.rows = {{20, true}, {20, false}};
    sheet.styles = {CellStyle{}};
    SheetCell cell;
    cell.text = "客户";
    sheet.cells.push_back(cell);
    cell.row = 1;
    cell.kind = SheetCellKind::formula;
    cell.formula = "1+1";
    cell.number = Decimal(2);
    sheet.cells.push_back(cell);
    sheet.pictures.push_back({"picture", {0xFF, 0xD8}, 20, 10});
    write_seed("sheet", "sheet", pack_sheet(sheet));
    write_seed("sheet", "sheets", pack_sheets(std::span(&sheet, 1)));

    SheetFile file;
    file.table.add_cell(CellKind::text, "a");
    file.table.skip_to(2);
    file.table.add_cell(CellKind::number, "7.66");
    file.table.end_row();
    file.sheet_name = "S";
    file.sheet_names = {"S", "T"};
    file.notes = {{Text::read_note_cut_off}, {Text::read_note_hidden_sheets, {"2"}}};
    const NamedTable table{"Customers", file.table};
    write_seed("worker", "sheet_file", after(0, pack_sheet_file(file)));
    write_seed("worker", "tables", after(1, pack_tables(std::span(&table, 1))));
    write_seed("worker", "pdf", after(2, pack_pdf_file({{1, 2, 3}, "李"})));
    write_seed("worker", "table", after(3, file.table.packed()));
    write_seed("worker", "request", after(4, pack_read_request({"a.xlsx", 1})));
    const std::string folder = BUYERBOOK_FIXTURES "/pictures/";
    for (const char* name : {"panel.jpg", "bulb.png"}) {
        std::ifstream in(folder + name, std::ios::binary);
        Bytes picture{std::istreambuf_iterator<char>(in), {}};
        picture.resize(std::min<std::size_t>(picture.size(), 1024));
        write_seed("worker", name, after(5, picture));
    }
}

} // namespace

void write_document_seeds() {
    spreadsheet_seeds();
    message_seeds();
    write_seed("search", "words",
               as_bytes("mull 4930\nMüller\t+49 (30) 901820\tBerlin\n李\t\t北京\n"));
    write_seed("search", "phone", as_bytes("0301 90\nStraße\t030 / 19 01\n"));
    const NoteDrafts drafts{{RecordId{1, 2}, {"call", "asked for \"samples\"\n", "next week"}}};
    write_seed("json", "drafts", as_bytes(note_drafts_text(drafts)));
}
