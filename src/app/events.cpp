// What the outside says: files arrive, jobs end, another tab writes.
#include "app/app_impl.h"

#include "base/hash.h"
#include "documents/worker_protocol.h"

namespace bb {

JobId App::Impl::start_job(WorkerOp op, Text label, FileToken token, Bytes payload) {
    job_result = {};
    const JobId job = next_job++;
    state.job = JobState{job, op, label, 0};
    host.start_job(job, op, token, std::move(payload));
    return job;
}

void App::Impl::on_event(const HostEvent& event) {
    changed = true;
    if (const auto* arrived = std::get_if<FileArrived>(&event)) return file_arrived(*arrived);
    if (const auto* bytes = std::get_if<FileBytes>(&event)) return file_bytes(*bytes);
    if (const auto* done = std::get_if<JobDone>(&event)) return job_done(*done);
    if (const auto* piece = std::get_if<JobPiece>(&event)) return job_piece(*piece);
    if (const auto* progress = std::get_if<JobProgress>(&event)) {
        if (state.job && state.job->id == progress->job) state.job->permille = progress->permille;
        if (state.import && read_job == progress->job) state.import->permille = progress->permille;
        return;
    }
    if (const auto* picture = std::get_if<PictureDecoded>(&event)) {
        wanted_pictures.erase(picture->name);
        state.pictures[picture->name] = *picture;
        return;
    }
    if (std::get_if<ClipboardRefused>(&event)) return complain({Text::error_clipboard_refused, {}});
    if (std::get_if<UpdateWaiting>(&event)) state.update_waiting = true;
    if (const auto* some = std::get_if<SafetyNews>(&event)) return news(*some);
    if (const auto* other = std::get_if<WriterElsewhere>(&event)) {
        const bool mine_now = state.environment.writer_elsewhere && !other->elsewhere;
        state.environment.writer_elsewhere = other->elsewhere;
        // What this tab found is older than what the writing one may have made of it.
        if (mine_now && state.recovery) return host.safety(SafetyCall::reload);
        if (mine_now) keeper.take_over();
    }
}

void App::Impl::file_arrived(const FileArrived& arrived) {
    if (const auto refusal = refused(arrived)) {
        host.release_file(arrived.token);
        return complain(*refusal);
    }
    switch (arrived.purpose) {
    case FilePurpose::import_sheet: return start_import(arrived);
    case FilePurpose::restore_backup: return host.read_file(arrived.token);
    case FilePurpose::dropped_picture:
        pending_picture = {RecordType::product, state.product};
        [[fallthrough]];
    case FilePurpose::picture:
        start_job(WorkerOp::fit_picture, Text::product_fitting_picture, arrived.token, {});
    }
}

/// Why a file is not even looked into: nothing is read before its size and place are known.
std::optional<Error> App::Impl::refused(const FileArrived& arrived) const {
    constexpr std::uint64_t megabyte = 1024 * 1024;
    const bool to_recover = state.recovery && arrived.purpose == FilePurpose::restore_backup;
    if ((!state.file || state.read_only) && !to_recover) return Error{Text::error_read_only, {}};
    const bool here_only = arrived.purpose == FilePurpose::import_sheet ||
                           arrived.purpose == FilePurpose::restore_backup;
    if (state.following && here_only) return Error{Text::error_only_in_writer, {}};
    if (state.job) return Error{Text::shell_job_running, {}};
    const bool dropped = arrived.purpose == FilePurpose::dropped_picture;
    switch (arrived.purpose) {
    case FilePurpose::import_sheet:
        if (arrived.size > largest_sheet_file)
            return Error{Text::read_file_too_large,
                         {std::to_string(largest_sheet_file / megabyte)}};
        break;
    case FilePurpose::restore_backup:
        if (arrived.size > largest_backup_file)
            return Error{Text::error_backup_too_large,
                         {std::to_string(largest_backup_file / megabyte)}};
        break;
    case FilePurpose::picture:
    case FilePurpose::dropped_picture:
        if (dropped ? state.view != View::products || state.product.empty() : !pending_picture)
            return Error{Text::product_picture_nowhere, {}};
        if (arrived.size > largest_picture_file) return Error{Text::picture_too_large, {}};
    }
    return std::nullopt;
}

void App::Impl::decode_wanted_pictures() {
    constexpr std::uint32_t thumbnail = 192; // px, enough for a list at twice the pixel ratio
    for (auto& [name, asked] : wanted_pictures)
        if (const Bytes* bytes = asked ? nullptr : keeper.picture(name)) {
            asked = true;
            host.decode_picture(name, *bytes, thumbnail);
        }
}

void App::Impl::job_piece(const JobPiece& piece) {
    if (!state.job || state.job->id != piece.job) return; // cancelled meanwhile
    job_result.reserve(piece.whole);                      // once
    job_result.insert(job_result.end(), piece.bytes.begin(), piece.bytes.end());
}

void App::Impl::job_done(const JobDone& done) {
    if (!state.job || state.job->id != done.job) return; // cancelled meanwhile
    const WorkerOp op = state.job->op;
    state.job.reset();
    Bytes bytes = std::move(job_result);
    job_result = {};
    bytes.insert(bytes.end(), done.bytes.begin(), done.bytes.end());
    if (op == WorkerOp::read_sheet) return sheet_read(done.ok, std::move(bytes));
    if (!done.ok) {
        pending_export.reset();
        pending_picture.reset();
        return complain(unpacked_error(bytes));
    }
    if (op == WorkerOp::fit_picture) return picture_fitted(bytes);
    if (!pending_export) return;
    const PendingExport wanted = *std::exchange(pending_export, std::nullopt);
    if (op == WorkerOp::write_pdf) return pdf_written(wanted, bytes);
    host.save_file(wanted.file_name, wanted.mime, std::move(bytes));
    tell(Text::shell_file_saved, {wanted.file_name});
}

void App::Impl::pdf_written(const PendingExport& wanted, ByteView answer) {
    Result<PdfFile> pdf = unpack_pdf_file(answer);
    if (!pdf) return complain(pdf.error());
    host.save_file(wanted.file_name, wanted.mime, std::move(pdf->bytes));
    if (!pdf->missing.empty())
        return complain({Text::write_pdf_missing_characters, {pdf->missing}});
    tell(Text::shell_file_saved, {wanted.file_name});
}

void App::Impl::picture_fitted(const Bytes& bytes) {
    if (!pending_picture) return;
    const auto [type, id] = *pending_picture;
    pending_picture.reset();
    const std::string name = content_name(bytes);
    const std::uint16_t field = type == RecordType::company      ? company::logo
                                : type == RecordType::quote_line ? quote_line::picture
                                                                 : product::picture;
    finish_import();
    file().attach_blob(name, bytes);
    perform({Text::action_picture, {}, {{type, id, field, name}}, {}});
}

Error unpacked_error(ByteView bytes) {
    ByteReader in(bytes);
    const std::uint16_t text = in.u16();
    const std::uint8_t count = in.u8();
    Error error{static_cast<Text>(text), {}};
    for (std::uint8_t i = 0; i < count && in.ok(); ++i) error.args.emplace_back(in.text());
    if (!in.ok() || text >= static_cast<std::uint16_t>(Text::count_))
        return {Text::error_worker_failed, {}};
    return error;
}

} // namespace bb
