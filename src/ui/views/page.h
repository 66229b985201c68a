// What the pages share: the bar at the top, search, region hints, customers' words.
#pragma once

#include "ui/widgets.h"

#include "store/workspace.h"

namespace bb::ui {

/// Title, space for actions at the right; on a phone lower. Returns what is left of the bar.
Rect page_bar(Ui& ui, Rect& area, std::string_view title);
/// Search field; returns the new text while typing.
std::optional<std::string> search_field(Ui& ui, const Rect& rect, std::string_view key,
                                        std::string_view value, std::string_view placeholder);

/// px that a finger hits
inline constexpr float finger = 44;
/// Of a panel that is a page of its own on a phone: the way back, cut from the left of `bar`, whose
/// picture stands in line with what is below. True when it is pressed.
bool back_button(Ui& ui, Rect& bar);
/// Where a finger finds an action at the right of such a bar; cut from it.
Rect cut_edge_action(Rect& bar);

/// A card as high as its content, which `content` draws from the top of the rectangle it is given
/// and whose height it returns. The ground has the height of the frame before. Returns the height.
float growing_card(Ui& ui, const Rect& rect, std::string_view key,
                   const std::function<float(Rect)>& content);

/// "德国 · 汉堡"
std::string place_words(const Ui& ui, const RecordView& customer);
std::string choice_words(const Ui& ui, RecordType type, std::uint16_t field, std::string_view key);
std::string amount_words_short(std::string_view currency, Decimal amount, int digits);
/// "11-21", with the year when it is another one; "今天", "逾期 3 天".
std::string due_words(const Ui& ui, Date date);

/// What the texts say about buyers of a country, as a quiet card. Returns its height.
float region_hint(Ui& ui, const Rect& rect, std::string_view country, bool measure_only = false);

} // namespace bb::ui
