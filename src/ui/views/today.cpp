// What the day brings, as cards: follow-ups, expiring quotes, silent customers, drafts.
#include "ui/views/views.h"

#include "app/quote_document.h"
#include "ui/views/page.h"

namespace bb::ui {
namespace {

constexpr std::size_t most_rows = 6; // of a card; the list shows the rest

struct Line {
    std::string grade, title, about, right;
    bool late = false;
    Command open;
};

struct Card {
    std::string_view key;
    std::string title;
    std::string mark; // "逾期 2", in red
    std::size_t count = 0;
    std::vector<Line> lines;
};

Line customer_line(const Ui& ui, Row row, std::string right, bool late) {
    const RecordView view = ui.state.records().at(RecordType::customer, row);
    return {std::string(view.value(customer::grade)),
            std::string(view.value(customer::name)),
            place_words(ui, view),
            std::move(right),
            late,
            OpenCustomer{view.id()}};
}

Line quote_line_of(const Ui& ui, Row row, std::string right, bool late) {
    const Workspace& records = ui.state.records();
    const RecordView view = records.at(RecordType::quote, row);
    std::string number = number_with_revision(view.value(quote::number), 1);
    if (number.empty()) number = ui.say(Text::choice_quote_status_draft);
    std::string customer;
    if (const auto id = RecordId::parse(view.value(quote::customer)))
        customer = records.find(RecordType::customer, *id).value(customer::name);
    return {{},   std::move(number),   std::move(customer), std::move(right),
            late, OpenQuote{view.id()}};
}

std::vector<Card> cards_of(const Ui& ui) {
    const TodayBoard& board = ui.state.today;
    std::vector<Card> cards;
    Card follow{
        "follow", std::string(ui.say(Text::today_follow_ups)), {}, board.follow_ups.size(), {}};
    if (board.overdue > 0)
        follow.mark = ui.say(Text::today_overdue, {grouped_count(board.overdue)});
    for (std::size_t i = 0; i < std::min(most_rows, board.follow_ups.size()); ++i) {
        const auto& f = board.follow_ups[i];
        follow.lines.push_back(
            customer_line(ui, f.customer, due_words(ui, f.date), f.days_late > 0));
    }
    Card expiring{
        "expiring", std::string(ui.say(Text::today_expiring)), {}, board.expiring.size(), {}};
    for (std::size_t i = 0; i < std::min(most_rows, board.expiring.size()); ++i) {
        const auto& e = board.expiring[i];
        expiring.lines.push_back(quote_line_of(
            ui, e.quote,
            e.days_left == 0 ? std::string(ui.say(Text::today_last_day))
                             : ui.say(Text::today_days_left, {std::to_string(e.days_left)}),
            e.days_left == 0));
    }
    Card silent{"silent", std::string(ui.say(Text::today_silent)), {}, board.silent.size(), {}};
    for (std::size_t i = 0; i < std::min(most_rows, board.silent.size()); ++i) {
        const auto& s = board.silent[i];
        silent.lines.push_back(customer_line(
            ui, s.customer, ui.say(Text::today_silent_days, {std::to_string(s.days)}), false));
    }
    Card drafts{"drafts", std::string(ui.say(Text::today_drafts)), {}, board.drafts.size(), {}};
    for (std::size_t i = 0; i < std::min(most_rows, board.drafts.size()); ++i)
        drafts.lines.push_back(quote_line_of(ui, board.drafts[i], {}, false));
    for (Card* card : {&follow, &expiring, &silent, &drafts})
        if (!card->lines.empty()) cards.push_back(std::move(*card));
    return cards;
}

float card_height(const Ui& ui, const Card& c) {
    return 16 + 28 + 4 + static_cast<float>(c.lines.size()) * (ui.touch ? 60.0f : 52.0f) + 8;
}

void draw_line(Ui& ui, const Rect& row, const Line& line, std::string_view key) {
    const std::uint32_t id = ui.id(key);
    ui.node(id, Role::button, row,
            line.grade + (line.grade.empty() ? "" : " ") + line.title + ", " + line.about + ", " +
                line.right,
            node_focusable);
    const Ui::Press press = ui.press(id, row);
    if (press.hovered) fill(ui, row, ui.palette->hover, ui.metrics.radius);
    if (press.pressed) ui.send(line.open);
    Rect inner = row.inset(10, 6);
    if (!line.grade.empty()) {
        grade_mark(ui, inner.cut_left(24), line.grade);
        inner.cut_left(10);
    }
    const TextStyle right{.size = ui.metrics.small,
                          .colour = line.late ? ui.palette->red : ui.palette->muted,
                          .align = AlignText::right,
                          .quiet = true};
    text(ui, inner.cut_right(std::min(inner.w / 2, text_width(ui, line.right, right) + 2)),
         line.right, right);
    inner.cut_right(8);
    Rect words = inner.middle(40);
    text(ui, words.cut_top(21), line.title, {.quiet = true});
    text(ui, words, line.about.empty() ? "—" : line.about, quiet(small_text(ui)));
}

void draw_card(Ui& ui, const Rect& rect, const Card& c) {
    card(ui, rect);
    ui.push_id(c.key);
    Rect inner = rect.inset(8, 0);
    inner.cut_top(14);
    Rect head = inner.cut_top(28).inset(10, 0);
    if (!c.mark.empty()) {
        const float width = text_width(ui, c.mark, {.size = 12}) + 18;
        tag(ui, head.cut_right(width), c.mark, ui.palette->red, ui.palette->red_ground);
        head.cut_right(8);
    } else {
        TextStyle style = muted_text(ui);
        style.align = AlignText::right;
        text(ui, head.cut_right(40), grouped_count(c.count), quiet(style));
    }
    heading(ui, head, c.title, 2, ui.metrics.text + 1);
    inner.cut_top(4);
    for (std::size_t i = 0; i < c.lines.size(); ++i)
        draw_line(ui, inner.cut_top(ui.touch ? 60.0f : 52.0f), c.lines[i],
                  "line" + std::to_string(i));
    ui.pop_id();
}

std::string date_words(const Ui& ui) {
    const Date today = ui.state.environment.today();
    const auto weekday = static_cast<Text>(static_cast<int>(Text::weekday_0) + today.weekday());
    return ui.say(Text::date_long, {std::to_string(today.month()), std::to_string(today.day()),
                                    std::string(ui.say(weekday))});
}

} // namespace

void draw_today(Ui& ui, const Rect& area) {
    Rect rest = area;
    Rect bar = page_bar(ui, rest, ui.say(Text::view_today));
    const std::string date = date_words(ui);
    TextStyle style = muted_text(ui);
    style.align = AlignText::right;
    text(ui, bar.cut_right(text_width(ui, date) + 2), date, style);
    const std::vector<Card> cards = cards_of(ui);
    if (cards.empty()) {
        const bool none = ui.state.customers.counts().all == 0;
        if (empty_state(
                ui, rest,
                {.icon = Icon::sun,
                 .title = ui.say(Text::today_nothing),
                 .advice = ui.say(none ? Text::today_none_advice : Text::today_nothing_advice),
                 .action = {.key = "go",
                            .label = ui.say(none ? Text::first_import : Text::today_open_customers),
                            .kind = ButtonKind::primary}})) {
            if (none)
                ui.send(ChooseImportFile{});
            else
                ui.send(Go{View::customers});
        }
        return;
    }
    const std::uint32_t pane = ui.id("today");
    const float offset = ui.begin_scroll(pane, rest);
    const float page = ui.metrics.page;
    const bool two = rest.w > 900;
    const float width = two ? std::min((rest.w - 2 * page - 16) / 2, 560.0f) : rest.w - 2 * page;
    float heights[2] = {page, page};
    for (const Card& c : cards) {
        const int column = two && heights[1] < heights[0] ? 1 : 0;
        const float height = card_height(ui, c);
        const float x = rest.x + page + static_cast<float>(column) * (width + 16);
        draw_card(ui, {x, rest.y - offset + heights[column], width, height}, c);
        heights[column] += height + 16;
    }
    ui.end_scroll(std::max(heights[0], heights[1]) + page);
}

} // namespace bb::ui
