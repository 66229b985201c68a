#include "store/sentinel.h"

#include <nlohmann/json.hpp>

namespace bb {

std::string Sentinel::to_text() const {
    nlohmann::json json = {{"sequence", sequence}, {"customers", customers}};
    if (last_backup) json["last_backup"] = last_backup->to_text();
    return json.dump();
}

std::optional<Sentinel> Sentinel::parse(std::string_view text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return {};
    const auto number = [&](const char* name) -> std::uint64_t {
        const auto found = json.find(name);
        return found != json.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
    };
    Sentinel result{number("sequence"), number("customers"), {}};
    if (const auto at = json.find("last_backup"); at != json.end() && at->is_string())
        result.last_backup = Instant::parse(at->get<std::string>());
    return result;
}

} // namespace bb
