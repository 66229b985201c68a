// The workbook by libxlsxwriter, cell by cell.
#include "documents_io/xlsx_writer.h"

#include "base/utf8.h"
#include "documents_io/xlsx_book.h"
#include "documents_io/xlsx_formats.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <xlsxwriter.h>

namespace bb {
namespace {

/// Points to the pixels in which spreadsheets measure (96 to the inch).
std::uint32_t pixels(float points) {
    return static_cast<std::uint32_t>(std::lround(points * 96 / 72));
}

double as_double(const Decimal& number) { return std::strtod(number.to_text().c_str(), nullptr); }

bool has_chinese(std::string_view text) {
    const std::vector<TextRun> runs = text_runs(text);
    return std::any_of(runs.begin(), runs.end(), [](const TextRun& run) { return run.wide; });
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

/// Fills one worksheet.
class SheetWriter {
public:
    SheetWriter(XlsxBook& book, lxw_worksheet* page, const SheetModel& sheet)
        : book_(book), page_(page), sheet_(sheet), formats_(book.get(), sheet) {}

    void run() {
        set_grid();
        set_print();
        for (const SheetCell& cell : sheet_.cells) add_cell(cell);
    }

private:
    void note(lxw_error error) { book_.note(error); }

    void set_grid() {
        for (std::size_t i = 0; i < sheet_.column_widths.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            note(worksheet_set_column_pixels(page_, column, column, pixels(sheet_.column_widths[i]),
                                             nullptr));
        }
        for (std::size_t i = 0; i < sheet_.rows.size(); ++i)
            note(worksheet_set_row(page_, static_cast<lxw_row_t>(i), sheet_.rows[i].height,
                                   nullptr));
        worksheet_gridlines(page_, LXW_HIDE_ALL_GRIDLINES);
    }

    void set_print() {
        worksheet_set_paper(page_, 9); // A4
        if (sheet_.page_width > sheet_.page_height) worksheet_set_landscape(page_);
        const double margin = sheet_.margin / 72;
        worksheet_set_margins(page_, margin, margin, margin, margin);
        worksheet_fit_to_pages(page_, 1, 0);
        worksheet_center_horizontally(page_);
        const auto last_row =
            static_cast<lxw_row_t>(std::max<std::size_t>(sheet_.rows.size(), 1) - 1);
        const auto last_column =
            static_cast<lxw_col_t>(std::max<std::size_t>(sheet_.column_widths.size(), 1) - 1);
        note(worksheet_print_area(page_, 0, 0, last_row, last_column));
        if (sheet_.header_last > sheet_.header_first && header_fits_all_pages())
            note(worksheet_repeat_rows(page_, sheet_.header_first, sheet_.header_last - 1u));
        set_footer();
    }

    /// A workbook repeats its header on all pages or on none. Over rows that are not of its table
    /// it would give them false names, so then on none.
    bool header_fits_all_pages() const {
        const std::vector<PageRows> pages = paginate(sheet_);
        return std::all_of(pages.begin() + 1, pages.end(),
                           [](const PageRows& page) { return page.header; });
    }

    void set_footer() {
        std::string footer = replaced(sheet_.footer, "&", "&&");
        footer = replaced(replaced(std::move(footer), "{pages}", "&N"), "{page}", "&P");
        // At most 255 characters; numbers at the start would be taken for a font size.
        if (!footer.empty())
            note(worksheet_set_footer(
                page_, ("&C&7&K98A2B3 " + std::string(first_code_points(footer, 220))).c_str()));
        if (!sheet_.watermark.empty())
            note(worksheet_set_header(page_, ("&R&9&K98A2B3 " + sheet_.watermark).c_str()));
    }

    void add_cell(const SheetCell& cell) {
        const bool chinese = has_chinese(cell.text);
        lxw_format* format = formats_.cell(cell.style, chinese);
        if (cell.columns > 1 || cell.rows > 1)
            note(worksheet_merge_range(page_, cell.row, cell.column, cell.row + cell.rows - 1u,
                                       static_cast<lxw_col_t>(cell.column + cell.columns - 1), "",
                                       format));
        switch (cell.kind) {
        case SheetCellKind::text: return add_text(cell, chinese, format);
        case SheetCellKind::number:
            return note(worksheet_write_number(page_, cell.row, cell.column, as_double(cell.number),
                                               format));
        case SheetCellKind::formula:
            return note(worksheet_write_formula_num(page_, cell.row, cell.column,
                                                    ("=" + cell.formula).c_str(), format,
                                                    as_double(cell.number)));
        case SheetCellKind::picture:
            note(worksheet_write_blank(page_, cell.row, cell.column, format));
            return add_picture(cell);
        }
    }

    /// Always a string cell, whatever it begins with: a spreadsheet never evaluates it.
    void add_text(const SheetCell& cell, bool chinese, lxw_format* format) {
        if (cell.text.empty())
            return note(worksheet_write_blank(page_, cell.row, cell.column, format));
        const std::size_t end = cell.text.find('\n');
        if (!sheet_.styles[cell.style].lead || end == cell.text.npos || end == 0 ||
            end + 1 == cell.text.size())
            return note(
                worksheet_write_string(page_, cell.row, cell.column, cell.text.c_str(), format));
        std::string first = cell.text.substr(0, end), rest = cell.text.substr(end);
        lxw_rich_string_tuple head{formats_.part(cell.style, chinese, true), first.data()};
        lxw_rich_string_tuple tail{formats_.part(cell.style, chinese, false), rest.data()};
        lxw_rich_string_tuple* parts[] = {&head, &tail, nullptr};
        note(worksheet_write_rich_string(page_, cell.row, cell.column, parts, format));
    }

    const SheetPicture* picture_named(const std::string& name) const {
        for (const SheetPicture& picture : sheet_.pictures)
            if (picture.name == name) return &picture;
        return nullptr;
    }

    /// In its box with a little air, centred; it moves and grows with its cells.
    void add_picture(const SheetCell& cell) {
        const SheetPicture* picture = picture_named(cell.text);
        if (!picture || picture->bytes.empty()) return;
        double box_width = 0, box_height = 0;
        for (std::size_t i = 0; i < cell.columns; ++i)
            box_width += pixels(sheet_.column_widths[cell.column + i]);
        for (std::size_t i = 0; i < cell.rows; ++i)
            box_height += pixels(sheet_.rows[cell.row + i].height);
        lxw_image_options options{};
        options.object_position = LXW_OBJECT_MOVE_AND_SIZE;
        options.decorative = LXW_TRUE;
        const lxw_error error = worksheet_insert_image_buffer_opt(
            page_, cell.row, cell.column, picture->bytes.data(), picture->bytes.size(), &options);
        if (error != LXW_NO_ERROR) return; // not a picture after all: its place stays blank
        // The library has now read the picture's size, and its dots per inch, which do not matter
        // here: it is made to fit its box.
        lxw_object_properties* image = STAILQ_FIRST(page_->image_props);
        while (lxw_object_properties* next = STAILQ_NEXT(image, list_pointers)) image = next;
        const double air = pixels(picture_padding);
        const double scale =
            std::min((box_width - 2 * air) / image->width, (box_height - 2 * air) / image->height);
        if (!(scale > 0)) return;
        const Align align = sheet_.styles[cell.style].align;
        const double slack = box_width - image->width * scale;
        image->x_dpi = image->y_dpi = 96;
        image->x_scale = image->y_scale = scale;
        image->x_offset = static_cast<int>(align == Align::left ? 0 : slack / 2);
        image->y_offset = static_cast<int>((box_height - image->height * scale) / 2);
    }

    XlsxBook& book_;
    lxw_worksheet* page_;
    const SheetModel& sheet_;
    XlsxFormats formats_;
};

} // namespace

Result<Bytes> write_xlsx(std::span<const SheetModel> sheets) {
    XlsxBook book(false);
    if (!sheets.empty())
        book.describe(sheets.front().title, sheets.front().author, sheets.front().created);
    for (const SheetModel& sheet : sheets)
        if (lxw_worksheet* page = book.add_sheet(sheet.title)) SheetWriter(book, page, sheet).run();
    return book.finish();
}

} // namespace bb
