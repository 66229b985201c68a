// One object a customer, under the customer's id.
#include "app/note_drafts.h"

#include <nlohmann/json.hpp>

namespace bb {

std::string note_drafts_text(const NoteDrafts& drafts) {
    nlohmann::json all = nlohmann::json::object();
    for (const auto& [customer, draft] : drafts)
        if (!draft.blank())
            all[customer.to_text()] = {
                {"kind", draft.kind}, {"summary", draft.summary}, {"next_date", draft.next_date}};
    return all.empty() ? std::string()
                       : all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

NoteDrafts read_note_drafts(std::string_view text) {
    NoteDrafts drafts;
    const auto all = nlohmann::json::parse(text, nullptr, false);
    if (!all.is_object()) return drafts;
    for (const auto& [key, value] : all.items()) {
        const auto customer = RecordId::parse(key);
        if (!customer || !value.is_object()) continue;
        const auto part = [&value = value](const char* name) {
            const auto found = value.find(name);
            return found != value.end() && found->is_string() ? found->get<std::string>()
                                                              : std::string();
        };
        NoteDraft draft{part("kind"), part("summary"), part("next_date")};
        if (draft.kind.empty()) draft.kind = "note";
        if (!draft.blank()) drafts.emplace(*customer, std::move(draft));
    }
    return drafts;
}

} // namespace bb
