// One XML part of a zip archive, streamed through a handler.
#pragma once

#include "documents_io/csv_reader.h"
#include "documents_io/xml_reader.h"
#include "documents_io/zip_reader.h"

namespace bb {

/// `most_bytes`: read_limits::part_bytes or sheet_bytes.
Status read_xml_part(ZipReader& zip, const ZipEntry& entry, std::uint64_t most_bytes,
                     XmlHandler& handler, const ReadProgress& progress);

} // namespace bb
