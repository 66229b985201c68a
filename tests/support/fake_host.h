// The outside of the program for tests: remembers what was asked for, answers nothing by itself.
#pragma once

#include "app/host.h"

#include <optional>
#include <utility>
#include <vector>

namespace bb {

class FakeHost final : public HostPort {
public:
    /// `first_random`: another one for each tab, which take their numbers from there.
    explicit FakeHost(std::uint64_t first_random = 1000) : random_(first_random) {}

    struct Job {
        JobId id = 0;
        WorkerOp op{};
        FileToken token = 0;
        Bytes payload;
    };
    std::vector<FilePurpose> picked;
    std::vector<FileToken> read, released;
    std::vector<std::pair<std::string, Bytes>> saved; // name and bytes
    std::vector<Job> jobs;
    std::vector<JobId> cancelled;
    std::vector<std::string> copied;

    void pick_file(FilePurpose purpose, const std::string&) override { picked.push_back(purpose); }
    void read_file(FileToken token) override { read.push_back(token); }
    void release_file(FileToken token) override { released.push_back(token); }
    void save_file(const std::string& name, const std::string&, Bytes bytes) override {
        saved.emplace_back(name, std::move(bytes));
    }
    void start_job(JobId job, WorkerOp op, FileToken token, Bytes payload) override {
        jobs.push_back({job, op, token, std::move(payload)});
    }
    void cancel_job(JobId job) override { cancelled.push_back(job); }
    void copy(const std::string& text, const std::string&) override { copied.push_back(text); }
    void decode_picture(const std::string&, const Bytes&, std::uint32_t) override {}
    void open_link(const std::string&) override {}
    void apply_update() override {}
    void open_sample_database(bool) override {}
    std::uint64_t random64() override { return ++random_; }
    void safety(SafetyCall call, const std::string& text, const Bytes& bytes) override {
        safety_calls.push_back({call, text, bytes});
    }
    struct Safety {
        SafetyCall call{};
        std::string text;
        Bytes bytes;
    };
    std::vector<Safety> safety_calls;
    /// The last of its kind; null when there was none.
    const Safety* last(SafetyCall call) const {
        for (std::size_t n = safety_calls.size(); n-- > 0;)
            if (safety_calls[n].call == call) return &safety_calls[n];
        return nullptr;
    }

private:
    std::uint64_t random_;
};

} // namespace bb
