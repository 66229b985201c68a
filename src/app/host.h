// The outside of the program besides the store: files, the worker, the clipboard, links.
// The browser implements it; tests use a fake. Calls return at once, answers are HostEvents.
#pragma once

#include "base/bytes.h"
#include "base/id.h"

#include <cstdint>
#include <string>
#include <variant>

namespace bb {

/// What a picked or dropped file is for.
enum class FilePurpose : std::uint8_t {
    import_sheet,
    restore_backup,
    picture, // for the record whose button was pressed
    dropped_picture,
};

/// Operations of the documents worker; payloads are described in documents/worker_protocol.h.
enum class WorkerOp : std::uint8_t { read_sheet, write_xlsx, write_pdf, fit_picture, write_tables };

/// Largest files that are looked into at all, in bytes. A picture's is also web/fit_picture.mjs's.
inline constexpr std::uint64_t largest_sheet_file = 256ull << 20;
inline constexpr std::uint64_t largest_backup_file = 1024ull << 20;
inline constexpr std::uint64_t largest_picture_file = 40ull << 20;

using FileToken = std::uint32_t;
using JobId = std::uint32_t;

/// What keeps the file safe outside the store; `text` and `bytes` are as the comment says.
enum class SafetyCall : std::uint8_t {
    keep_sentinel,     // text: what localStorage remembers (store/sentinel.h)
    tell_tabs,         // bytes: a message to the other tabs (app/tabs.cpp)
    reload,            // the page opens again
    ask_persist,       // the browser is asked not to clear the data: news of storage
    follow_with_spare, // the file is in order up to this sequence (text): the second copy may follow
    save_sealed,       // text: file name, bytes: content to be encrypted under a passphrase
    unseal,            // bytes: an encrypted backup: news unsealed, or nothing
    choose_folder,     // for automatic copies: news of folder
    allow_folder,      // asks for leave to write once more
    forget_folder,
    copy_to_folder,     // text: file name, bytes: backup; read back: news folder_copied or _failed
    remove_from_folder, // text: file names, a line each
    seal_to_folder,     // the same with content to be encrypted under the passcode in use
    open_lock_page,     // the page of the passcode in place of the program
    look_at_storage,    // how full it is by now: news of storage
};

class HostPort {
public:
    virtual ~HostPort() = default;
    /// Opens the browser's file picker; the answer is FileArrived or nothing at all.
    virtual void pick_file(FilePurpose purpose, const std::string& accept) = 0;
    /// Bytes of an arrived file (backups; sheets go to the worker by token): FileBytes.
    virtual void read_file(FileToken token) = 0;
    virtual void release_file(FileToken token) = 0;
    virtual void save_file(const std::string& name, const std::string& mime, Bytes bytes) = 0;
    /// One job at a time; `token` 0 when the payload is all there is. JobProgress, then JobDone.
    virtual void start_job(JobId job, WorkerOp op, FileToken token, Bytes payload) = 0;
    virtual void cancel_job(JobId job) = 0;
    virtual void copy(const std::string& text, const std::string& html) = 0;
    /// Decodes a JPEG or PNG for the screen, its longest side at most `longest` pixels:
    /// PictureDecoded (empty when it cannot be decoded).
    virtual void decode_picture(const std::string& name, const Bytes& bytes,
                                std::uint32_t longest) = 0;
    virtual void open_link(const std::string& url) = 0;
    /// Asks a waiting new version to take over and reloads.
    virtual void apply_update() = 0;
    /// Switches to the database of the sample data (true) or the user's own, and reloads.
    virtual void open_sample_database(bool sample) = 0;
    virtual std::uint64_t random64() = 0;
    virtual void safety(SafetyCall call, const std::string& text = {}, const Bytes& bytes = {}) = 0;
};

struct FileArrived {
    FilePurpose purpose{};
    FileToken token = 0;
    std::string name;
    std::uint64_t size = 0;
};
struct FileBytes {
    FileToken token = 0;
    Bytes bytes;
};
struct JobProgress {
    JobId job = 0;
    std::uint16_t permille = 0;
};
/// A long result comes in pieces, and the rest of it with JobDone.
struct JobPiece {
    JobId job = 0;
    std::size_t whole = 0; // bytes of all together
    Bytes bytes;
};
/// ok: the operation's result; else the packed Error (u16 text id, u8 count, texts).
struct JobDone {
    JobId job = 0;
    bool ok = false;
    Bytes bytes;
};
struct PictureDecoded {
    std::string name;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    Bytes rgba; // width · height · 4, not premultiplied
};
struct ClipboardRefused {};
struct UpdateWaiting {};
/// Another tab holds the writing lock: this one reads only.
struct WriterElsewhere {
    bool elsewhere = false;
};

/// `text` is JSON for storage {persisted, usage, quota, spare, keeps} and
/// folder {available, name, permission, files}; the name of the file for folder_copied; `bytes` are an opened backup's
/// content for unsealed, a message for from_tab.
struct SafetyNews {
    enum class What : std::uint8_t {
        storage,
        folder,
        folder_copied,
        folder_failed,
        unsealed,
        sealed_saved,
        from_tab,
    };
    What what{};
    std::string text;
    Bytes bytes;
};

using HostEvent =
    std::variant<FileArrived, FileBytes, JobProgress, JobPiece, JobDone, PictureDecoded,
                 ClipboardRefused, UpdateWaiting, WriterElsewhere, SafetyNews>;

} // namespace bb
