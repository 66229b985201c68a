// Each request is one crossing; answers come back through exports.cpp.
#include "platform/browser_store.h"

#include "platform/imports.h"
#include "platform/store_messages.h"

namespace bb {

void BrowserStore::read_range(std::uint32_t request, Place place, const std::string& first_key,
                              const std::string& last_key, Source source) {
    host_store_read_range(request, static_cast<int>(place), static_cast<int>(source),
                          first_key.data(), first_key.size(), last_key.data(), last_key.size());
}

void BrowserStore::read_keys(std::uint32_t request, Place place,
                             const std::vector<std::string>& keys) {
    const Bytes packed = pack_keys(keys);
    host_store_read_keys(request, static_cast<int>(place), packed.data(), packed.size());
}

void BrowserStore::commit(std::uint32_t request, const StoreBatch& batch) {
    const Bytes packed = pack_batch(batch);
    host_store_commit(request, packed.data(), packed.size());
}

void BrowserStore::begin_anew(std::uint32_t request) { host_store_begin_anew(request); }

} // namespace bb
