// The views: each draws const AppState into a rectangle and sends commands.
#pragma once

#include "ui/widgets.h"

namespace bb::ui {

void draw_navigation(Ui& ui, const Rect& rect); // at the left
void draw_bottom_bar(Ui& ui, const Rect& rect); // on a phone
/// Banners that stay while their cause does; returns the space left below them.
Rect draw_banners(Ui& ui, Rect area);
void draw_toast(Ui& ui);
void draw_dialogs(Ui& ui);
void draw_palette(Ui& ui);

void draw_opening(Ui& ui, const Rect& area);
void draw_first_start(Ui& ui, const Rect& area);
void draw_recovery(Ui& ui, const Rect& area);
void draw_cover(Ui& ui, const Rect& area);

void draw_today(Ui& ui, const Rect& area);
void draw_customers(Ui& ui, const Rect& area);
void draw_customer_panel(Ui& ui, const Rect& area);
void draw_import(Ui& ui, const Rect& area);
void draw_quotes(Ui& ui, const Rect& area);
void draw_quote_editor(Ui& ui, const Rect& area);
void draw_quote_preview(Ui& ui, const Rect& area);
void draw_products(Ui& ui, const Rect& area);
void draw_regions(Ui& ui, const Rect& area);
void draw_settings(Ui& ui, const Rect& area);

} // namespace bb::ui
