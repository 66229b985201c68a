// Each call is one crossing; answers come back through exports.cpp.
#include "platform/browser_host.h"

#include "platform/imports.h"

namespace bb {

void BrowserHost::pick_file(FilePurpose purpose, const std::string& accept) {
    host_pick_file(static_cast<int>(purpose), accept.data(), accept.size());
}

void BrowserHost::read_file(FileToken token) { host_read_file(token); }

void BrowserHost::release_file(FileToken token) { host_release_file(token); }

void BrowserHost::save_file(const std::string& name, const std::string& mime, Bytes bytes) {
    host_save_file(name.data(), name.size(), mime.data(), mime.size(), bytes.data(), bytes.size());
}

void BrowserHost::start_job(JobId job, WorkerOp op, FileToken token, Bytes payload) {
    host_start_job(job, static_cast<int>(op), token, payload.data(), payload.size());
}

void BrowserHost::cancel_job(JobId job) { host_cancel_job(job); }

void BrowserHost::copy(const std::string& text, const std::string& html) {
    host_copy(text.data(), text.size(), html.data(), html.size());
}

void BrowserHost::decode_picture(const std::string& name, const Bytes& bytes,
                                 std::uint32_t longest) {
    host_decode_picture(name.data(), name.size(), bytes.data(), bytes.size(), longest);
}

void BrowserHost::open_link(const std::string& url) { host_open_link(url.data(), url.size()); }

void BrowserHost::apply_update() { host_apply_update(); }

void BrowserHost::open_sample_database(bool sample) { host_open_sample_database(sample); }

std::uint64_t BrowserHost::random64() {
    std::uint64_t number = 0;
    host_random(reinterpret_cast<std::uint8_t*>(&number), sizeof number);
    return number;
}

void BrowserHost::safety(SafetyCall call, const std::string& text, const Bytes& bytes) {
    host_safety(static_cast<int>(call), text.data(), text.size(), bytes.data(), bytes.size());
}

} // namespace bb
