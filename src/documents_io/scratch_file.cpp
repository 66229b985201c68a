// Scratch files by mkstemp, which both systems have.
#include "documents_io/scratch_file.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <unistd.h>

namespace bb {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File open_file(const std::string& path, const char* mode) {
    return {std::fopen(path.c_str(), mode), &std::fclose};
}

} // namespace

ScratchFile::ScratchFile() : path_("/tmp/buyerbook-XXXXXX") {
    const int descriptor = mkstemp(path_.data());
    if (descriptor < 0)
        path_.clear();
    else
        close(descriptor);
}

ScratchFile::~ScratchFile() {
    if (ok()) unlink(path_.c_str());
}

std::optional<Bytes> ScratchFile::read() const {
    const File file = open_file(path_, "rb");
    if (!file || std::fseek(file.get(), 0, SEEK_END) != 0) return std::nullopt;
    const long size = std::ftell(file.get());
    if (size < 0 || std::fseek(file.get(), 0, SEEK_SET) != 0) return std::nullopt;
    Bytes bytes(static_cast<std::size_t>(size));
    if (std::fread(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) return std::nullopt;
    return bytes;
}

bool ScratchFile::write(ByteView bytes) const {
    const File file = open_file(path_, "wb");
    return file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
           std::fflush(file.get()) == 0;
}

} // namespace bb
