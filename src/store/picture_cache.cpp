#include "store/picture_cache.h"

#include <algorithm>

namespace bb {

bool PictureCache::want(std::string_view name) {
    return pictures_.try_emplace(std::string(name)).second;
}

const Bytes* PictureCache::find(std::string_view name) const {
    const auto found = pictures_.find(name);
    if (found == pictures_.end() || !found->second.here) return nullptr;
    found->second.last_used = ++clock_;
    return &found->second.bytes;
}

void PictureCache::put(std::string name, Bytes bytes, bool saved) {
    Picture& picture = pictures_[std::move(name)];
    size_ = size_ - picture.bytes.size() + bytes.size();
    picture.saved = saved || (picture.here && picture.saved);
    picture.bytes = std::move(bytes);
    picture.here = true;
    picture.last_used = ++clock_;
    shrink();
}

void PictureCache::mark_missing(std::string_view name) {
    pictures_[std::string(name)].missing = true;
}

bool PictureCache::missing(std::string_view name) const {
    const auto found = pictures_.find(name);
    return found != pictures_.end() && found->second.missing && !found->second.here;
}

void PictureCache::forget_missing() {
    std::erase_if(pictures_,
                  [](const auto& one) { return one.second.missing && !one.second.here; });
}

void PictureCache::mark_all_saved() {
    for (auto& [name, picture] : pictures_) picture.saved = true;
}

void PictureCache::shrink() {
    while (size_ > size_limit) {
        auto oldest = pictures_.end();
        for (auto at = pictures_.begin(); at != pictures_.end(); ++at) {
            const Picture& picture = at->second;
            if (!picture.here || !picture.saved || picture.last_used == clock_) continue;
            if (oldest == pictures_.end() || picture.last_used < oldest->second.last_used) {
                oldest = at;
            }
        }
        if (oldest == pictures_.end()) return;
        size_ -= oldest->second.bytes.size();
        pictures_.erase(oldest);
    }
}

} // namespace bb
