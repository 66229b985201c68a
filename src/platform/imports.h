// Everything the program asks of the page. web/host_library.js forwards each to the object `host`
// that web/main.mjs hands to the module (typedef Host in web/host_types.d.ts). Texts and bytes are
// a pointer and a length; the page copies them before it returns.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// Glyphs (web/glyphs.mjs); sizes in device pixels. `out` of measure: advance, left, top, width,
// height; of line metrics: ascent, descent, leading step.
void host_line_metrics(float pixels, bool bold, float* out);
void host_measure_glyph(std::uint32_t code_point, float pixels, bool bold, float* out);
void host_draw_glyph(std::uint32_t code_point, float pixels, bool bold, int left, int top,
                     int width, int height, float shift, std::uint8_t* coverage);
void host_measure_run(const char* text, std::size_t length, float pixels, bool bold, float* out);
void host_draw_run(const char* text, std::size_t length, float pixels, bool bold, int left, int top,
                   int width, int height, std::uint8_t* rgba);
void host_draw_icon(const char* path, std::size_t length, float pixels, std::uint8_t* coverage);

// The store (web/store.mjs); layouts are in store_messages.h.
void host_store_read_range(std::uint32_t request, int place, int source, const char* first,
                           std::size_t first_length, const char* last, std::size_t last_length);
void host_store_read_keys(std::uint32_t request, int place, const std::uint8_t* keys,
                          std::size_t length);
void host_store_commit(std::uint32_t request, const std::uint8_t* batch, std::size_t length);
void host_store_begin_anew(std::uint32_t request);

// Files, the worker and the rest of the outside (web/host.mjs).
void host_pick_file(int purpose, const char* accept, std::size_t length);
void host_read_file(std::uint32_t token);
void host_release_file(std::uint32_t token);
void host_save_file(const char* name, std::size_t name_length, const char* mime,
                    std::size_t mime_length, const std::uint8_t* bytes, std::size_t length);
void host_start_job(std::uint32_t job, int operation, std::uint32_t token,
                    const std::uint8_t* payload, std::size_t length);
void host_cancel_job(std::uint32_t job);
void host_copy(const char* text, std::size_t text_length, const char* html,
               std::size_t html_length);
void host_decode_picture(const char* name, std::size_t name_length, const std::uint8_t* bytes,
                         std::size_t length, std::uint32_t longest);
void host_open_link(const char* url, std::size_t length);
void host_apply_update();
void host_open_sample_database(bool sample);
void host_random(std::uint8_t* out, std::size_t length);
void host_safety(int call, const char* text, std::size_t text_length, const std::uint8_t* bytes,
                 std::size_t length);
}
