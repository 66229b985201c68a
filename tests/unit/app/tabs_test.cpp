// R6 without a browser: tabs of one customer file, whose answers and messages come one at a time and
// in any order between each other, are edited, opened and closed at random.
#include "app/app.h"
#include "support/fake_host.h"
#include "support/fake_store.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <random>

using namespace bb;

namespace {

struct Tab {
    Tab(std::uint64_t number, bool read_as_asked) : host(number * 1'000'000), app(store, host) {
        store.connect(&app.store_events());
        if (read_as_asked) store.read_as_asked();
    }
    ~Tab() { store.kill(); }
    Tab(const Tab&) = delete;
    Tab& operator=(const Tab&) = delete;

    KeeperState kept() const { return app.state().keeper->state(); }
    bool works() const { return app.state().phase == Phase::ready; }
    std::string dump() const { return app.state().records().canonical_dump(); }

    FakeStore store;
    FakeHost host;
    App app;
    Environment environment{.now = Instant::parse("2026-11-21T06:00:00.000Z").value()};
    std::deque<Bytes> inbox;
    std::size_t sleeps = 0; // for so many turns, as a frozen tab does
    std::vector<std::pair<RecordId, std::string>> unconfirmed; // what was typed here
};

class Browser {
public:
    explicit Browser(std::uint32_t seed) : random_(seed) {
        open();
        settle();
        act(*tabs_[0], [](Tab& tab) { tab.app.send(StartEmpty{}); });
        settle();
    }

    /// One thing that happens, somewhere.
    void go_on() {
        const std::size_t which = below(tabs_.size());
        Tab& tab = *tabs_[which];
        if (tab.sleeps > 0) return void(--tab.sleeps);
        switch (below(40)) {
        case 0: return tabs_.size() < 5 ? open() : void();
        case 1: return below(2) == 0 ? close(which) : void();
        case 2:
        case 3:
        case 4: return type(tab);
        case 5:
        case 6:
        case 7: return grant_lock();
        case 8: return void(tab.sleeps = below(30));
        case 9: return fill_or_free_disk(tab);
        default: return go_on_in(tab);
        }
    }

    /// Until nothing is on its way any more.
    void settle() {
        grant_lock();
        for (int quiet = 0; quiet < 3; ++quiet) {
            for (const auto& tab : tabs_) {
                if (tab->kept() == KeeperState::frozen) fill_or_free_disk(*tab);
                if (frame(*tab) || answer(*tab) || deliver(*tab)) quiet = 0;
            }
        }
    }

    /// All tabs show the same, which is what a start finds, and nothing that was called saved is missing.
    void check() {
        for (const auto& tab : tabs_) {
            CHECK(tab->kept() ==
                  (tab == tabs_[writer_] ? KeeperState::ready : KeeperState::following));
            CHECK(tab->app.state().keeper->all_saved());
            CHECK(tab->dump() == tabs_[writer_]->dump());
        }
        Tab fresh(999, false);
        fresh.store.look_at(database_);
        fresh.app.start(fresh.environment, sentinel_);
        fresh.store.run();
        fresh.app.step(fresh.environment);
        REQUIRE(fresh.works());
        CHECK_FALSE(fresh.app.state().keeper->fell_back());
        CHECK(fresh.dump() == tabs_[writer_]->dump());
        for (const auto& [id, name] : saved_) {
            const auto found = fresh.app.state().records().find(RecordType::customer, id);
            CHECK(found.value(customer::name) == name);
        }
    }
    std::size_t saved() const { return saved_.size(); }

private:
    std::size_t below(std::size_t n) { return random_() % n; }

    /// Whatever the program does sees the database of now, and is heard by the others.
    template <class Work> void act(Tab& tab, Work work) {
        tab.store.look_at(database_);
        work(tab);
        database_.look_at(tab.store);
        for (const auto& call : std::exchange(tab.host.safety_calls, {})) {
            REQUIRE(call.call != SafetyCall::reload);
            if (call.call == SafetyCall::keep_sentinel) sentinel_ = call.text;
            if (call.call != SafetyCall::tell_tabs) continue;
            for (const auto& other : tabs_)
                if (other.get() != &tab) other->inbox.push_back(call.bytes);
        }
    }

    bool frame(Tab& tab) {
        bool changed = false;
        tab.environment.now = now_ = {now_.ms + 1};
        act(tab, [&](Tab& t) { changed = t.app.step(t.environment); });
        REQUIRE(tab.app.state().phase != Phase::recovery);
        if (tab.works() && tab.app.state().keeper->all_saved()) {
            for (auto& [id, name] : tab.unconfirmed) saved_[id] = name;
            tab.unconfirmed.clear();
        }
        return changed;
    }
    bool answer(Tab& tab) {
        bool some = false;
        act(tab, [&](Tab& t) { some = t.store.step(); });
        return some;
    }
    bool deliver(Tab& tab) {
        if (tab.inbox.empty()) return false;
        const Bytes message = std::move(tab.inbox.front());
        tab.inbox.pop_front();
        act(tab, [&](Tab& t) {
            t.app.host_event(SafetyNews{SafetyNews::What::from_tab, {}, message});
        });
        return true;
    }
    void go_on_in(Tab& tab) {
        switch (below(3)) {
        case 0: return void(frame(tab));
        case 1: return void(answer(tab));
        default: return void(deliver(tab));
        }
    }

    void open() {
        const bool first = tabs_.empty();
        tabs_.push_back(std::make_unique<Tab>(++opened_, below(2) == 0));
        Tab& tab = *tabs_.back();
        tab.environment.now = now_;
        tab.environment.writer_elsewhere = !first;
        if (first) writer_ = 0;
        act(tab, [&](Tab& t) { t.app.start(t.environment, sentinel_); });
    }

    /// At any moment; of the transactions on their way those asked for first may still be complete.
    void close(std::size_t which) {
        Tab& tab = *tabs_[which];
        tab.store.look_at(database_);
        tab.store.kill(below(3));
        database_.look_at(tab.store);
        tabs_.erase(tabs_.begin() + static_cast<std::ptrdiff_t>(which));
        if (writer_ == which)
            writer_ = nobody;
        else if (writer_ != nobody && writer_ > which)
            --writer_;
        if (tabs_.empty()) open();
    }

    /// Some time after the writing tab has gone.
    void grant_lock() {
        if (writer_ != nobody) return;
        writer_ = below(tabs_.size());
        Tab& tab = *tabs_[writer_];
        tab.environment.writer_elsewhere = false;
        act(tab, [](Tab& t) { t.app.host_event(WriterElsewhere{false}); });
    }

    /// Only a tab that writes notices.
    void fill_or_free_disk(Tab& tab) {
        if (tab.kept() == KeeperState::frozen) {
            act(tab, [](Tab& t) { t.app.send(SaveAgain{}); });
        } else if (tab.kept() == KeeperState::ready) {
            const std::size_t next = tab.store.request_count();
            tab.store.fail_request(next, StoreFault::quota, below(2) == 0);
        }
    }

    void type(Tab& tab) {
        if (!tab.works()) return;
        const RecordId id{1, ++typed_};
        const std::string name = "buyer " + std::to_string(typed_);
        tab.unconfirmed.emplace_back(id, name);
        act(tab, [&](Tab& t) {
            t.app.send(SetField{RecordType::customer, id, customer::name, name});
        });
        frame(tab);
    }

    static constexpr std::size_t nobody = ~std::size_t{0};

    std::mt19937 random_;
    FakeStore database_;
    std::vector<std::unique_ptr<Tab>> tabs_;
    std::size_t writer_ = nobody;
    std::map<RecordId, std::string> saved_;
    std::string sentinel_;
    std::uint64_t opened_ = 0;
    std::uint64_t typed_ = 0;
    Instant now_ = Instant::parse("2026-11-21T06:00:00.000Z").value();
};

} // namespace

TEST_CASE(
    "whatever happens between the tabs at any moment, nothing that was called saved is lost") {
    std::size_t saved = 0;
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Browser browser(seed);
        for (int n = 0; n < 600; ++n) browser.go_on();
        browser.settle();
        browser.check();
        saved += browser.saved();
    }
    CHECK(saved > 1000); // it is not that nothing was typed
}
