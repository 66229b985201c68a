// Pictures in memory: those asked for and those not saved yet. The least used are let go when it
// grows; an unsaved one never.
#pragma once

#include "base/bytes.h"

#include <map>
#include <string>
#include <string_view>

namespace bb {

class PictureCache {
public:
    static constexpr std::size_t size_limit = std::size_t{64} << 20;

    /// True when the bytes must be asked for; false when they are here, on their way, or were
    /// asked for and not there.
    bool want(std::string_view name);
    /// Null when not here.
    const Bytes* find(std::string_view name) const;
    void put(std::string name, Bytes bytes, bool saved);
    /// The store was asked and has no such picture (or a damaged one).
    void mark_missing(std::string_view name);
    bool missing(std::string_view name) const;
    void forget_missing();
    void mark_all_saved();

private:
    struct Picture {
        Bytes bytes;
        bool here = false;
        bool saved = true;
        bool missing = false;
        mutable std::uint64_t last_used = 0;
    };
    void shrink();

    std::map<std::string, Picture, std::less<>> pictures_;
    std::size_t size_ = 0;
    mutable std::uint64_t clock_ = 0;
};

} // namespace bb
