// Everything the page may call, and nothing else: extern "C", numbers only. Bytes come as a pointer
// from malloc and a length; they are copied here and freed by the page.
#include "platform/drop_purpose.h"
#include "platform/running_page.h"
#include "platform/store_messages.h"

#include <emscripten.h>

namespace {

bb::Page& page() { return *bb::running_page(); }

std::string text_of(const char* text, std::size_t length) { return {text, length}; }

bb::Bytes bytes_of(const std::uint8_t* bytes, std::size_t length) {
    return {bytes, bytes + length};
}

} // namespace

extern "C" {

// The program.

/// False when there is no WebGL2: nothing else may be called then.
EMSCRIPTEN_KEEPALIVE bool bb_ready() { return bb::running_page() != nullptr; }

EMSCRIPTEN_KEEPALIVE double* bb_environment() { return page().environment_numbers.data(); }

/// With what localStorage remembers of the customer file.
EMSCRIPTEN_KEEPALIVE void bb_start(const char* sentinel, std::size_t length) {
    page().start({sentinel, length});
}

EMSCRIPTEN_KEEPALIVE const bb::PackedFrameResult* bb_frame() { return &page().frame(); }

/// Bits: 1 there is more, 2 a frame shows that it got on.
EMSCRIPTEN_KEEPALIVE std::uint32_t bb_work() {
    const bb::App::Worked done = page().work();
    return (done.more ? 1U : 0U) | (done.shows ? 2U : 0U);
}

EMSCRIPTEN_KEEPALIVE bool bb_take_in() { return page().take_in(); }

EMSCRIPTEN_KEEPALIVE void bb_catch_up() { page().catch_up(); }

EMSCRIPTEN_KEEPALIVE bool bb_at_stake() { return page().app().at_stake(); }

EMSCRIPTEN_KEEPALIVE bool bb_unsaved() { return page().app().unsaved(); }

EMSCRIPTEN_KEEPALIVE void bb_page_hidden() { page().hidden(); }

EMSCRIPTEN_KEEPALIVE void bb_context_restored() { page().context_restored(); }

// Input.

EMSCRIPTEN_KEEPALIVE void bb_pointer_moved(float x, float y, int kind) {
    page().input(bb::ui::PointerMoved{x, y, static_cast<bb::ui::PointerKind>(kind)});
}

EMSCRIPTEN_KEEPALIVE void bb_pointer_button(float x, float y, int button, bool down, int kind,
                                            int mods) {
    page().input(bb::ui::PointerButton{x, y, static_cast<std::uint8_t>(button), down,
                                       static_cast<bb::ui::PointerKind>(kind),
                                       static_cast<std::uint8_t>(mods)});
}

EMSCRIPTEN_KEEPALIVE void bb_pointer_left() { page().input(bb::ui::PointerLeft{}); }

EMSCRIPTEN_KEEPALIVE void bb_wheeled(float x, float y, float dx, float dy, int mods) {
    page().input(bb::ui::Wheeled{x, y, dx, dy, static_cast<std::uint8_t>(mods)});
}

EMSCRIPTEN_KEEPALIVE void bb_key_pressed(const char* key, std::size_t length, int mods,
                                         std::uint32_t target, bool repeat) {
    page().input(
        bb::ui::KeyPressed{text_of(key, length), static_cast<std::uint8_t>(mods), target, repeat});
}

EMSCRIPTEN_KEEPALIVE void bb_focus_moved(std::uint32_t id) { page().input(bb::ui::FocusMoved{id}); }

EMSCRIPTEN_KEEPALIVE void bb_activated(std::uint32_t id) { page().input(bb::ui::Activated{id}); }

EMSCRIPTEN_KEEPALIVE void bb_field_changed(std::uint32_t id, const char* text, std::size_t length,
                                           bool composing) {
    page().input(bb::ui::FieldChanged{id, text_of(text, length), composing});
}

EMSCRIPTEN_KEEPALIVE void bb_field_committed(std::uint32_t id, const char* text, std::size_t length,
                                             bool by_enter) {
    page().input(bb::ui::FieldCommitted{id, text_of(text, length), by_enter});
}

EMSCRIPTEN_KEEPALIVE void bb_field_cancelled(std::uint32_t id) {
    page().input(bb::ui::FieldCancelled{id});
}

// The store's answers.

EMSCRIPTEN_KEEPALIVE void bb_rows_read(std::uint32_t request, const std::uint8_t* rows,
                                       std::size_t length) {
    page().app().store_events().rows_read(request, bb::unpack_rows({rows, length}));
}

EMSCRIPTEN_KEEPALIVE void bb_committed(std::uint32_t request) {
    page().app().store_events().committed(request);
}

EMSCRIPTEN_KEEPALIVE void bb_store_failed(std::uint32_t request, int fault) {
    page().app().store_events().failed(request, static_cast<bb::StoreFault>(fault));
}

// The host's events.

EMSCRIPTEN_KEEPALIVE void bb_file_arrived(int purpose, std::uint32_t token, const char* name,
                                          std::size_t length, double size) {
    page().app().host_event(bb::FileArrived{static_cast<bb::FilePurpose>(purpose), token,
                                            text_of(name, length),
                                            static_cast<std::uint64_t>(size)});
}

EMSCRIPTEN_KEEPALIVE void bb_file_bytes(std::uint32_t token, const std::uint8_t* bytes,
                                        std::size_t length) {
    page().app().host_event(bb::FileBytes{token, bytes_of(bytes, length)});
}

EMSCRIPTEN_KEEPALIVE void bb_job_progress(std::uint32_t job, int permille) {
    page().app().host_event(bb::JobProgress{job, static_cast<std::uint16_t>(permille)});
}

EMSCRIPTEN_KEEPALIVE void bb_job_piece(std::uint32_t job, std::size_t whole,
                                       const std::uint8_t* bytes, std::size_t length) {
    page().app().host_event(bb::JobPiece{job, whole, bytes_of(bytes, length)});
}

EMSCRIPTEN_KEEPALIVE void bb_job_done(std::uint32_t job, bool ok, const std::uint8_t* bytes,
                                      std::size_t length) {
    page().app().host_event(bb::JobDone{job, ok, bytes_of(bytes, length)});
}

/// RGBA of width · height pixels; none when the picture cannot be decoded.
EMSCRIPTEN_KEEPALIVE void bb_picture_decoded(const char* name, std::size_t name_length,
                                             std::uint32_t width, std::uint32_t height,
                                             const std::uint8_t* rgba, std::size_t length) {
    page().app().host_event(
        bb::PictureDecoded{text_of(name, name_length), width, height, bytes_of(rgba, length)});
}

EMSCRIPTEN_KEEPALIVE void bb_clipboard_refused() {
    page().app().host_event(bb::ClipboardRefused{});
}

EMSCRIPTEN_KEEPALIVE void bb_update_waiting() { page().app().host_event(bb::UpdateWaiting{}); }

EMSCRIPTEN_KEEPALIVE void bb_writer_elsewhere(bool elsewhere) {
    page().app().host_event(bb::WriterElsewhere{elsewhere});
}

EMSCRIPTEN_KEEPALIVE void bb_safety_news(int what, const char* text, std::size_t text_length,
                                         const std::uint8_t* bytes, std::size_t length) {
    page().app().host_event(bb::SafetyNews{static_cast<bb::SafetyNews::What>(what),
                                           text_of(text, text_length), bytes_of(bytes, length)});
}

/// What a dropped or pasted file is for (a FilePurpose).
EMSCRIPTEN_KEEPALIVE int bb_drop_purpose(const char* name, std::size_t length) {
    return static_cast<int>(bb::drop_purpose({name, length}));
}
}
