// The quote sheet as a whole: page, grid, blocks in order, pictures. Only what the buyer may see is
// ever put into the sheet.
#include "documents/quote_sheet.h"

#include "documents/quote_sheet_parts.h"

#include <algorithm>

namespace bb {
namespace {

using namespace quote_parts;

float printable_width(const SheetModel& sheet) { return sheet.page_width - 2 * sheet.margin; }

/// Where the description would become too narrow, the HS codes move into it; a sheet that is still
/// crowded lies on its side.
ColumnPlan place_columns(SheetModel& sheet, const QuoteDocument& quote, const QuoteSums& sums) {
    for (const bool with_hs_code : {true, false}) {
        ColumnPlan plan = plan_columns(quote, sums, printable_width(sheet), with_hs_code);
        if (!plan.crowded) return plan;
    }
    std::swap(sheet.page_width, sheet.page_height);
    return plan_columns(quote, sums, printable_width(sheet), true);
}

/// Pictures without bytes leave their place blank.
void collect_pictures(SheetModel& sheet, const PictureSource& source) {
    std::vector<std::string> missing;
    for (SheetCell& cell : sheet.cells) {
        if (cell.kind != SheetCellKind::picture) continue;
        const auto named = [&](const SheetPicture& p) { return p.name == cell.text; };
        if (std::any_of(sheet.pictures.begin(), sheet.pictures.end(), named)) continue;
        SheetPicture picture = source ? source(cell.text) : SheetPicture{};
        if (picture.bytes.empty() || picture.width == 0 || picture.height == 0) {
            cell.kind = SheetCellKind::text;
            cell.text.clear();
            continue;
        }
        picture.name = cell.text;
        sheet.pictures.push_back(std::move(picture));
    }
}

std::string watermark_of(DocumentLanguage language) {
    if (language == DocumentLanguage::both) return "DRAFT 草稿";
    return label(Text::sheet_draft, language);
}

} // namespace

SheetModel quote_sheet(const QuoteDocument& quote, const PictureSource& pictures) {
    SheetModel sheet;
    QuoteSums sums = sums_of(quote);
    ColumnPlan plan = place_columns(sheet, quote, sums);
    SheetBuilder builder(sheet, std::move(plan.widths));
    Context context{quote,
                    std::move(sums),
                    pictures,
                    palette_of(quote.accent),
                    sheet,
                    builder,
                    std::move(plan.columns),
                    0,
                    0,
                    {}};
    const float width = builder.width(builder.all());
    context.label_end = std::max<std::uint16_t>(builder.edge_near(96), 1);
    context.right_start = std::clamp<std::uint16_t>(
        builder.edge_near(width * 0.58f), static_cast<std::uint16_t>(context.label_end),
        static_cast<std::uint16_t>(builder.column_count() - 2));

    add_letterhead(context);
    add_addressee(context);
    add_terms(context);
    add_lines(context);
    add_sums(context);
    add_packing(context);
    add_closing(context);
    std::stable_sort(sheet.cells.begin(), sheet.cells.end(),
                     [](const SheetCell& a, const SheetCell& b) { return a.row < b.row; });
    collect_pictures(sheet, pictures);

    const std::string number = document_number(quote);
    sheet.title = joined({label(Text::sheet_title, quote.language), number}, " ");
    sheet.author = quote.seller.name;
    sheet.created = quote.date;
    sheet.footer = joined({number, quote.seller.name, "{page} / {pages}"}, "   ·   ");
    if (quote.draft) sheet.watermark = watermark_of(quote.language);
    return sheet;
}

} // namespace bb
