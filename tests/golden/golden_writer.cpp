// Writes the sample quotes as XLSX and PDF, for the checks by other programs.
//     golden_writer DIRECTORY
// Beside NAME.xlsx and NAME.pdf: NAME.full.pdf, the same written with the whole fonts, where
// BUYERBOOK_WHOLE_FONTS names their folder; and NAME.txt, what must be found in them. And the folder
// `injection`, with what must not be computed.
#include "documents/quote_sheet.h"
#include "documents_io/pdf_writer.h"
#include "documents_io/xlsx_writer.h"
#include "injection.h"
#include "samples.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace bb;

Bytes read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::string& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// Sizes of the fixtures, which never change.
SheetPicture fixture(std::string_view name) {
    SheetPicture picture;
    picture.bytes = read_file(std::string(BUYERBOOK_FIXTURES "/pictures/") + std::string(name));
    const bool panel = name == "panel.jpg", driver = name == "driver.jpg",
               bulb = name == "bulb.png";
    picture.width = panel ? 600 : driver ? 640 : bulb ? 360 : 520;
    picture.height = panel ? 600 : driver ? 360 : bulb ? 640 : 140;
    return picture;
}

FontFiles shipped_fonts() {
    const std::string folder = BUYERBOOK_FONT_DIR;
    return {{folder + "/sc-regular.otf"},
            {folder + "/sc-bold.otf"},
            {folder + "/latin-regular.ttf"},
            {folder + "/latin-bold.ttf"},
            {folder + "/sc-rare.otf"}};
}

FontFiles whole_fonts(const std::string& folder) {
    return {{folder + "/NotoSansCJK-Regular.ttc", 2},
            {folder + "/NotoSansCJK-Bold.ttc", 2},
            {folder + "/NotoSans-Regular.ttf"},
            {folder + "/NotoSans-Bold.ttf"}};
}

/// "row column text", "formula …" and the sums, one a line, for the scripts to look for.
std::string expectations(const QuoteDocument& quote, const SheetModel& sheet,
                         const std::string& missing) {
    const QuoteSums sums = sums_of(quote);
    std::string out = "total\t" + sums.total.to_text() + "\nlines_total\t" +
                      sums.lines_total.to_text() + "\nlines\t" +
                      std::to_string(quote.lines.size()) + "\nmissing\t" + missing + "\n";
    for (const SheetCell& cell : sheet.cells) {
        if (cell.kind == SheetCellKind::text && !cell.text.empty()) {
            std::string text = cell.text;
            for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
                text.replace(at, 1, "\\n");
            out += "text\t" + std::to_string(cell.row + 1) + "\t" +
                   std::to_string(cell.column + 1) + "\t" + text + "\n";
        }
        if (cell.kind == SheetCellKind::formula || cell.kind == SheetCellKind::number)
            out += (cell.formula.empty() ? "number\t" : "formula\t") +
                   std::to_string(cell.row + 1) + "\t" + std::to_string(cell.column + 1) + "\t" +
                   cell.number.to_text() + "\n";
        if (cell.kind == SheetCellKind::picture)
            out += "picture\t" + std::to_string(cell.row + 1) + "\t" +
                   std::to_string(cell.column + 1) + "\t" + cell.text + "\n";
    }
    return out;
}

bool write_sample(const samples::Sample& sample, const std::string& folder) {
    const SheetModel sheet = quote_sheet(sample.quote, fixture);
    const std::string path = folder + "/" + sample.name;
    const Result<Bytes> xlsx = write_xlsx(std::span(&sheet, 1));
    const Result<PdfFile> pdf = write_pdf(sheet, shipped_fonts());
    if (!xlsx || !pdf) {
        const Error& error = xlsx ? pdf.error() : xlsx.error();
        const std::string words = format_words(error.text, Language::english, error.args);
        return std::fprintf(stderr, "%s: %s\n", sample.name.c_str(), words.c_str()) < 0;
    }
    write_file(path + ".xlsx", as_text(*xlsx));
    write_file(path + ".pdf", as_text(pdf->bytes));
    write_file(path + ".txt", expectations(sample.quote, sheet, pdf->missing));
    const char* whole = std::getenv("BUYERBOOK_WHOLE_FONTS");
    if (!whole) return true;
    const Result<PdfFile> full = write_pdf(sheet, whole_fonts(whole));
    if (full) write_file(path + ".full.pdf", as_text(full->bytes));
    return full.ok();
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) return std::fprintf(stderr, "usage: golden_writer DIRECTORY\n"), 2;
    const std::string injection = std::string(arguments[1]) + "/injection";
    std::filesystem::create_directories(injection);
    bool ok = samples::write_injection_files(injection);
    for (const samples::Sample& sample : samples::all_samples())
        ok = write_sample(sample, arguments[1]) && ok;
    return ok ? 0 : 1;
}
