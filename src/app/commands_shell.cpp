// Where the person looks, language, theme, first start, undo, links.
#include "app/app_impl.h"

#include "app/sample_data.h"

namespace bb {
namespace {

template <class... Fs> struct Overload : Fs... { using Fs::operator()...; };
template <class... Fs> Overload(Fs...) -> Overload<Fs...>;

} // namespace

bool App::Impl::shell_command(const Command& command) {
    AppState& s = state;
    return std::visit(Overload{
                          [&](const Go& c) {
                              s.view = c.view;
                              s.quote.reset();
                              give_up_import();
                              return true;
                          },
                          [&](const OpenRegion& c) {
                              s.view = View::regions;
                              s.region = c.country;
                              return true;
                          },
                          [&](const OpenCustomer& c) {
                              if (s.view != View::customers) s.view = View::customers;
                              s.quote.reset();
                              s.customer = c.id;
                              return true;
                          },
                          [&](const CloseCustomer&) {
                              s.customer = {};
                              return true;
                          },
                          [&](const ShowCustomerTab& c) {
                              s.customer_tab = c.tab;
                              return true;
                          },
                          [&](const OpenProduct& c) {
                              s.view = View::products;
                              s.product = c.id;
                              return true;
                          },
                          [&](const CloseProduct&) {
                              s.product = {};
                              return true;
                          },
                          [&](const SetCustomerFilter& c) {
                              s.customer_filter = c.filter;
                              return true;
                          },
                          [&](const SortCustomers& c) {
                              s.customer_sort = c.order;
                              return true;
                          },
                          [&](const SearchQuotes& c) {
                              s.quote_search = c.text;
                              return true;
                          },
                          [&](const SearchProducts& c) {
                              s.product_search = c.text;
                              return true;
                          },
                          [&](const SearchRegions& c) {
                              s.region_search = c.text;
                              return true;
                          },
                          [&](const ShowWholeCard& c) {
                              s.whole_card = c.key;
                              return true;
                          },
                          [&](const StartEmpty&) {
                              s.phase = Phase::ready;
                              s.view = View::customers;
                              keeper.put_setting("started", "1");
                              keeper.pump();
                              return true;
                          },
                          [&](const OpenSample& c) {
                              // The sample data has a database of its own: the page opens again with it.
                              if (c.sample != s.environment.sample_database) {
                                  host.open_sample_database(c.sample);
                                  return true;
                              }
                              if (c.sample && s.phase == Phase::first_start) {
                                  s.phase = Phase::ready;
                                  perform(sample_data(ids, s.environment.today(), now()));
                              }
                              return true;
                          },
                          [&](const ShowPalette& c) {
                              s.palette_open = c.on;
                              return true;
                          },
                          [&](const SetLanguage& c) {
                              s.language = c.language;
                              if (s.file) save_settings();
                              return true;
                          },
                          [&](const SetTheme& c) {
                              s.theme = c.theme;
                              if (s.file) save_settings();
                              return true;
                          },
                          [&](const DismissToast&) {
                              s.toast.reset();
                              return true;
                          },
                          [&](const ApplyUpdate&) {
                              host.apply_update();
                              return true;
                          },
                          [&](const CopyRows& c) {
                              host.copy(cells_as_text(c.rows), cells_as_html(c.rows));
                              tell(Text::shell_rows_copied, {grouped_count(c.count)});
                              return true;
                          },
                          [&](const OpenLink& c) {
                              host.open_link(c.url);
                              return true;
                          },
                          [&](const auto&) { return false; },
                      },
                      command);
}

} // namespace bb
