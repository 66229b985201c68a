// Quotes: made, filled, issued, revised, exported.
#include "app/app_impl.h"

#include "app/quote_document.h"
#include "documents/picture_header.h"
#include "documents/quote_sheet.h"
#include "documents/worker_protocol.h"

#include <array>

namespace bb {

PictureSource App::Impl::picture_source() const {
    return [this](std::string_view name) {
        SheetPicture picture;
        if (const Bytes* bytes = keeper.picture(name)) {
            const PictureHeader header = read_picture_header(*bytes);
            if (header.kind != PictureKind::unknown)
                picture = {std::string(name), *bytes, header.width, header.height};
        }
        return picture;
    };
}

bool App::Impl::quote_command(const Command& command) {
    AppState& s = state;
    const Date today = s.environment.today();
    const auto open = [&](RecordId id) {
        s.view = View::quotes;
        s.quote.emplace();
        s.quote->id = id;
    };
    if (const auto* c = std::get_if<OpenQuote>(&command)) return open(c->id), true;
    if (std::get_if<CloseQuote>(&command)) return s.quote.reset(), true;
    if (const auto* c = std::get_if<PreviewQuote>(&command)) {
        if (s.quote) s.quote->preview = c->on;
        return true;
    }
    if (const auto* c = std::get_if<NewQuote>(&command)) {
        const NewRecord made = new_quote(records(), c->customer, ids, today, now());
        if (perform(made.action)) open(made.id);
        return true;
    }
    if (const auto* c = std::get_if<AddQuoteLine>(&command)) {
        perform((c->product.empty() ? add_empty_line(records(), c->quote, ids, now())
                                    : add_product_line(records(), c->quote, c->product, ids, now()))
                    .action);
        return true;
    }
    if (const auto* c = std::get_if<IssueQuote>(&command)) {
        const Result<Action> action = issue_quote(records(), c->quote, ids, today, now());
        if (!action) return complain(action.error()), true;
        if (perform(*action)) {
            refresh_quote();
            tell(Text::quote_issued_toast, {s.quote ? s.quote->document.number : std::string()},
                 true);
        }
        return true;
    }
    if (const auto* c = std::get_if<ReviseQuote>(&command)) {
        const NewRecord made = revise_quote(records(), c->quote, ids, today, now());
        if (perform(made.action)) open(made.id);
        return true;
    }
    if (const auto* c = std::get_if<CopyQuote>(&command)) {
        const NewRecord made = copy_quote(records(), c->quote, ids, today, now());
        if (perform(made.action)) open(made.id);
        return true;
    }
    if (const auto* c = std::get_if<ExportQuote>(&command)) return export_quote(*c), true;
    return false;
}

void App::Impl::export_quote(const ExportQuote& command) {
    if (state.job) return tell(Text::shell_job_running);
    const QuoteDocument document = quote_document(records(), command.quote);
    const bool pdf = command.format == ExportFormat::pdf;
    const std::string stem = state.quote ? state.quote->file_name : document.number;
    pending_export = {stem + (pdf ? ".pdf" : ".xlsx"),
                      pdf ? "application/pdf"
                          : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
    start_job(pdf ? WorkerOp::write_pdf : WorkerOp::write_xlsx,
              pdf ? Text::quote_writing_pdf : Text::quote_writing_xlsx, 0,
              pack_sheets(std::array{quote_sheet(document, picture_source())}));
}

} // namespace bb
