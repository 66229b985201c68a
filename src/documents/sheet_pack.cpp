// A sheet as flat bytes, for the way from the page to the worker, and the numbers as they are shown.
#include "documents/sheet_model.h"

#include <bit>

namespace bb {
namespace {

constexpr std::uint8_t format = 1;

void put(ByteWriter& out, float v) { out.u32(std::bit_cast<std::uint32_t>(v)); }
float take_float(ByteReader& in) {
    const float v = std::bit_cast<float>(in.u32());
    // Lengths and sizes only: anything else did not come from pack_sheet().
    if (!(v >= -100000 && v <= 1000000)) in.fail();
    return v;
}

void put(ByteWriter& out, const CellStyle& style) {
    put(out, style.size);
    out.u8(static_cast<std::uint8_t>(style.bold | style.wrap << 1 | style.lead << 2 |
                                     style.grouped << 3));
    out.u8(static_cast<std::uint8_t>(style.align));
    out.u8(static_cast<std::uint8_t>(style.vertical));
    out.u32(style.colour);
    out.u32(style.fill);
    out.u8(style.borders);
    out.u32(style.border_colour);
    out.u8(style.decimals);
}

CellStyle take_style(ByteReader& in) {
    CellStyle style;
    style.size = take_float(in);
    const std::uint8_t flags = in.u8();
    style.bold = flags & 1;
    style.wrap = flags & 2;
    style.lead = flags & 4;
    style.grouped = flags & 8;
    const std::uint8_t align = in.u8();
    const std::uint8_t vertical = in.u8();
    if (align > 2 || vertical > 2) in.fail();
    style.align = static_cast<Align>(align);
    style.vertical = static_cast<Vertical>(vertical);
    style.colour = in.u32();
    style.fill = in.u32();
    style.borders = in.u8();
    style.border_colour = in.u32();
    style.decimals = in.u8();
    return style;
}

void put(ByteWriter& out, const Decimal& number) {
    const auto units = static_cast<unsigned __int128>(number.units());
    out.u64(static_cast<std::uint64_t>(units));
    out.u64(static_cast<std::uint64_t>(units >> 64));
    out.u8(static_cast<std::uint8_t>(number.scale()));
}

Decimal take_number(ByteReader& in) {
    unsigned __int128 units = in.u64();
    units |= static_cast<unsigned __int128>(in.u64()) << 64;
    const std::uint8_t scale = in.u8();
    const auto number = Decimal::from_read_units(static_cast<__int128>(units), scale);
    if (!number) in.fail();
    return number.value_or(Decimal());
}

void put(ByteWriter& out, const SheetCell& cell) {
    out.u16(cell.row);
    out.u16(cell.column);
    out.u16(cell.columns);
    out.u16(cell.rows);
    out.u16(cell.style);
    out.u8(static_cast<std::uint8_t>(cell.kind));
    out.text(cell.text);
    if (cell.kind == SheetCellKind::text || cell.kind == SheetCellKind::picture) return;
    put(out, cell.number);
    out.text(cell.formula);
}

SheetCell take_cell(ByteReader& in) {
    SheetCell cell;
    cell.row = in.u16();
    cell.column = in.u16();
    cell.columns = in.u16();
    cell.rows = in.u16();
    cell.style = in.u16();
    const std::uint8_t kind = in.u8();
    if (kind > static_cast<std::uint8_t>(SheetCellKind::picture)) in.fail();
    cell.kind = static_cast<SheetCellKind>(kind);
    cell.text = in.text();
    if (cell.kind == SheetCellKind::text || cell.kind == SheetCellKind::picture) return cell;
    cell.number = take_number(in);
    cell.formula = in.text();
    return cell;
}

/// A count of things of which each takes at least one byte.
std::size_t take_count(ByteReader& in) {
    const std::uint64_t count = in.varint();
    if (count > in.left()) in.fail();
    return in.ok() ? static_cast<std::size_t>(count) : 0;
}

bool is_inside(const SheetCell& cell, const SheetModel& sheet) {
    return cell.columns > 0 && cell.rows > 0 && cell.style < sheet.styles.size() &&
           std::size_t{cell.column} + cell.columns <= sheet.column_widths.size() &&
           std::size_t{cell.row} + cell.rows <= sheet.rows.size();
}

void take_parts(ByteReader& in, SheetModel& sheet) {
    sheet.column_widths.resize(take_count(in));
    for (float& width : sheet.column_widths) width = take_float(in);
    sheet.rows.resize(take_count(in));
    for (SheetRow& row : sheet.rows) {
        row.height = take_float(in);
        row.keep_with_next = in.u8() != 0;
    }
    sheet.styles.resize(take_count(in));
    for (CellStyle& style : sheet.styles) style = take_style(in);
    const std::size_t cells = take_count(in);
    for (std::size_t i = 0; i < cells && in.ok(); ++i) {
        sheet.cells.push_back(take_cell(in));
        if (!is_inside(sheet.cells.back(), sheet)) in.fail();
    }
    sheet.pictures.resize(take_count(in));
    for (SheetPicture& picture : sheet.pictures) {
        picture.name = in.text();
        const ByteView bytes = in.blob();
        picture.bytes.assign(bytes.begin(), bytes.end());
        picture.width = in.u32();
        picture.height = in.u32();
    }
}

} // namespace

Bytes pack_sheet(const SheetModel& sheet) {
    ByteWriter out;
    out.u8(format);
    out.text(sheet.title);
    out.text(sheet.footer);
    out.text(sheet.watermark);
    out.text(sheet.author);
    out.u32(static_cast<std::uint32_t>(sheet.created.days));
    out.u16(sheet.header_first);
    out.u16(sheet.header_last);
    out.u16(sheet.header_until);
    put(out, sheet.page_width);
    put(out, sheet.page_height);
    put(out, sheet.margin);
    out.varint(sheet.column_widths.size());
    for (float width : sheet.column_widths) put(out, width);
    out.varint(sheet.rows.size());
    for (const SheetRow& row : sheet.rows) {
        put(out, row.height);
        out.u8(row.keep_with_next);
    }
    out.varint(sheet.styles.size());
    for (const CellStyle& style : sheet.styles) put(out, style);
    out.varint(sheet.cells.size());
    for (const SheetCell& cell : sheet.cells) put(out, cell);
    out.varint(sheet.pictures.size());
    for (const SheetPicture& picture : sheet.pictures) {
        out.text(picture.name);
        out.blob(picture.bytes);
        out.u32(picture.width);
        out.u32(picture.height);
    }
    return out.take();
}

Result<SheetModel> unpack_sheet(ByteView bytes) {
    ByteReader in(bytes);
    SheetModel sheet;
    if (in.u8() != format) in.fail();
    sheet.title = in.text();
    sheet.footer = in.text();
    sheet.watermark = in.text();
    sheet.author = in.text();
    sheet.created.days = static_cast<std::int32_t>(in.u32());
    sheet.header_first = in.u16();
    sheet.header_last = in.u16();
    sheet.header_until = in.u16();
    sheet.page_width = take_float(in);
    sheet.page_height = take_float(in);
    sheet.margin = take_float(in);
    take_parts(in, sheet);
    if (!in.ok() || !in.at_end()) return Error{Text::write_sheet_damaged};
    return sheet;
}

std::string shown_number(const Decimal& number, const CellStyle& style) {
    if (style.grouped) return number.grouped(style.decimals);
    return number.rounded(style.decimals).to_text();
}

} // namespace bb
