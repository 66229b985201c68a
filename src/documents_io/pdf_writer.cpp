// Pages of a sheet: fills, pictures, hairlines, text, one row after the other.
#include "documents_io/pdf_writer.h"

#include "base/hash.h"
#include "documents_io/pdf_pictures.h"
#include "documents_io/pdf_streams.h"
#include "documents_io/pdf_text.h"

#include <PDFPage.h>
#include <PDFWriter.h>
#include <PageContentContext.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace bb {
namespace {

constexpr float hairline = 0.5f;
constexpr float footer_size = 7;
constexpr std::uint32_t footer_colour = 0x98a2b3;
constexpr std::uint32_t watermark_colour = 0xf1f4f6;

class SheetPdf {
public:
    SheetPdf(const SheetModel& sheet, PDFWriter& pdf) : sheet_(sheet), pdf_(pdf) {
        const float total =
            std::accumulate(sheet.column_widths.begin(), sheet.column_widths.end(), 0.0f);
        scale_ = sheet_scale(sheet);
        left_edges_.push_back((sheet.page_width - total * scale_) / 2 / scale_);
        for (const float width : sheet.column_widths)
            left_edges_.push_back(left_edges_.back() + width);
        cells_of_row_.resize(sheet.rows.size());
        for (std::size_t i = 0; i < sheet.cells.size(); ++i)
            cells_of_row_[sheet.cells[i].row].push_back(i);
    }

    bool load_fonts(const FontFiles& fonts) { return text_.load(pdf_, fonts); }

    std::vector<std::string> load_pictures(const std::vector<std::string>& skipped) {
        return pictures_.load(pdf_, sheet_, skipped);
    }

    /// False when the library fails.
    bool add_pages() {
        const std::vector<PageRows> pages = paginate(sheet_);
        for (std::size_t i = 0; i < pages.size() && ok_; ++i)
            add_page(pages[i], i + 1, pages.size());
        return ok_;
    }

    const std::string& missing() const { return text_.missing(); }

private:
    void add_page(const PageRows& rows, std::size_t number, std::size_t count) {
        PDFPage page;
        page.SetMediaBox(PDFRectangle(0, 0, sheet_.page_width, sheet_.page_height));
        page_ = pdf_.StartPageContentContext(&page);
        if (!page_) return void(ok_ = false);
        draw_watermark();
        page_->q();
        // From here on lengths are those of the sheet, whatever its scale.
        page_->cm(scale_, 0, 0, scale_, 0, sheet_.page_height - sheet_.margin);
        std::vector<std::pair<std::uint16_t, float>> tops;
        float y = 0;
        const auto place = [&](std::uint16_t first, std::uint16_t last) {
            for (std::uint16_t row = first; row < last; ++row) {
                tops.emplace_back(row, y);
                y -= sheet_.rows[row].height;
            }
        };
        if (rows.header) place(sheet_.header_first, sheet_.header_last);
        place(rows.first, rows.last);
        using Draw = void (SheetPdf::*)(const SheetCell&, float);
        // Fills first, hairlines over them: a fill never cuts a neighbour's hairline.
        for (const Draw draw :
             {&SheetPdf::draw_fill, &SheetPdf::draw_borders, &SheetPdf::draw_content})
            for (const auto& [row, top] : tops)
                for (const std::size_t cell : cells_of_row_[row])
                    (this->*draw)(sheet_.cells[cell], top);
        page_->Q();
        draw_footer(number, count);
        ok_ = ok_ && pdf_.EndPageContentContext(page_) == PDFHummus::eSuccess &&
              pdf_.WritePage(&page) == PDFHummus::eSuccess;
    }

    struct Box {
        float left, bottom, width, height;
    };
    Box box_of(const SheetCell& cell, float top) const {
        float height = 0;
        for (std::size_t row = cell.row; row < std::size_t{cell.row} + cell.rows; ++row)
            height += sheet_.rows[row].height;
        const float left = left_edges_[cell.column];
        return {left, top - height, left_edges_[cell.column + cell.columns] - left, height};
    }

    void fill_colour(std::uint32_t colour) {
        page_->rg((colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                  (colour & 0xff) / 255.0);
    }

    void draw_fill(const SheetCell& cell, float top) {
        const CellStyle& style = sheet_.styles[cell.style];
        if (style.fill == 0xffffffff) return;
        const Box box = box_of(cell, top);
        fill_colour(style.fill);
        page_->re(box.left, box.bottom, box.width, box.height);
        page_->f();
    }

    void draw_borders(const SheetCell& cell, float top) {
        const CellStyle& style = sheet_.styles[cell.style];
        if (style.borders == 0) return;
        const Box box = box_of(cell, top);
        const float right = box.left + box.width, upper = box.bottom + box.height;
        const std::uint32_t colour = style.border_colour;
        page_->RG((colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                  (colour & 0xff) / 255.0);
        page_->w(hairline);
        const auto line = [&](std::uint8_t side, float x1, float y1, float x2, float y2) {
            if (!(style.borders & side)) return;
            page_->m(x1, y1);
            page_->l(x2, y2);
            page_->S();
        };
        line(border_top, box.left, upper, right, upper);
        line(border_bottom, box.left, box.bottom, right, box.bottom);
        line(border_left, box.left, box.bottom, box.left, upper);
        line(border_right, right, box.bottom, right, upper);
    }

    void draw_content(const SheetCell& cell, float top) {
        const Box box = box_of(cell, top);
        const CellStyle& style = sheet_.styles[cell.style];
        if (cell.kind == SheetCellKind::picture)
            return pictures_.draw(*page_, cell.text,
                                  box.left + (style.align == Align::left ? 0 : picture_padding),
                                  box.bottom + picture_padding, box.width - 2 * picture_padding,
                                  box.height - 2 * picture_padding, style.align);
        if (cell.kind == SheetCellKind::text)
            return draw_lines(box, style, cell_lines(cell.text, style, box.width));
        const std::string shown = shown_number(cell.number, style);
        draw_lines(box, style, {{shown, style.bold, style.colour}});
    }

    void draw_lines(const Box& box, const CellStyle& style, const std::vector<CellLine>& lines) {
        const float height = static_cast<float>(lines.size()) * line_height(style.size);
        const float spare = box.height - 2 * cell_padding_y - height;
        float top = box.bottom + box.height - cell_padding_y;
        if (style.vertical == Vertical::middle) top -= spare / 2;
        if (style.vertical == Vertical::bottom) top -= spare;
        for (const CellLine& line : lines) {
            if (!line.text.empty()) {
                float x = box.left + cell_padding_x;
                const float room = box.width - 2 * cell_padding_x;
                if (style.align != Align::left) {
                    const float slack = room - text_.width(line.text, style.size, line.bold);
                    x += style.align == Align::right ? slack : slack / 2;
                }
                fill_colour(line.colour);
                ok_ = text_.draw(*page_, x, top - line_ascent(style.size), line.text, style.size,
                                 line.bold) &&
                      ok_;
            }
            top -= line_height(style.size);
        }
    }

    void draw_watermark() {
        if (sheet_.watermark.empty()) return;
        const float diagonal = std::hypot(sheet_.page_width, sheet_.page_height);
        const float size =
            std::min(0.55f * diagonal / text_.width(sheet_.watermark, 1, true), 96.0f);
        const double cosine = sheet_.page_width / diagonal, sine = sheet_.page_height / diagonal;
        page_->q();
        page_->cm(cosine, sine, -sine, cosine, sheet_.page_width / 2, sheet_.page_height / 2);
        fill_colour(watermark_colour);
        const float width = text_.width(sheet_.watermark, size, true);
        ok_ = text_.draw(*page_, -width / 2, -size * 0.35f, sheet_.watermark, size, true) && ok_;
        page_->Q();
    }

    void draw_footer(std::size_t number, std::size_t count) {
        const std::string text = page_footer(sheet_, number, count);
        if (text.empty()) return;
        fill_colour(footer_colour);
        const float x = (sheet_.page_width - text_.width(text, footer_size, false)) / 2;
        ok_ = text_.draw(*page_, std::max(x, sheet_.margin), sheet_.margin / 2, text, footer_size,
                         false) &&
              ok_;
    }

    const SheetModel& sheet_;
    PDFWriter& pdf_;
    PdfText text_;
    PdfPictures pictures_;
    PageContentContext* page_ = nullptr;
    float scale_ = 1;
    std::vector<float> left_edges_;
    std::vector<std::vector<std::size_t>> cells_of_row_;
    bool ok_ = true;
};

void set_information(PDFWriter& pdf, const SheetModel& sheet) {
    InfoDictionary& info = pdf.GetDocumentContext().GetTrailerInformation().GetInfo();
    info.Title.FromUTF8(sheet.title);
    info.Author.FromUTF8(sheet.author);
    info.CreationDate = PDFDate();
    if (sheet.created != Date{})
        info.CreationDate.SetTime(sheet.created.year(), sheet.created.month(), sheet.created.day());
}

/// The library makes the file's identifier from the clock; ours comes from the content.
void settle_identifier(Bytes& pdf) {
    const std::string_view text = as_text(pdf);
    const std::size_t at = text.rfind("/ID");
    if (at == text.npos) return;
    const std::string name = content_name(ByteView(pdf).first(at));
    std::size_t from = at;
    for (int i = 0; i < 2; ++i) {
        const std::size_t open = text.find('<', from);
        if (open == text.npos || text.find('>', open) != open + 1 + name.size()) return;
        std::copy(name.begin(), name.end(), pdf.begin() + static_cast<std::ptrdiff_t>(open + 1));
        from = open + name.size();
    }
}

/// Writes without the pictures in `skipped`. Adds to it those that cannot be read: the PDF is
/// then not finished.
Result<PdfFile> attempt(const SheetModel& sheet, const FontFiles& fonts,
                        std::vector<std::string>& skipped) {
    PdfOutput output;
    PDFWriter pdf;
    const auto failed = [&](Error error) {
        pdf.Reset();
        return error;
    };
    if (pdf.StartPDFForStream(&output, ePDFVersion14) != PDFHummus::eSuccess)
        return failed({Text::write_pdf_failed, {"start"}});
    set_information(pdf, sheet);
    SheetPdf writer(sheet, pdf);
    if (!writer.load_fonts(fonts)) return failed({Text::write_pdf_fonts});
    const std::vector<std::string> unreadable = writer.load_pictures(skipped);
    if (!unreadable.empty()) {
        skipped.insert(skipped.end(), unreadable.begin(), unreadable.end());
        return failed({Text::write_pdf_failed, {"picture"}});
    }
    if (!writer.add_pages()) return failed({Text::write_pdf_failed, {"page"}});
    if (pdf.EndPDFForStream() != PDFHummus::eSuccess)
        return failed({Text::write_pdf_failed, {"end"}});
    settle_identifier(output.bytes);
    return PdfFile{std::move(output.bytes), writer.missing()};
}

} // namespace

Result<PdfFile> write_pdf(const SheetModel& sheet, const FontFiles& fonts) {
    std::vector<std::string> skipped;
    Result<PdfFile> pdf = attempt(sheet, fonts, skipped);
    return pdf || skipped.empty() ? std::move(pdf) : attempt(sheet, fonts, skipped);
}

} // namespace bb
