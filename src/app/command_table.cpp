// The commands by name.
#include "app/command_table.h"

#include <array>

namespace bb {
namespace {

bool always(const AppState& s) { return s.file != nullptr; }
bool can_write(const AppState& s) { return s.file != nullptr && !s.read_only; }
template <View view> Command go(const AppState&) { return Go{view}; }
template <class C> Command plain(const AppState&) { return C{}; }

const std::array<CommandEntry, 24> entries = {{
    {"undo", Text::shell_undo, "Mod+Z",
     [](const AppState& s) { return can_write(s) && s.file->can_undo(); }, plain<Undo>},
    {"redo", Text::shell_redo, "Mod+Shift+Z",
     [](const AppState& s) { return can_write(s) && s.file->can_redo(); }, plain<Redo>},
    {"new_customer", Text::action_new_customer, "", can_write, plain<AddCustomer>},
    {"new_product", Text::action_new_product, "", can_write, plain<AddProduct>},
    {"write_quote", Text::customer_write_quote, "",
     [](const AppState& s) { return can_write(s) && !s.customer.empty(); },
     [](const AppState& s) -> Command { return NewQuote{s.customer}; }},
    {"import", Text::first_import, "", can_write, plain<ChooseImportFile>},
    {"backup", Text::settings_backup_now, "Mod+S", always, plain<DownloadBackup>},
    {"restore", Text::action_restore_backup, "", can_write, plain<ChooseBackup>},
    {"export_xlsx", Text::settings_export_xlsx, "", always, plain<ExportReadable>},
    {"export_json", Text::settings_export_json, "", always, plain<ExportJson>},
    {"preview", Text::quote_preview, "Mod+P", [](const AppState& s) { return s.quote.has_value(); },
     [](const AppState& s) -> Command { return PreviewQuote{!s.quote->preview}; }},
    {"today", Text::view_today, "", always, go<View::today>},
    {"customers", Text::view_customers, "", always, go<View::customers>},
    {"quotes", Text::view_quotes, "", always, go<View::quotes>},
    {"products", Text::view_products, "", always, go<View::products>},
    {"regions", Text::view_regions, "", always, go<View::regions>},
    {"settings", Text::view_settings, "", always, go<View::settings>},
    {"theme_light", Text::settings_theme_light, "", always,
     [](const AppState&) -> Command { return SetTheme{ThemeChoice::light}; }},
    {"theme_dark", Text::settings_theme_dark, "", always,
     [](const AppState&) -> Command { return SetTheme{ThemeChoice::dark}; }},
    {"theme_system", Text::settings_theme_system, "", always,
     [](const AppState&) -> Command { return SetTheme{ThemeChoice::system}; }},
    {"chinese", Text::settings_in_chinese, "",
     [](const AppState& s) { return s.language != Language::chinese; },
     [](const AppState&) -> Command { return SetLanguage{Language::chinese}; }},
    {"english", Text::settings_in_english, "",
     [](const AppState& s) { return s.language != Language::english; },
     [](const AppState&) -> Command { return SetLanguage{Language::english}; }},
    {"sample", Text::first_sample, "",
     [](const AppState& s) { return !s.environment.sample_database; },
     [](const AppState&) -> Command { return OpenSample{true}; }},
    {"own", Text::shell_sample_leave, "",
     [](const AppState& s) { return s.environment.sample_database; },
     [](const AppState&) -> Command { return OpenSample{false}; }},
}};

} // namespace

std::span<const CommandEntry> command_table() { return entries; }

} // namespace bb
