// The program's turn: commands, and what the screen shows anew.
#include "app/app_impl.h"

#include "app/known_ids.h"
#include "app/quote_document.h"
#include "documents/quote_sheet.h"

namespace bb {
namespace {

constexpr std::int64_t toast_ms = 6000;
constexpr std::int64_t typing_pause_ms = 800;

} // namespace

std::size_t records_in(std::span<const Edit> edits) {
    std::size_t count = 0;
    const Edit* before = nullptr;
    for (const Edit& edit : edits) {
        if (before == nullptr || before->id != edit.id) ++count;
        before = &edit;
    }
    return count;
}

App::Impl::Impl(StorePort& the_store, HostPort& the_host)
    : store(the_store), host(the_host), ids(the_host.random64()),
      keeper(the_store, static_cast<std::uint32_t>(the_host.random64() | 1)) {
    state.keeper = &keeper;
    tab_id = host.random64();
}

void App::Impl::tell(Text text, std::vector<std::string> args, bool offers_undo) {
    state.toast = Toast{{text, std::move(args)}, false, offers_undo, {now().ms + toast_ms}};
    changed = true;
}

void App::Impl::complain(Error error) {
    state.toast = Toast{std::move(error), true, false, {now().ms + 2 * toast_ms}};
    changed = true;
}

bool App::Impl::may_write() {
    if (!state.read_only && state.phase != Phase::recovery) return true;
    complain({Text::error_read_only, {}});
    return false;
}

bool App::Impl::may_write_here() {
    if (!may_write()) return false;
    if (state.following) complain({Text::error_only_in_writer, {}});
    return !state.following;
}

bool App::Impl::perform(const Action& action) {
    if (!may_write()) return false;
    finish_import();
    const bool did = file().perform(action, now());
    if (did) count_changes(records_in(action.edits));
    keeper.pump();
    changed = true;
    return did;
}

void App::Impl::put_note_draft(RecordId customer, NoteDraft draft) {
    if (draft.blank())
        state.note_drafts.erase(customer);
    else
        state.note_drafts[customer] = std::move(draft);
}

void App::Impl::change_note_draft(RecordId customer, NoteDraft draft) {
    put_note_draft(customer, std::move(draft));
    state.note_drafts_unsaved = true;
    changed_drafts.insert(customer);
    note_drafts_changed = now();
}

void App::Impl::keep_note_drafts(bool at_once) {
    if (!state.note_drafts_unsaved || state.read_only) return;
    if (!at_once && now().ms - note_drafts_changed.ms < typing_pause_ms) return;
    state.note_drafts_unsaved = false;
    const std::set<RecordId> customers = std::exchange(changed_drafts, {});
    tell_note_drafts(customers);
    if (state.following) return told_drafts.insert(customers.begin(), customers.end());
    keeper.put_setting("note_drafts", note_drafts_text(state.note_drafts));
    keeper.pump();
    changed = true;
}

void App::Impl::after_open() {
    state.file = &keeper.file();
    read_shell(true);
    if (keeper.fell_back()) {
        tell(Text::recovery_fell_back);
        keeper.compact_if_due(true);
    }
    state.note_drafts = read_note_drafts(keeper.setting("note_drafts"));
    const bool unused = keeper.empty_at_open() && keeper.setting("started").empty();
    state.phase = unused ? Phase::first_start : Phase::ready;
    if (unused && state.environment.sample_database) shell_command(OpenSample{true});
}

void App::Impl::refresh() {
    AppState& s = state;
    s.dark = s.theme == ThemeChoice::dark ||
             (s.theme == ThemeChoice::system && s.environment.system_dark);
    const KeeperState kept = keeper.state();
    // While it takes over too, a tab takes edits: they go into the journal after what is read then.
    s.following = kept == KeeperState::following || kept == KeeperState::taking_over;
    s.read_only = kept == KeeperState::newer_schema || kept == KeeperState::unreadable;
    if (!s.file) return;
    const Date today = s.environment.today();
    s.customer_sort.language = s.language;
    // Before somebody looks at the list, only its counts are wanted: the file opens sooner.
    if (s.view == View::customers)
        update_customers();
    else
        s.customers.count(records(), today);
    s.products.update(records(), {.search = s.product_search});
    QuoteFilter quote_filter;
    quote_filter.search = s.quote_search;
    s.quotes.update(records(), quote_filter);
    const TodayBoard& board = today_desk.update(records(), s.customers.facts(), today);
    if (std::exchange(today_number, today_desk.number()) != today_number) s.today = board;
    refresh_quote();
}

void App::Impl::update_customers() {
    state.customers.update(records(), state.customer_filter, state.customer_sort,
                           state.environment.today());
}

void App::Impl::refresh_quote() {
    if (!state.quote) return;
    QuoteSession& q = *state.quote;
    const std::uint64_t revision = records().revision() + 1;
    if (q.revision == revision && (q.sheet.rows.empty() == !q.preview)) return;
    q.revision = revision;
    q.document = quote_document(records(), q.id);
    q.sums = sums_of(q.document);
    q.missing = missing_for_issue(q.document);
    const RecordView company = records().find(RecordType::company, company_id());
    const std::string_view pattern = company.value(company::file_name_pattern);
    q.file_name = quote_file_name(q.document, pattern.empty() ? default_file_name : pattern);
    for (const QuotedLine& line : q.document.lines)
        if (!line.picture.empty()) keeper.want_picture(line.picture);
    if (!q.document.logo.empty()) keeper.want_picture(q.document.logo);
    q.sheet = {};
    if (q.preview) q.sheet = quote_sheet(q.document, picture_source());
}

App::App(StorePort& store, HostPort& host) : impl_(std::make_unique<Impl>(store, host)) {}
App::~App() = default;

void App::start(const Environment& environment, std::string_view sentinel) {
    impl_->state.environment = environment;
    impl_->state.language = environment.browser_language;
    impl_->sentinel = Sentinel::parse(sentinel);
    impl_->refresh();
    if (environment.writer_elsewhere) impl_->keeper.follow();
    impl_->keeper.open();
}

StoreEvents& App::store_events() { return *impl_; }

void App::host_event(const HostEvent& event) { impl_->on_event(event); }

const AppState& App::state() const { return impl_->state; }

void App::send(Command command) { impl_->commands.push_back(std::move(command)); }

bool App::step(const Environment& environment) {
    Impl& impl = *impl_;
    AppState& state = impl.state;
    const bool was_dark = state.environment.system_dark;
    state.environment = environment;
    impl.changed |= was_dark != environment.system_dark;
    if (state.phase == Phase::opening && impl.keeper.state() != KeeperState::opening) {
        RecoverySession::Why why{};
        if (impl.needs_recovery(why))
            impl.start_recovery(why);
        else
            impl.after_open();
        impl.changed = true;
    }
    impl.carry_out_commands();
    if (impl.is_writing_import()) return std::exchange(impl.changed, false);
    if (!impl.backups_wanted.empty()) impl.write_backups_now();
    impl.decode_wanted_pictures();
    impl.keep_note_drafts(false);
    impl.step_recovery();
    impl.step_tabs();
    impl.step_safety();
    if (state.file) impl.keeper.pump();
    // Between two edits: a file that was imported or edited for long is opened from shards, not by
    // doing all of it again. Only the writing tab may.
    if (state.phase == Phase::ready && !state.read_only && !state.import)
        impl.keeper.compact_if_due();
    if (state.toast && environment.now >= state.toast->until) {
        state.toast.reset();
        impl.changed = true;
    }
    impl.refresh();
    return std::exchange(impl.changed, false);
}

void App::hide() {
    impl_->finish_import();
    impl_->keep_note_drafts(true);
    impl_->store_changes_exactly();
}

void App::take_in(const Environment& environment) {
    impl_->state.environment.now = environment.now;
    impl_->carry_out_commands();
}

void App::Impl::carry_out_commands() {
    // Whatever else is asked for waits until an import has been put into the file.
    while (!commands.empty() && !is_writing_import()) {
        const Command command = std::move(commands.front());
        commands.pop_front();
        carry_out(command);
        changed = true;
    }
}

void App::Impl::carry_out(const Command& command) {
    const View before = state.view;
    const Instant said_until = state.toast && state.toast->failure ? state.toast->until : Instant{};
    dispatch(command);
    // What had failed in one view is not said over another.
    const bool says_it_still = state.toast && state.toast->until == said_until;
    if (state.view != before && says_it_still && state.toast->failure) state.toast.reset();
}

void App::Impl::dispatch(const Command& command) {
    if (recovery_command(command) || shell_command(command) || safety_command(command)) return;
    if (!state.file) return; // everything below needs the open file
    if (record_command(command) || import_command(command) || quote_command(command)) return;
    file_command(command);
}

} // namespace bb
