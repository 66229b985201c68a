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

} // namespace

std::vector<std::string> PdfPictures::load(PDFWriter& pdf, const SheetModel& sheet,
                                           const std::vector<std::string>& skipped) {
    std::vector<std::string> unreadable;
    for (const SheetPicture& picture : sheet.pictures) {
        const PictureHeader header = read_picture_header(picture.bytes);
        if (header.kind == PictureKind::unknown ||
            std::find(skipped.begin(), skipped.end(), picture.name) != skipped.end())
            continue;
        Entry entry;
        entry.name = picture.name;
        entry.object = written(pdf, picture.bytes, header.kind);
        entry.form = header.kind == PictureKind::png;
        entry.width = header.width;
        entry.height = header.height;
        if (entry.object == 0) unreadable.push_back(picture.name);
        entries_.push_back(std::move(entry));
    }
    return unreadable;
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
