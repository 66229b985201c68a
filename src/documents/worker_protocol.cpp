// Packing of the worker's requests and answers.
#include "documents/worker_protocol.h"

namespace bb {
namespace {

Error damaged() { return {Text::error_worker_failed, {}}; }

} // namespace

Bytes pack_read_request(const ReadRequest& request) {
    ByteWriter out;
    out.text(request.file_name);
    out.u32(static_cast<std::uint32_t>(request.sheet_index));
    return out.take();
}

ReadRequest unpack_read_request(ByteView bytes) {
    ByteReader in(bytes);
    ReadRequest request;
    request.file_name = in.text();
    request.sheet_index = static_cast<std::int32_t>(in.u32());
    return request;
}

Bytes pack_error(const Error& error) {
    ByteWriter out;
    out.u16(static_cast<std::uint16_t>(error.text));
    out.u8(static_cast<std::uint8_t>(error.args.size()));
    for (const std::string& arg : error.args) out.text(arg);
    return out.take();
}

Bytes pack_sheet_head(const SheetFile& file) {
    ByteWriter out;
    out.text(file.sheet_name);
    out.varint(file.sheet_names.size());
    for (const std::string& name : file.sheet_names) out.text(name);
    out.text(file.encoding);
    out.varint(file.notes.size());
    for (const Error& note : file.notes) out.blob(pack_error(note));
    out.varint(file.table.packed_size());
    out.raw(file.table.packed_head());
    return out.take();
}

Bytes pack_sheet_file(const SheetFile& file) {
    ByteWriter out;
    out.raw(pack_sheet_head(file));
    for (const ByteView part : file.table.packed_rest()) out.raw(part);
    return out.take();
}

Result<SheetFile> unpack_sheet_file(ByteView bytes) {
    return adopt_sheet_file({bytes.begin(), bytes.end()});
}

Result<SheetFile> adopt_sheet_file(Bytes bytes) {
    const auto owner = std::make_shared<const Bytes>(std::move(bytes));
    ByteReader in(*owner);
    SheetFile file;
    file.sheet_name = in.text();
    for (std::uint64_t n = in.varint(); n > 0 && in.ok(); --n)
        file.sheet_names.emplace_back(in.text());
    file.encoding = in.text();
    for (std::uint64_t n = in.varint(); n > 0 && in.ok(); --n) {
        ByteReader note(in.blob());
        Error error{static_cast<Text>(note.u16()), {}};
        for (std::uint8_t k = note.u8(); k > 0 && note.ok(); --k)
            error.args.emplace_back(note.text());
        if (!note.ok() || error.text >= Text::count_) return damaged();
        file.notes.push_back(std::move(error));
    }
    Result<Table> table = Table::adopted(owner, in.blob());
    if (!in.ok() || !table) return damaged();
    file.table = std::move(*table);
    return file;
}

Bytes pack_sheets(std::span<const SheetModel> sheets) {
    ByteWriter out;
    out.varint(sheets.size());
    for (const SheetModel& sheet : sheets) out.blob(pack_sheet(sheet));
    return out.take();
}

Result<std::vector<SheetModel>> unpack_sheets(ByteView bytes) {
    ByteReader in(bytes);
    std::vector<SheetModel> sheets;
    for (std::uint64_t n = in.varint(); n > 0 && in.ok(); --n) {
        Result<SheetModel> sheet = unpack_sheet(in.blob());
        if (!sheet) return sheet.error();
        sheets.push_back(std::move(*sheet));
    }
    if (!in.ok()) return damaged();
    return sheets;
}

Bytes pack_tables(std::span<const NamedTable> tables) {
    ByteWriter out;
    out.varint(tables.size());
    for (const NamedTable& table : tables) {
        out.text(table.name);
        out.blob(table.table.packed());
    }
    return out.take();
}

Result<std::vector<NamedTable>> unpack_tables(ByteView bytes) {
    ByteReader in(bytes);
    std::vector<NamedTable> tables;
    for (std::uint64_t n = in.varint(); n > 0 && in.ok(); --n) {
        std::string name(in.text());
        Result<Table> table = Table::unpacked(in.blob());
        if (!table) return damaged();
        tables.push_back({std::move(name), std::move(*table)});
    }
    if (!in.ok()) return damaged();
    return tables;
}

Bytes pack_pdf_file(const PdfFile& file) {
    ByteWriter out;
    out.text(file.missing);
    out.blob(file.bytes);
    return out.take();
}

Result<PdfFile> unpack_pdf_file(ByteView bytes) {
    ByteReader in(bytes);
    PdfFile file;
    file.missing = in.text();
    const ByteView pdf = in.blob();
    if (!in.ok() || pdf.empty()) return damaged();
    file.bytes.assign(pdf.begin(), pdf.end());
    return file;
}

} // namespace bb
