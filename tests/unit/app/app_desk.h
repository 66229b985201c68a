// The program as a whole, without a screen, for tests.
#pragma once

#include "app/app.h"
#include "support/fake_host.h"
#include "support/fake_store.h"

namespace bb {

/// The program on a fake store and host; dies without notice at the end.
struct Desk {
    explicit Desk(FakeStore& the_store, std::string_view sentinel = {}, bool follows = false)
        : store(the_store), host(follows ? 1'000'000 : 1000), app(the_store, host) {
        store.connect(&app.store_events());
        environment.writer_elsewhere = follows;
        app.start(environment, sentinel);
        turn();
    }
    ~Desk() { store.kill(); }

    /// One frame, a slice of long work, and what the store has to say.
    void turn() {
        environment.now.ms += 16;
        app.step(environment);
        app.work();
        store.run();
        app.step(environment);
    }
    void send(Command command) {
        app.send(std::move(command));
        turn();
    }
    void event(const HostEvent& event) {
        app.host_event(event);
        turn();
    }
    void wait(std::int64_t ms) {
        environment.now.ms += ms;
        turn();
    }
    const AppState& state() const { return app.state(); }
    std::optional<Text> said() const {
        return state().toast ? std::optional(state().toast->says.text) : std::nullopt;
    }
    RecordId add_customer() {
        send(AddCustomer{});
        return state().customer;
    }

    FakeStore& store;
    FakeHost host;
    Environment environment{.now = Instant::parse("2026-11-21T06:00:00.000Z").value()};
    App app;
};

} // namespace bb
