// Laid out sheets on their way to the worker: what can be read is packed again as it was read.
#include "documents/worker_protocol.h"
#include "fuzz/fuzzing.h"

using namespace bb;
using fuzzing::demand;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    static_cast<void>(unpack_sheets(input));
    const Result<SheetModel> sheet = unpack_sheet(input);
    if (!sheet) return 0;
    for (const SheetCell& cell : sheet->cells) {
        demand(cell.style < sheet->styles.size(), "every cell has a style");
        demand(std::size_t{cell.row} + cell.rows <= sheet->rows.size(), "every cell has its rows");
        static_cast<void>(shown_number(cell.number, sheet->styles[cell.style]));
    }
    const Bytes packed = pack_sheet(*sheet);
    const Result<SheetModel> again = unpack_sheet(packed);
    demand(again.ok() && pack_sheet(*again) == packed, "a sheet is packed as it was read");
    const Result<std::vector<SheetModel>> all = unpack_sheets(pack_sheets(std::span(&*sheet, 1)));
    demand(all.ok() && all->size() == 1, "and is one of many");
    return 0;
}
