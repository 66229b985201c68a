// What the screen shows. Views read it const and send commands; nothing here points into a frame.
// Each member says where it lives: [file] the customer file, [setting] a saved setting,
// [session] this visit only.
#pragma once

#include "app/activity_rules.h"
#include "app/command.h"
#include "app/environment.h"
#include "app/import_preview.h"
#include "app/note_drafts.h"
#include "app/product_list.h"
#include "app/quote_list.h"
#include "documents/sheet_model.h"
#include "domain/quote.h"
#include "store/backup.h"
#include "store/keeper.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace bb {

enum class Phase : std::uint8_t {
    opening,     // the file is being read
    first_start, // nothing was ever kept here: the three offers
    ready,
    unreadable, // what was read is damaged: nothing is written, the stored file can be exported
};

/// One line at the foot of the screen that says what just happened.
struct Toast {
    Error says;
    bool failure = false;
    bool offers_undo = false;
    Instant until{};
};

enum class ImportStage : std::uint8_t { reading, mapping, checking, ready };

/// [session] An import from the file's arrival to its acceptance.
struct ImportSession {
    std::string file_name;
    FileToken token = 0;
    ImportStage stage = ImportStage::reading;
    std::uint16_t permille = 0;
    SheetFile sheet;
    int sheet_index = -1; // -1: the first that holds anything
    ImportPlan plan;
    std::unique_ptr<ImportPreview> preview; // dry run; made anew when plan or records change
};

/// [session] What the open quote looks like, worked out anew when its records change.
struct QuoteSession {
    RecordId id{};
    bool preview = false;
    bool adding_products = false;
    QuoteDocument document;
    QuoteSums sums;
    std::vector<Text> missing;
    std::string file_name; // without extension
    SheetModel sheet;      // only while the preview is shown
    std::uint64_t revision = 0;
};

/// [session] A backup that was read and waits for a yes.
struct RestoreSession {
    std::string file_name;
    Backup backup;
    CustomerFile::MergeCounts counts;
};

/// [session] The one piece of long work outside an import.
struct JobState {
    JobId id = 0;
    WorkerOp op{};
    Text label{};
    std::uint16_t permille = 0;
};

struct AppState {
    Phase phase = Phase::opening;
    Environment environment;
    Language language = Language::chinese;   // [setting], by the browser until chosen
    ThemeChoice theme = ThemeChoice::system; // [setting]
    bool dark = false;

    const Keeper* keeper = nullptr;     // [file] saving state
    const CustomerFile* file = nullptr; // [file] once open
    const Workspace& records() const { return file->records(); }
    /// Read only: another tab writes, a newer program wrote, or a write failed for good.
    bool read_only = false;

    View view = View::today;
    bool palette_open = false;
    bool update_waiting = false;
    std::optional<Toast> toast;
    std::optional<JobState> job;
    std::optional<Instant> last_backup; // [setting]
    std::uint64_t changes_since_backup = 0;

    TodayBoard today;

    CustomerFilter customer_filter;
    SortOrder customer_sort;
    CustomerList customers;
    RecordId customer{}; // the open one
    CustomerTab customer_tab = CustomerTab::timeline;
    NoteDrafts note_drafts;           // [setting]
    bool note_drafts_unsaved = false; // kept soon, or when the page goes
    bool focus_new_record = false;    // the first field of a record just made wants the focus

    QuoteList quotes;
    std::string quote_search;
    std::optional<QuoteSession> quote;

    ProductList products;
    std::string product_search;
    RecordId product{};

    std::string region; // country code of the open page
    std::string region_search;

    /// [session] Pictures decoded for the screen; a view that needs another sends ShowPicture.
    std::map<std::string, PictureDecoded, std::less<>> pictures;

    std::unique_ptr<ImportSession> import;
    std::optional<RestoreSession> restore;
};

} // namespace bb
