// Styles of the sheet as formats of the workbook.
#include "documents_io/xlsx_formats.h"

#include <string>
#include <xlsxwriter.h>

namespace bb {
namespace {

void set_font(lxw_format* format, const CellStyle& style, bool chinese, bool bold,
              std::uint32_t colour) {
    format_set_font_name(format, chinese ? "Microsoft YaHei" : "Arial");
    format_set_font_size(format, style.size);
    format_set_font_color(format, colour);
    if (bold) format_set_bold(format);
}

void set_borders(lxw_format* format, const CellStyle& style) {
    if (style.borders & border_top) {
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, style.border_colour);
    }
    if (style.borders & border_bottom) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, style.border_colour);
    }
    if (style.borders & border_left) {
        format_set_left(format, LXW_BORDER_THIN);
        format_set_left_color(format, style.border_colour);
    }
    if (style.borders & border_right) {
        format_set_right(format, LXW_BORDER_THIN);
        format_set_right_color(format, style.border_colour);
    }
}

void set_alignment(lxw_format* format, const CellStyle& style) {
    constexpr std::uint8_t across[] = {LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
    constexpr std::uint8_t down[] = {LXW_ALIGN_VERTICAL_TOP, LXW_ALIGN_VERTICAL_CENTER,
                                     LXW_ALIGN_VERTICAL_BOTTOM};
    format_set_align(format, across[static_cast<std::size_t>(style.align)]);
    format_set_align(format, down[static_cast<std::size_t>(style.vertical)]);
    if (style.wrap) format_set_text_wrap(format);
}

/// "#,##0.00"
std::string number_format(const CellStyle& style) {
    std::string format = style.grouped ? "#,##0" : "0";
    if (style.decimals > 0) format += "." + std::string(style.decimals, '0');
    return format;
}

} // namespace

lxw_format* XlsxFormats::cell(std::uint16_t style, bool chinese) {
    return find_or_make(style, chinese, 0);
}

lxw_format* XlsxFormats::part(std::uint16_t style, bool chinese, bool first) {
    return find_or_make(style, chinese, first ? 1 : 2);
}

lxw_format* XlsxFormats::find_or_make(std::uint16_t style, bool chinese, int part) {
    for (const Entry& entry : entries_)
        if (entry.style == style && entry.chinese == chinese && entry.part == part)
            return entry.format;
    lxw_format* format = workbook_add_format(book_);
    const CellStyle& look = sheet_.styles[style];
    const bool lead = part == 1 || (part == 0 && look.lead);
    set_font(format, look, chinese, lead || look.bold, lead ? lead_colour : look.colour);
    if (part == 0) {
        set_alignment(format, look);
        set_borders(format, look);
        if (look.fill != 0xffffffff) {
            format_set_pattern(format, LXW_PATTERN_SOLID);
            format_set_fg_color(format, look.fill);
        }
        format_set_num_format(format, number_format(look).c_str());
    }
    entries_.push_back({style, chinese, part, format});
    return format;
}

} // namespace bb
