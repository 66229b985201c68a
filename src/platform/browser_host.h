// Files, the documents worker, the clipboard and links, by way of web/host.mjs.
#pragma once

#include "app/host.h"

namespace bb {

class BrowserHost final : public HostPort {
public:
    void pick_file(FilePurpose purpose, const std::string& accept) override;
    void read_file(FileToken token) override;
    void release_file(FileToken token) override;
    void save_file(const std::string& name, const std::string& mime, Bytes bytes) override;
    void start_job(JobId job, WorkerOp op, FileToken token, Bytes payload) override;
    void cancel_job(JobId job) override;
    void copy(const std::string& text, const std::string& html) override;
    void decode_picture(const std::string& name, const Bytes& bytes,
                        std::uint32_t longest) override;
    void open_link(const std::string& url) override;
    void apply_update() override;
    void open_sample_database(bool sample) override;
    std::uint64_t random64() override;
    void safety(SafetyCall call, const std::string& text, const Bytes& bytes) override;
};

} // namespace bb
