#include "documents_io/xml_part.h"

namespace bb {

Status read_xml_part(ZipReader& zip, const ZipEntry& entry, std::uint64_t most_bytes,
                     XmlHandler& handler, const ReadProgress& progress) {
    constexpr int pieces_per_report = 32; // a megabyte
    XmlReader xml(handler);
    int pieces = 0;
    bool cancelled = false;
    auto sink = [&](ByteView piece, double fraction) {
        if (++pieces % pieces_per_report == 0) cancelled = !progress(fraction);
        return !cancelled && xml.feed(piece);
    };
    Result<bool> inflated = zip.inflate(entry, most_bytes, sink);
    if (!inflated) return inflated.error();
    if (cancelled) return Error{Text::read_cancelled};
    return xml.finish();
}

} // namespace bb
