// JPEG goes into the PDF byte for byte; PNG is decoded, its transparency kept.
#include "documents_io/pdf_pictures.h"

#include "documents/picture_header.h"
#include "documents_io/pdf_streams.h"

#include <PDFFormXObject.h>
#include <PDFImageXObject.h>
#include <PDFPage.h>
#include <PDFWriter.h>
#include <PageContentContext.h>
#include <ResourcesDictionary.h>

#include <algorithm>
#include <memory>

namespace bb {
namespace {

/// The picture's object in the PDF, or 0.
unsigned long written(PDFWriter& pdf, ByteView bytes, PictureKind kind) {
    PdfInput input(bytes);
    if (kind == PictureKind::jpeg) {
        const std::unique_ptr<PDFImageXObject> image(pdf.CreateImageXObjectFromJPGStream(&input));
        return image ? image->GetImageObjectID() : 0;
    }
    const std::unique_ptr<PDFFormXObject> form(pdf.CreateFormXObjectFromPNGStream(&input));
    return form ? form->GetObjectID() : 0;
}

/// A picture that the library gives up on leaves a PDF that cannot be finished: hence tried first
/// in one that is thrown away.
bool is_readable(ByteView bytes, PictureKind kind) {
    PdfOutput output;
    PDFWriter trial;
    if (trial.StartPDFForStream(&output, ePDFVersion14) != PDFHummus::eSuccess) return false;
    const bool readable = written(trial, bytes, kind) != 0;
    trial.Reset();
    return readable;
}

} // namespace

void PdfPictures::load(PDFWriter& pdf, const SheetModel& sheet) {
    for (const SheetPicture& picture : sheet.pictures) {
        const PictureHeader header = read_picture_header(picture.bytes);
        if (header.kind == PictureKind::unknown || !is_readable(picture.bytes, header.kind))
            continue;
        Entry entry;
        entry.name = picture.name;
        entry.object = written(pdf, picture.bytes, header.kind);
        entry.form = header.kind == PictureKind::png;
        entry.width = header.width;
        entry.height = header.height;
        entries_.push_back(std::move(entry));
    }
}

void PdfPictures::draw(PageContentContext& page, const std::string& name, float left, float bottom,
                       float width, float height, Align align) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.name == name; });
    if (found == entries_.end() || width <= 0 || height <= 0) return;
    const double scale = std::min(width / found->width, height / found->height);
    const double shown_width = found->width * scale, shown_height = found->height * scale;
    const double x = left + (align == Align::left ? 0 : (width - shown_width) / 2);
    const double y = bottom + (height - shown_height) / 2;
    ResourcesDictionary& resources = page.GetAssociatedPage()->GetResourcesDictionary();
    page.q();
    if (found->form) {
        page.cm(scale, 0, 0, scale, x, y);
        page.Do(resources.AddFormXObjectMapping(found->object));
    } else {
        page.cm(shown_width, 0, 0, shown_height, x, y);
        page.Do(resources.AddImageXObjectMapping(found->object));
    }
    page.Q();
}

} // namespace bb
