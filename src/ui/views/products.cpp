// Products: list with pictures, and all fields of the open one.
#include "ui/views/views.h"

#include "domain/quote.h"
#include "ui/picture.h"
#include "ui/table.h"
#include "ui/views/page.h"
#include "ui/views/record_form.h"

#include <array>

namespace bb::ui {
namespace {

std::string price_words(const RecordView& product) {
    const auto price = Decimal::parse(product.value(product::price));
    if (!price) return {};
    const std::string_view currency = product.value(product::currency);
    const int digits = std::max(currency_digits(currency), price->trimmed().scale());
    return amount_words_short(currency, *price, digits);
}

std::string moq_words(const Ui& ui, const RecordView& product) {
    const auto least = Decimal::parse(product.value(product::moq));
    if (!least) return {};
    std::string words = least->grouped(least->trimmed().scale());
    if (const auto unit = product.value(product::unit); !unit.empty())
        words += " " + choice_words(ui, RecordType::product, product::unit, unit);
    return words;
}

std::string draw_cell(Ui& ui, const RecordView& record, std::string_view column, const Rect& rect) {
    const TextStyle plain{.quiet = true};
    TextStyle right{.align = AlignText::right, .quiet = true};
    if (column == "picture") {
        picture(ui, rect.centred(44, 36), record.value(product::picture));
        return {};
    }
    if (column == "model") {
        Rect lines = rect.middle(40);
        const std::string_view zh = record.value(product::name_zh),
                               en = record.value(product::name_en);
        std::string names(zh);
        if (!zh.empty() && !en.empty()) names += " · ";
        names += en;
        text(ui, lines.cut_top(21),
             record.value(product::model).empty() ? "—" : record.value(product::model), plain);
        text(ui, lines, names, quiet(small_text(ui)));
        return std::string(record.value(product::model)) + ", " + names;
    }
    std::string shown;
    if (column == "price") shown = price_words(record);
    if (column == "moq") shown = moq_words(ui, record);
    text(ui, rect, shown.empty() ? "—" : shown, right);
    return shown;
}

void draw_list(Ui& ui, const Rect& area) {
    static constexpr std::array<Column, 4> all = {
        {{.key = "picture", .label = {}, .width = 72},
         {.key = "model", .label = {}, .share = 2},
         {.key = "moq", .label = {}, .width = 130, .align = AlignText::right},
         {.key = "price", .label = {}, .width = 130, .align = AlignText::right}}};
    const std::array<Text, 4> labels = {Text::field_product_picture, Text::product_model_name,
                                        Text::field_product_moq, Text::field_product_price};
    std::vector<Column> columns;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (area.w < 520 && all[i].key == "moq") continue;
        columns.push_back(all[i]);
        columns.back().label = ui.say(labels[i]);
        if (ui.phone && all[i].key == "price") columns.back().width = 116;
    }
    const Workspace& records = ui.state.records();
    const auto rows = ui.state.products.rows();
    TableSpec spec{.key = "products",
                   .label = ui.say(Text::view_products),
                   .columns = columns,
                   .row_count = rows.size(),
                   .row_height = 56,
                   .selected = {}};
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!ui.state.product.empty() &&
            records.at(RecordType::product, rows[i]).id() == ui.state.product)
            spec.selected = i;
    const TableResult result =
        table(ui, area, spec, [&](std::size_t row, std::size_t column, const Rect& rect) {
            return draw_cell(ui, records.at(RecordType::product, rows[row]), columns[column].key,
                             rect);
        });
    if (result.opened)
        ui.send(OpenProduct{records.at(RecordType::product, rows[*result.opened]).id()});
}

void draw_product_remove(Ui& ui, const Rect& rect, const RecordView& record) {
    if (!ui.state.read_only &&
        icon_button(ui, rect, "remove", Icon::trash, ui.say(Text::action_remove_product)))
        ui.send(Remove{RecordType::product, record.id()});
}

void draw_product_top(Ui& ui, Rect top, const RecordView& record) {
    if (ui.phone) {
        if (back_button(ui, top)) ui.send(CloseProduct{});
        draw_product_remove(ui, cut_edge_action(top), record);
    } else {
        if (icon_button(ui, top.cut_right(32).middle(32), "close", Icon::x,
                        ui.say(Text::shell_close)))
            ui.send(CloseProduct{});
        draw_product_remove(ui, top.cut_right(36).middle(32), record);
    }
    const auto model = record.value(product::model);
    heading(ui, top, model.empty() ? ui.say(Text::product_unnamed) : model, 2, 18);
}

void draw_panel(Ui& ui, const Rect& area) {
    constexpr std::array<std::uint16_t, 21> fields = {
        product::model,         product::name_zh,      product::name_en,
        product::description,   product::category,     product::material,
        product::specification, product::size,         product::colour,
        product::hs_code,       product::unit,         product::price,
        product::currency,      product::moq,          product::carton_pieces,
        product::carton_length, product::carton_width, product::carton_height,
        product::net_weight,    product::gross_weight, product::lead_time};
    const RecordId id = ui.state.product;
    const RecordView record = ui.state.records().find(RecordType::product, id);
    fill(ui, area, ui.palette->panel);
    ui.push_id(id);
    ui.open(ui.id("panel"), Role::complementary, area, record.value(product::model));
    if (ui.key(0, "Escape")) ui.send(CloseProduct{});
    Rect inner = area.inset(ui.metrics.page, ui.phone ? 8.0f : 16.0f);
    draw_product_top(ui, inner.cut_top(ui.touch ? finger : 36), record);
    inner.cut_top(8);
    const Rect pane{inner.x, inner.y, area.right() - inner.x, area.bottom() - inner.y};
    const float offset = ui.begin_scroll(ui.id("fields"), pane);
    Rect at{inner.x, inner.y - offset, inner.w, 0};
    const std::string_view name = record.value(product::picture);
    const Rect box{at.x, at.y, 160, 120};
    picture(ui, box, name, ui.say(Text::field_product_picture));
    Rect side{at.x + 176, at.y, at.w - 176, ui.metrics.control};
    if (button_left(
            ui, side,
            {.key = "picture",
             .label = ui.say(name.empty() ? Text::product_add_picture : Text::action_picture),
             .icon = Icon::image,
             .enabled = !ui.state.read_only}))
        ui.send(ChoosePicture{RecordType::product, id});
    if (!name.empty()) {
        Rect second{at.x + 176, at.y + ui.metrics.control + 8, at.w - 176, ui.metrics.control};
        if (button_left(ui, second,
                        {.key = "no_picture",
                         .label = ui.say(Text::product_remove_picture),
                         .kind = ButtonKind::quiet}))
            ui.send(SetField{RecordType::product, id, product::picture, ""});
    }
    paragraph(
        ui,
        {at.x + 176, at.y + (name.empty() ? 1.0f : 2.0f) * (ui.metrics.control + 8), at.w - 176, 0},
        ui.say(Text::product_picture_about), small_text(ui));
    at.y += 132;
    for (const std::uint16_t field : fields)
        at.y += form_row(ui, at, {RecordType::product, id, record}, field);
    at.y += form_row(ui, at, {RecordType::product, id, record}, product::notes);
    ui.end_scroll(at.y - inner.y + offset + 24);
    ui.close();
    ui.pop_id();
}

} // namespace

void draw_products(Ui& ui, const Rect& area) {
    const bool open = !ui.state.product.empty() &&
                      ui.state.records().find(RecordType::product, ui.state.product).exists();
    if (open && (ui.phone || area.w < 860)) return draw_panel(ui, area);
    Rect rest = area;
    Rect bar = page_bar(ui, rest, ui.say(Text::view_products));
    const ButtonSpec add{.key = "new",
                         .label = ui.say(Text::action_new_product),
                         .kind = ButtonKind::primary,
                         .icon = Icon::plus,
                         .enabled = !ui.state.read_only};
    Rect search = bar;
    search.cut_right(button_width(ui, add) + ui.metrics.gap);
    const ButtonSpec import{.key = "import",
                            .label = ui.say(Text::import_start),
                            .icon = Icon::upload,
                            .enabled = !ui.state.read_only};
    if (!ui.phone) search.cut_right(button_width(ui, import) + ui.metrics.gap);
    search.w = std::min(search.w, 460.0f);
    if (ui.phone) {
        search = rest.cut_top(ui.metrics.control + 20).inset(ui.metrics.page, 0);
        fill(ui, {0, search.y, ui.screen.w, search.h}, ui.palette->panel);
        search = search.middle(ui.metrics.control);
    } else {
        search = search.middle(ui.metrics.control);
    }
    if (auto words = search_field(ui, search, "search", ui.state.product_search,
                                  ui.say(Text::products_search)))
        ui.send(SearchProducts{*words});
    if (button_right(ui, bar, add)) ui.send(AddProduct{});
    if (!ui.phone && button_right(ui, bar, import)) ui.send(ChooseImportFile{});
    Rect panel;
    if (open) panel = rest.cut_right(ui.metrics.side);
    if (ui.state.products.rows().empty()) {
        const bool none = ui.state.products.counts().all == 0;
        if (empty_state(
                ui, rest,
                {.icon = Icon::package,
                 .title = ui.say(none ? Text::products_none_title : Text::products_no_match_title),
                 .advice =
                     ui.say(none ? Text::products_none_advice : Text::products_no_match_advice),
                 .action = {.key = "empty_new",
                            .label = none ? ui.say(Text::action_new_product) : std::string_view(),
                            .kind = ButtonKind::primary,
                            .icon = Icon::plus}}))
            ui.send(AddProduct{});
    } else {
        draw_list(ui, rest);
    }
    if (!open) return;
    draw_panel(ui, panel);
    line_left(ui, panel, ui.palette->line);
}

} // namespace bb::ui
