// A file for libraries that only know how to read and write files. In the browser it lives in
// memory (the file system of the program), natively in the system's folder for such files.
#pragma once

#include "base/bytes.h"

#include <optional>
#include <string>

namespace bb {

/// Removes its file when it goes.
class ScratchFile {
public:
    ScratchFile();
    ~ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    /// False when no file could be made.
    bool ok() const { return !path_.empty(); }
    const std::string& path() const { return path_; }
    std::optional<Bytes> read() const;
    bool write(ByteView bytes) const;

private:
    std::string path_;
};

} // namespace bb
