// What is kept beside the records: how the page looks, and what the backups hold.
#include "app/app_impl.h"

#include <nlohmann/json.hpp>

namespace bb {
namespace {

constexpr std::uint64_t changes_ahead = 8;

Language language_by_key(std::string_view key, Language otherwise) {
    return key == "zh" ? Language::chinese : key == "en" ? Language::english : otherwise;
}

} // namespace

void App::Impl::count_changes(std::size_t records) {
    state.changes_since_backup += records;
    changes_made += records;
    // Goes into the transaction of the change itself, which is the longer for it.
    const bool known = state.changes_since_backup <= changes_stored;
    if (!known && !state.following && !state.read_only) put_settings();
}

void App::Impl::save_settings() {
    shell_is_own = shell_is_own || state.following;
    put_settings();
    keeper.pump();
}

void App::Impl::put_settings(bool exactly) {
    changes_stored = state.changes_since_backup;
    if (!exactly) changes_stored += -changes_stored % changes_ahead;
    nlohmann::json json = nlohmann::json::object();
    json["language"] = state.language == Language::chinese ? "zh" : "en";
    json["theme"] = state.theme == ThemeChoice::system ? "system"
                    : state.theme == ThemeChoice::dark ? "dark"
                                                       : "light";
    if (state.last_backup) json["last_backup"] = state.last_backup->to_text();
    json["changes_since_backup"] = changes_stored;
    if (!copies_series.empty())
        json["copies"] = {
            {"series", copies_series}, {"under", copied_under}, {"through", copied_through}};
    keeper.put_setting("shell", json.dump());
}

void App::Impl::store_changes_exactly() {
    const bool known = changes_stored == state.changes_since_backup;
    if (known || !state.file || state.following || state.read_only) return;
    put_settings(true);
    keeper.pump();
}

/// `looks`: language and theme as well.
void App::Impl::read_shell(bool looks) {
    const auto json = nlohmann::json::parse(keeper.setting("shell"), nullptr, false);
    if (!json.is_object()) return;
    state.last_backup = Instant::parse(json.value("last_backup", ""));
    changes_stored = json.value("changes_since_backup", std::uint64_t{0});
    state.changes_since_backup = changes_stored;
    const auto copies = json.value("copies", nlohmann::json::object());
    copies_series = copies.value("series", "");
    copied_under = copies.value("under", "");
    copied_through = copies.value("through", std::uint64_t{0});
    find_last_copy();
    if (!looks) return;
    state.language = language_by_key(json.value("language", ""), state.language);
    const std::string theme = json.value("theme", "");
    state.theme = theme == "dark"    ? ThemeChoice::dark
                  : theme == "light" ? ThemeChoice::light
                                     : ThemeChoice::system;
}

} // namespace bb
