// The customer file's place in IndexedDB, by way of web/store.mjs.
#pragma once

#include "store/port.h"

namespace bb {

class BrowserStore final : public StorePort {
public:
    void read_range(std::uint32_t request, Place place, const std::string& first_key,
                    const std::string& last_key, Source source) override;
    void read_keys(std::uint32_t request, Place place,
                   const std::vector<std::string>& keys) override;
    void commit(std::uint32_t request, const StoreBatch& batch) override;
    void begin_anew(std::uint32_t request) override;
};

} // namespace bb
