// The documents program: spreadsheets and PDFs, in a dedicated worker. web/documents_worker.mjs
// calls these functions with bytes it has put into memory, then takes the result.
// Every operation answers whether it went well; the result is its bytes, or else a packed Error.
#include "base/utf8.h"
#include "documents/worker_protocol.h"
#include "documents_io/pdf_writer.h"
#include "documents_io/rehearsal.h"
#include "documents_io/sheet_reader.h"
#include "documents_io/xlsx_tables.h"
#include "documents_io/xlsx_writer.h"
#include "worker/imports.h"

#include <cstdio>
#include <cstdlib>
#include <emscripten.h>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

namespace {

using namespace bb;

/// A table that was read is far bigger than all else: it is taken from where it stands.
struct Answer {
    Bytes bytes;
    Table table; // what of it is packed behind them
};

/// Put there by the worker's script, taken by the reading of it.
Bytes& file_to_read() {
    static Bytes kept;
    return kept;
}

Answer& result() {
    static Answer kept;
    return kept;
}

bool answer(Bytes bytes) {
    result() = {std::move(bytes), {}};
    return true;
}

bool answer(SheetFile sheet) {
    result() = {pack_sheet_head(sheet), std::move(sheet.table)};
    return true;
}

bool answer(const Error& error) {
    result() = {pack_error(error), {}};
    return false;
}

bool answer(Result<Bytes> bytes) {
    return bytes ? answer(std::move(*bytes)) : answer(bytes.error());
}

std::optional<std::string> decode(ByteView bytes, std::string_view label) {
    std::size_t length = 0;
    char* text = worker_decode(label.data(), label.size(), bytes.data(), bytes.size(), &length);
    if (!text) return std::nullopt;
    const std::unique_ptr<char, void (*)(void*)> owner(text, &std::free);
    return std::string(text, length);
}

/// Nobody asks the worker to stop: the page ends it.
bool report_progress(double fraction) {
    worker_progress(fraction);
    return true;
}

/// Those that were put; the rare one only when a page asked for it.
FontFiles& fonts() {
    static FontFiles files;
    return files;
}

ByteView part_of_result(int part) {
    if (part == 0) return result().bytes;
    return result().table.packed_rest().at(static_cast<std::size_t>(part - 1));
}

int missing_characters = 0; // of the PDF that was written last

} // namespace

extern "C" {

/// Room for the file that is read next: its bytes are put there.
EMSCRIPTEN_KEEPALIVE std::uint8_t* documents_file_room(std::size_t size) {
    file_to_read() = Bytes(size);
    return file_to_read().data();
}

EMSCRIPTEN_KEEPALIVE bool documents_read_sheet(const std::uint8_t* request,
                                               std::size_t request_size) {
    const ReadRequest wanted = unpack_read_request({request, request_size});
    Result<SheetFile> sheet = read_sheet_file(std::exchange(file_to_read(), {}), wanted.file_name,
                                              wanted.sheet_index, decode, report_progress);
    return sheet ? answer(std::move(*sheet)) : answer(sheet.error());
}

/// Before the first sheet is read; without a result.
EMSCRIPTEN_KEEPALIVE bool documents_rehearse_reading() { return rehearse_reading(decode); }

EMSCRIPTEN_KEEPALIVE bool documents_write_xlsx(const std::uint8_t* packed, std::size_t size) {
    const Result<std::vector<SheetModel>> sheets = unpack_sheets({packed, size});
    return sheets ? answer(write_xlsx(*sheets)) : answer(sheets.error());
}

EMSCRIPTEN_KEEPALIVE bool documents_write_tables(const std::uint8_t* packed, std::size_t size) {
    const Result<std::vector<NamedTable>> tables = unpack_tables({packed, size});
    return tables ? answer(write_tables(*tables)) : answer(tables.error());
}

/// The fonts must be there: documents_put_font() for each.
EMSCRIPTEN_KEEPALIVE bool documents_write_pdf(const std::uint8_t* packed, std::size_t size) {
    const Result<std::vector<SheetModel>> sheets = unpack_sheets({packed, size});
    if (!sheets) return answer(sheets.error());
    if (sheets->empty()) return answer(Error{Text::write_sheet_damaged});
    const Result<PdfFile> pdf = write_pdf(sheets->front(), fonts());
    if (!pdf) return answer(pdf.error());
    missing_characters = static_cast<int>(code_point_count(pdf->missing));
    return answer(pack_pdf_file(*pdf));
}

/// How many characters of the last PDF no font has: the font of rare ones may help.
EMSCRIPTEN_KEEPALIVE int documents_pdf_missing() { return missing_characters; }

/// 0 Chinese, 1 Chinese bold, 2 Latin, 3 Latin bold, 4 rare characters.
EMSCRIPTEN_KEEPALIVE bool documents_put_font(int slot, const std::uint8_t* bytes,
                                             std::size_t size) {
    FontFile* files[] = {&fonts().sc_regular, &fonts().sc_bold, &fonts().latin_regular,
                         &fonts().latin_bold, &fonts().rare};
    if (slot < 0 || slot >= static_cast<int>(std::size(files))) return false;
    const std::string path = "/font" + std::to_string(slot);
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) return false;
    const bool whole = std::fwrite(bytes, 1, size, file) == size;
    if (std::fclose(file) != 0 || !whole) return false;
    files[slot]->path = path;
    return true;
}

/// Makes the result an error that the worker's own script found: 0 fonts, 1 no picture, 2 picture
/// too large. Words are chosen here, not there.
EMSCRIPTEN_KEEPALIVE bool documents_fail(int reason) {
    constexpr Text texts[] = {Text::write_pdf_fonts, Text::picture_unreadable,
                              Text::picture_too_large};
    return answer(Error{reason >= 0 && reason < 3 ? texts[reason] : Text::error_worker_failed});
}

/// The result is what stands at these places, one after the other; 0 is the first.
EMSCRIPTEN_KEEPALIVE const std::uint8_t* documents_result(int part) {
    return part_of_result(part).data();
}

EMSCRIPTEN_KEEPALIVE std::size_t documents_result_size(int part) {
    return part_of_result(part).size();
}

EMSCRIPTEN_KEEPALIVE int documents_result_parts() {
    return 1 + static_cast<int>(result().table.packed_rest().size());
}

/// Gives the memory back once the result was taken.
EMSCRIPTEN_KEEPALIVE void documents_forget() { result() = {}; }

} // extern "C"

int main() { return 0; }
