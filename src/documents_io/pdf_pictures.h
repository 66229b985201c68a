// Pictures of a PDF, each written once however often it is shown.
#pragma once

#include "documents/sheet_model.h"

#include <string>
#include <vector>

class PageContentContext;
class PDFWriter;

namespace bb {

class PdfPictures {
public:
    /// Before the first page: pictures cannot be written in the middle of a page's content.
    /// Answers with those that the library gives up on: the PDF cannot be finished then and must
    /// be begun anew without them.
    [[nodiscard]] std::vector<std::string> load(PDFWriter& pdf, const SheetModel& sheet,
                                                const std::vector<std::string>& skipped);
    /// As large as fits into the box and no larger, centred or at its left. A picture that cannot
    /// be read leaves its place blank.
    void draw(PageContentContext& page, const std::string& name, float left, float bottom,
              float width, float height, Align align) const;

private:
    struct Entry {
        std::string name;
        unsigned long object = 0;
        bool form = false;            // measured in pixels; else one by one
        double width = 1, height = 1; // pixels
    };
    std::vector<Entry> entries_;
};

} // namespace bb
