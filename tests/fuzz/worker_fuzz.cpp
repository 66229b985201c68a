// The other messages between the page and the documents worker; the first byte says which.
#include "documents/picture_header.h"
#include "documents/worker_protocol.h"
#include "fuzz/fuzzing.h"

using namespace bb;
using fuzzing::demand;

namespace {

template <class Unpack, class Pack> void there_and_back(ByteView in, Unpack unpack, Pack pack) {
    const auto read = unpack(in);
    if (!read) return;
    const Bytes packed = pack(*read);
    const auto again = unpack(packed);
    demand(again.ok() && pack(*again) == packed, "a message is packed as it was read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView in = ByteView(data, size).subspan(1);
    switch (data[0] % 6) {
    case 0: there_and_back(in, unpack_sheet_file, pack_sheet_file); break;
    case 1:
        there_and_back(in, unpack_tables,
                       [](const std::vector<NamedTable>& tables) { return pack_tables(tables); });
        break;
    case 2: there_and_back(in, unpack_pdf_file, pack_pdf_file); break;
    case 3: there_and_back(in, Table::unpacked, [](const Table& t) { return t.packed(); }); break;
    case 4: {
        const ReadRequest request = unpack_read_request(in);
        const ReadRequest again = unpack_read_request(pack_read_request(request));
        demand(again.file_name == request.file_name && again.sheet_index == request.sheet_index,
               "a request arrives as it was sent");
        break;
    }
    default: {
        const PictureHeader header = read_picture_header(in);
        const bool sized = header.width > 0 && header.height > 0;
        demand(header.kind == PictureKind::unknown || sized, "a known picture has a size");
    }
    }
    return 0;
}
