// The palette: type to find customers, products, quotes and commands.
#include "ui/views/views.h"

#include "app/command_table.h"
#include "base/utf8.h"
#include "ui/views/page.h"

namespace bb::ui {
namespace {

struct Hit {
    std::string key, title, about;
    Icon icon = Icon::none;
    Command command;
};

constexpr std::size_t most_customers = 6;
constexpr std::size_t most_others = 4;

std::string shortcut_words(const Ui& ui, std::string_view shortcut) {
    std::string words(shortcut);
    if (const auto at = words.find("Mod"); at != std::string::npos)
        words.replace(at, 3, ui.state.environment.mac ? "⌘" : "Ctrl");
    return words;
}

bool holds(std::string_view text, const std::string& wanted) {
    return folded(text).find(wanted) != std::string::npos;
}

void add_records(const Ui& ui, const std::string& wanted, std::vector<Hit>& hits) {
    const Workspace& records = ui.state.records();
    std::size_t customers = 0;
    for (Row row = 0; row < records.row_count(RecordType::customer) && customers < most_customers;
         ++row) {
        const RecordView view = records.at(RecordType::customer, row);
        if (view.deleted() || !holds(view.value(customer::name), wanted)) continue;
        hits.push_back({"customer" + view.id().to_text(), std::string(view.value(customer::name)),
                        place_words(ui, view), Icon::user, OpenCustomer{view.id()}});
        ++customers;
    }
    std::size_t others = 0;
    for (Row row = 0; row < records.row_count(RecordType::product) && others < most_others; ++row) {
        const RecordView view = records.at(RecordType::product, row);
        if (view.deleted() || !(holds(view.value(product::model), wanted) ||
                                holds(view.value(product::name_zh), wanted) ||
                                holds(view.value(product::name_en), wanted)))
            continue;
        hits.push_back({"product" + view.id().to_text(), std::string(view.value(product::model)),
                        std::string(view.value(product::name_zh)), Icon::package,
                        OpenProduct{view.id()}});
        ++others;
    }
    others = 0;
    for (const QuoteEntry& entry : ui.state.quotes.rows()) {
        if (others >= most_others) break;
        if (!holds(entry.number, wanted) && !holds(entry.customer_name, wanted)) continue;
        hits.push_back({"quote" + entry.id.to_text(),
                        entry.number.empty() ? std::string(ui.say(Text::choice_quote_status_draft))
                                             : entry.number,
                        entry.customer_name, Icon::file_text, OpenQuote{entry.id}});
        ++others;
    }
}

std::vector<Hit> hits_for(const Ui& ui, std::string_view typed) {
    const std::string wanted = folded(typed);
    std::vector<Hit> hits;
    if (!wanted.empty() && ui.state.file) add_records(ui, wanted, hits);
    for (const CommandEntry& entry : command_table())
        if (entry.can(ui.state) && (wanted.empty() || holds(ui.say(entry.label), wanted)))
            hits.push_back({std::string(entry.key), std::string(ui.say(entry.label)),
                            shortcut_words(ui, entry.shortcut), Icon::chevron_right,
                            entry.make(ui.state)});
    return hits;
}

} // namespace

void draw_palette(Ui& ui) {
    if (!ui.state.palette_open) return;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({ui.screen.w, ui.screen.h});
    ImGui::Begin("palette", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoNav);
    const std::uint32_t field_id = ui.id("words");
    const bool opened = !ui.drafts.contains(field_id);
    std::string& typed = ui.drafts[field_id];
    std::vector<Hit> hits = hits_for(ui, typed);
    const float row_height = ui.touch ? 52.0f : 44.0f;
    const float rows = std::min(
        static_cast<float>(std::max<std::size_t>(hits.size(), 1)) * row_height, 8 * row_height);
    const float width = std::min(ui.screen.w - 32, 600.0f);
    const Rect box{(ui.screen.w - width) / 2, std::min(100.0f, ui.screen.h * 0.1f), width,
                   rows + ui.metrics.control + 32};
    ui.open(ui.id("dialog"), Role::dialog, box, ui.say(Text::shell_palette), node_modal);
    for (const float spread : {1.0f, 5.0f, 10.0f, 16.0f}) { // a soft shadow
        const Rect shade = box.moved(0, 6).inset(-spread);
        ui.draw().AddRectFilled(shade.min(), shade.max(), colour(0x000000, 0.035f), 12 + spread);
    }
    card(ui, box);
    Rect inner = box.inset(12);
    const Rect row = inner.cut_top(ui.metrics.control);
    const FieldResult result = field(ui, row,
                                     {.key = "words",
                                      .label = ui.say(Text::shell_palette_hint),
                                      .value = typed,
                                      .kind = FieldKind::search,
                                      .placeholder = ui.say(Text::shell_palette_hint),
                                      .live = true,
                                      .pad_left = 38});
    icon(ui, Rect{row.x + 12, row.y, 18, row.h}, Icon::search, ui.palette->faint, 16);
    if (opened) ui.request_focus(field_id);
    bool done = result.cancelled || ui.key(0, "Escape");
    if (result.text && *result.text != typed) {
        typed = *result.text;
        hits = hits_for(ui, typed); // Enter may have come with the last letters
        ui.again = true;
    }
    inner.cut_top(8);
    const float offset = ui.begin_scroll(ui.id("hits"), inner);
    ui.open(ui.id("list"), Role::list_box, inner, ui.say(Text::shell_palette));
    std::vector<std::uint32_t> ids;
    Rect at{inner.x, inner.y - offset, inner.w, row_height};
    const Hit* chosen = result.by_enter && !hits.empty() ? &hits.front() : nullptr;
    for (const Hit& hit : hits) {
        const std::uint32_t id = ui.id(hit.key);
        ids.push_back(id);
        ui.node(id, Role::option, at, hit.title, node_focusable).description = hit.about;
        const Ui::Press press = ui.press(id, at);
        if (press.hovered || ui.focused(id) || (ids.size() == 1 && ui.focused(field_id)))
            fill(ui, at, ui.palette->hover, ui.metrics.radius);
        if (press.pressed) chosen = &hit;
        Rect line = at.inset(12, 0);
        icon(ui, line.cut_left(20), hit.icon, ui.palette->faint, 16);
        line.cut_left(10);
        TextStyle about = quiet(small_text(ui));
        about.align = AlignText::right;
        text(ui, line.cut_right(std::min(line.w * 0.4f, text_width(ui, hit.about, about) + 2)),
             hit.about, about);
        text(ui, line, hit.title, {.quiet = true});
        at.y += row_height;
    }
    ui.close();
    ui.end_scroll(static_cast<float>(hits.size()) * row_height);
    if (hits.empty())
        text(ui, inner.inset(12, 0).middle(40), ui.say(Text::shell_nothing_found), muted_text(ui));
    if (!ids.empty() && ui.key(field_id, "ArrowDown")) ui.request_focus(ids.front());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ui.key(ids[i], "ArrowDown") && i + 1 < ids.size()) ui.request_focus(ids[i + 1]);
        if (ui.key(ids[i], "ArrowUp")) ui.request_focus(i > 0 ? ids[i - 1] : field_id);
    }
    if (chosen) {
        ui.send(chosen->command);
        done = true;
    }
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !box.contains(ImGui::GetIO().MousePos))
        done = true;
    ui.close();
    if (done) {
        ui.drafts.erase(field_id);
        ui.send(ShowPalette{false});
        ui.again = true;
    }
    ImGui::End();
}

} // namespace bb::ui
