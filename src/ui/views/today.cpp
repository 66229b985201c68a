// What the day brings, as cards: follow-ups, expiring quotes, silent customers, drafts.
#include "ui/views/views.h"

#include "app/quote_document.h"
#include "ui/views/page.h"

#include <algorithm>
#include <functional>

namespace bb::ui {
namespace {

constexpr std::size_t most_rows = 6; // of a card, until all are asked for

struct Line {
    std::string grade, title, about, right;
    bool late = false;
    Command open;
};

struct Card {
    std::string_view key;
    std::string title;
    std::string mark = {}; // "逾期 2", in red
    std::size_t count = 0;
    std::function<Line(std::size_t)> line; // made as it comes into sight: there may be thousands
    std::size_t shown = 0;
};

bool is_whole(const Ui& ui, const Card& card) { return ui.state.whole_card == card.key; }
float row_height(const Ui& ui) { return ui.touch ? 60.0f : 52.0f; }

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

Card follow_ups(const Ui& ui) {
    const TodayBoard& board = ui.state.today;
    Card card{.key = "follow",
              .title = std::string(ui.say(Text::today_follow_ups)),
              .count = board.follow_ups.size(),
              .line = [&](std::size_t at) {
                  const auto& f = board.follow_ups[at];
                  return customer_line(ui, f.customer, due_words(ui, f.date), f.days_late > 0);
              }};
    if (board.overdue > 0) card.mark = ui.say(Text::today_overdue, {grouped_count(board.overdue)});
    return card;
}

Card expiring_quotes(const Ui& ui) {
    const TodayBoard& board = ui.state.today;
    return {.key = "expiring",
            .title = std::string(ui.say(Text::today_expiring)),
            .count = board.expiring.size(),
            .line = [&](std::size_t at) {
                const auto& e = board.expiring[at];
                const bool last = e.days_left == 0;
                std::string left = ui.say(Text::today_days_left, {std::to_string(e.days_left)});
                if (last) left = ui.say(Text::today_last_day);
                return quote_line_of(ui, e.quote, std::move(left), last);
            }};
}

Card silent_customers(const Ui& ui) {
    const TodayBoard& board = ui.state.today;
    return {.key = "silent",
            .title = std::string(ui.say(Text::today_silent)),
            .count = board.silent.size(),
            .line = [&](std::size_t at) {
                const auto& s = board.silent[at];
                return customer_line(ui, s.customer,
                                     ui.say(Text::today_silent_days, {std::to_string(s.days)}),
                                     false);
            }};
}

Card drafts(const Ui& ui) {
    const TodayBoard& board = ui.state.today;
    return {.key = "drafts",
            .title = std::string(ui.say(Text::today_drafts)),
            .count = board.drafts.size(),
            .line = [&](std::size_t at) { return quote_line_of(ui, board.drafts[at], {}, false); }};
}

std::vector<Card> cards_of(const Ui& ui) {
    std::vector<Card> cards{follow_ups(ui), expiring_quotes(ui), silent_customers(ui), drafts(ui)};
    std::erase_if(cards, [](const Card& card) { return card.count == 0; });
    for (Card& card : cards)
        card.shown = is_whole(ui, card) ? card.count : std::min(most_rows, card.count);
    return cards;
}

float card_height(const Ui& ui, const Card& c) {
    const float foot = c.count > most_rows ? ui.metrics.control + 4 : 0;
    return 16 + 28 + 4 + static_cast<float>(c.shown) * row_height(ui) + foot + 8;
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

void draw_foot(Ui& ui, const Rect& rect, const Card& c) {
    const bool whole = is_whole(ui, c);
    std::string words = ui.say(Text::today_show_all, {grouped_count(c.count)});
    if (whole) words = ui.say(Text::today_show_fewer);
    const ButtonSpec more{.key = "more", .label = words, .kind = ButtonKind::quiet};
    // Its words begin where those of the rows do.
    const Rect place{rect.x + 10 - button_padding, rect.y, button_width(ui, more), rect.h};
    if (button(ui, place, more)) ui.send(ShowWholeCard{whole ? std::string() : std::string(c.key)});
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
    for (std::size_t i = 0; i < c.shown; ++i) {
        const Rect row = inner.cut_top(row_height(ui));
        // A little beyond what is seen, for who goes on by keyboard.
        if (ui.visible({row.x, row.y - 400, row.w, row.h + 800}))
            draw_line(ui, row, c.line(i), "line" + std::to_string(i));
    }
    if (c.count > most_rows) draw_foot(ui, inner.cut_top(ui.metrics.control), c);
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
