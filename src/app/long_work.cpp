// Long work in slices between frames: an import first, else what will be wanted soon.
#include "app/app_impl.h"

#include <chrono>

namespace bb {
namespace {

// With what else a page has to do, nobody waits longer than 50 ms. How far a slice gets is no part of
// any result, so it may ask the clock.
constexpr std::chrono::milliseconds work_slice{20};
constexpr Row links_at_once = 256; // between two looks at the clock

} // namespace

bool App::has_work() const {
    const Impl& impl = *impl_;
    if (impl.state.import) return impl.import_goes_on();
    return impl.state.file != nullptr && impl.prepared != impl.records().revision();
}

App::Worked App::work() {
    Impl& impl = *impl_;
    if (!has_work()) return {};
    const auto end = std::chrono::steady_clock::now() + work_slice;
    const auto enough = [end] { return std::chrono::steady_clock::now() >= end; };
    if (impl.import_goes_on()) return {impl.work_on_import(enough), true};
    return {impl.prepare(enough), false};
}

bool App::Impl::prepare(const Enough& enough) {
    if (state.customers.prepare_search(records(), enough)) return true;
    if (prepare_lists(enough)) return true;
    // A million activities would be waited for; the rest is linked while a customer opens.
    while (records().prepare_children(RecordType::activity, links_at_once))
        if (enough()) return true;
    prepared = records().revision();
    return false;
}

bool App::Impl::prepare_lists(const Enough& enough) {
    return state.customers.prepare_order(records(), state.customer_sort, enough);
}

} // namespace bb
