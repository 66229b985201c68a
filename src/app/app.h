// The program behind the screen: owns the state, takes commands and the outside's events.
#pragma once

#include "app/command.h"
#include "app/environment.h"
#include "app/host.h"
#include "app/state.h"
#include "store/keeper.h"

#include <memory>

namespace bb {

class App {
public:
    App(StorePort& store, HostPort& host);
    ~App();

    /// Starts reading the customer file. `sentinel`: what localStorage remembers of it.
    void start(const Environment& environment, std::string_view sentinel = {});
    /// Where the platform delivers the store's answers.
    StoreEvents& store_events();
    void host_event(const HostEvent& event);

    const AppState& state() const;
    /// Queued while a frame is drawn; carried out by the next step().
    void send(Command command);
    /// Carries out commands and hands what they change to the store; lists and boards come with the
    /// next step().
    void take_in(const Environment& environment);
    /// Carries out commands. True when the screen must be drawn again.
    bool step(const Environment& environment);
    /// Whether work() is wanted.
    bool has_work() const;
    struct Worked {
        bool more = false;
        bool shows = false; // the screen says how far it is
    };
    /// A slice of long work, between frames: of an import, else of what will be wanted soon.
    Worked work();
    /// The page may never come back: what was put off is handed to the store now.
    void hide();
    /// Edits would be lost if the page went now, and it is not a matter of a moment.
    bool at_stake() const;
    /// Edits are at stake, or their saving is a matter of a moment: no reload that nobody asked for here.
    bool unsaved() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace bb
