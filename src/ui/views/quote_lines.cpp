// The lines of a quote: products with quantity and price, edited in place.
#include "app/quote_document.h"
#include "ui/picture.h"
#include "ui/views/page.h"
#include "ui/views/quote_editor.h"

namespace bb::ui {
namespace {

// Columns of a line, px.
constexpr float amount_width = 136; // with cartons and volume below it
constexpr float amount_gap = 12;
constexpr float price_width = 110;
constexpr float quantity_width = 100;
constexpr float column_gap = 8;

struct LineView {
    RecordId id;
    RecordView record;
    const LineSums* sums = nullptr;
};

std::vector<LineView> lines_of(const Ui& ui, RecordId quote_id) {
    const Workspace& records = ui.state.records();
    std::vector<LineView> lines;
    const QuoteSums& sums = ui.state.quote->sums;
    for (const RecordId id : records.children(RecordType::quote_line, quote_id)) {
        const std::size_t index = lines.size();
        lines.push_back({id, records.find(RecordType::quote_line, id),
                         index < sums.lines.size() ? &sums.lines[index] : nullptr});
    }
    return lines;
}

std::string packing_words(const Ui& ui, const LineView& line) {
    if (!line.sums || !line.sums->cartons) return {};
    std::string words = ui.say(Text::quote_cartons, {line.sums->cartons->grouped(0)});
    if (line.sums->volume) words += " · " + line.sums->volume->grouped(2) + " m³";
    return words;
}

std::string amount_of(const Ui& ui, const LineView& line) {
    return line.sums ? line.sums->amount.grouped(ui.state.quote->document.currency_digits)
                     : std::string("—");
}

void draw_wide(Ui& ui, Rect row, const LineView& line, const FormRecord& form, std::size_t number) {
    text(ui, row.cut_left(28), std::to_string(number), quiet(small_text(ui)));
    picture(ui, row.cut_left(52).centred(44, 40), line.record.value(quote_line::picture));
    row.cut_left(8);
    const Rect remove = row.cut_right(40);
    if (!form.read_only && icon_button(ui, remove.middle(32).centred(32, 32), "remove", Icon::trash,
                                       ui.say(Text::action_remove_line)))
        ui.send(Remove{RecordType::quote_line, line.id});
    Rect amount = row.cut_right(amount_width);
    row.cut_right(amount_gap);
    const Rect price = row.cut_right(price_width).middle(ui.metrics.control);
    row.cut_right(column_gap);
    const Rect quantity = row.cut_right(quantity_width).middle(ui.metrics.control);
    row.cut_right(column_gap);
    amount = amount.middle(40);
    text(ui, amount.cut_top(21), amount_of(ui, line), {.align = AlignText::right});
    TextStyle small = small_text(ui);
    small.align = AlignText::right;
    small.size = 12;
    text(ui, amount, packing_words(ui, line), small);
    Rect names = row.middle(68);
    record_field(ui, names.cut_top(34), form, quote_line::model, false,
                 ui.say(Text::field_quote_line_model));
    const std::uint16_t name = ui.state.quote->document.language == DocumentLanguage::chinese
                                   ? quote_line::name_zh
                                   : quote_line::name_en;
    record_field(ui, names, form, name, false,
                 ui.say(name == quote_line::name_zh ? Text::field_quote_line_name_zh
                                                    : Text::field_quote_line_name_en));
    record_field(ui, quantity, form, quote_line::quantity);
    record_field(ui, price, form, quote_line::price);
}

void draw_narrow(Ui& ui, Rect row, const LineView& line, const FormRecord& form) {
    Rect head = row.cut_top(44);
    if (!form.read_only && icon_button(ui, head.cut_right(40), "remove", Icon::trash,
                                       ui.say(Text::action_remove_line)))
        ui.send(Remove{RecordType::quote_line, line.id});
    picture(ui, head.cut_left(52).centred(44, 40), line.record.value(quote_line::picture));
    record_field(ui, head, form, quote_line::model, false, ui.say(Text::field_quote_line_model));
    record_field(ui, row.cut_top(44), form, quote_line::name_en, false,
                 ui.say(Text::field_quote_line_name_en));
    Rect figures = row.cut_top(label_height + ui.metrics.control);
    const float width = (figures.w - 24) / 3;
    labelled_record_field(ui, figures.cut_left(width), form, quote_line::quantity);
    figures.cut_left(12);
    labelled_record_field(ui, figures.cut_left(width), form, quote_line::price);
    figures.cut_left(12);
    TextStyle label = small_text(ui);
    label.align = AlignText::right;
    text(ui, figures.cut_top(label_height), ui.say(Text::quote_amount), label);
    text(ui, figures, amount_of(ui, line), {.align = AlignText::right});
}

void draw_columns(Ui& ui, Rect row) {
    TextStyle style = small_text(ui);
    row.cut_left(88);
    row.cut_right(40);
    style.align = AlignText::right;
    text(ui, row.cut_right(amount_width), ui.say(Text::quote_amount), style);
    row.cut_right(amount_gap);
    text(ui, row.cut_right(price_width).inset(12, 0), ui.say(Text::field_quote_line_price), style);
    row.cut_right(column_gap);
    text(ui, row.cut_right(quantity_width).inset(12, 0), ui.say(Text::field_quote_line_quantity),
         style);
    style.align = AlignText::left;
    text(ui, row.inset(12, 0), ui.say(Text::product_model_name), style);
}

/// "Add a product" opens the list of products; an empty line is its first entry.
void draw_add(Ui& ui, const Rect& row, RecordId quote_id) {
    Rect bar = row;
    const ButtonSpec spec{.key = "add_line",
                          .label = ui.say(Text::quote_add_line),
                          .kind = ButtonKind::quiet,
                          .icon = Icon::plus};
    const Rect place{bar.x, bar.y, button_width(ui, spec), bar.h};
    const std::uint32_t owner = ui.id(spec.key);
    if (button(ui, place, spec)) open_product_list(ui, place, owner);
    if (const auto picked = ui.take_pick(owner))
        ui.send(AddQuoteLine{quote_id, RecordId::parse(*picked).value_or(RecordId{})});
}

} // namespace

void open_product_list(Ui& ui, const Rect& anchor, std::uint32_t owner) {
    PopupList list;
    list.owner = owner;
    list.anchor = anchor;
    list.anchor.w = std::min(ui.screen.w - 32, 460.0f);
    list.title = ui.say(Text::quote_add_line);
    list.just_opened = true;
    list.options.push_back({"empty", std::string(ui.say(Text::quote_empty_line)), false});
    const Workspace& records = ui.state.records();
    for (Row row = 0; row < records.row_count(RecordType::product); ++row) {
        const RecordView product = records.at(RecordType::product, row);
        if (product.deleted()) continue;
        std::string label(product.value(product::model));
        for (const std::uint16_t field : {product::name_zh, product::name_en})
            if (const auto name = product.value(field); !name.empty())
                label += (label.empty() ? "" : " · ") + std::string(name);
        list.options.push_back({product.id().to_text(), std::move(label), false});
    }
    ui.popup = std::move(list);
    ui.again = true;
}

float draw_quote_lines(Ui& ui, const Rect& rect, const FormRecord& form) {
    const std::vector<LineView> lines = lines_of(ui, form.id);
    const bool wide = rect.w > 650;
    const float row_height = wide ? 84.0f : 44 + 44 + label_height + ui.metrics.control + 20;
    const float head = wide ? 36.0f : 0.0f;
    const float foot = form.read_only ? 0.0f : ui.metrics.control + 12;
    const float empty = lines.empty() ? 40.0f : 0.0f;
    const float height = head + row_height * static_cast<float>(lines.size()) + empty + foot + 8;
    const Rect box{rect.x, rect.y, rect.w, height};
    card(ui, box);
    Rect inner = box.inset(16, 4);
    ui.open(ui.id("lines"), Role::group, box, ui.say(Text::quote_lines));
    if (wide) {
        const Rect header = inner.cut_top(head);
        draw_columns(ui, header);
        line_below(ui, header, ui.palette->line);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Rect row = inner.cut_top(row_height);
        ui.push_id(lines[i].id);
        ui.open(ui.id("line"), Role::group, row,
                ui.say(Text::quote_line_number, {std::to_string(i + 1)}));
        const FormRecord line_form{RecordType::quote_line, lines[i].id, lines[i].record,
                                   form.read_only};
        wide ? draw_wide(ui, row, lines[i], line_form, i + 1)
             : draw_narrow(ui, row.inset(0, 8), lines[i], line_form);
        ui.close();
        ui.pop_id();
        line_below(ui, row, ui.palette->line_soft);
    }
    if (lines.empty()) text(ui, inner.cut_top(empty), ui.say(Text::quote_no_lines), muted_text(ui));
    if (!form.read_only)
        draw_add(ui, inner.cut_top(ui.metrics.control + 8).middle(ui.metrics.control), form.id);
    ui.close();
    return height;
}

} // namespace bb::ui
