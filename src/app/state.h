// What the screen shows. Views read it const and send commands; nothing here points into a frame.
// Each member says where it lives: [file] the customer file, [setting] a saved setting,
// [session] this visit only.
#pragma once

#include "app/activity_rules.h"
#include "app/command.h"
#include "app/environment.h"
#include "app/import_writing.h"
#include "app/note_drafts.h"
#include "app/product_list.h"
#include "app/quote_list.h"
#include "documents/sheet_model.h"
#include "domain/quote.h"
#include "store/backup.h"
#include "store/keeper.h"
#include "store/salvage.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace bb {

enum class Phase : std::uint8_t {
    opening,     // the file is being read
    first_start, // nothing was ever kept here: the three offers
    ready,
    recovery, // what was read is damaged, emptied or set back: nothing is written, nothing deleted
};

/// One line at the foot of the screen that says what just happened.
struct Toast {
    Error says;
    bool failure = false;
    bool offers_undo = false;
    Instant until{};
};

enum class ImportStage : std::uint8_t { reading, checking, ready, writing };
/// Of the screen of an import once the list is read: each has the ones before it.
enum class ImportPart : std::uint8_t { nothing, source, rules, rows };

/// [session] An import from the file's arrival to its acceptance.
struct ImportSession {
    std::string file_name;
    FileToken token = 0;
    ImportStage stage = ImportStage::reading;
    std::uint16_t permille = 0;
    SheetFile sheet;
    std::uint8_t labels_known = 0; // kinds of list whose labels are there to be compared with
    enum class Sheet : std::uint8_t { awaited, read, headed, of_a_kind, planned } arrived{};
    std::size_t header_row = 0; // once headed
    int sheet_index = -1;       // -1: the first that holds anything
    ImportPlan plan;
    // At first a part more with each frame, then some more columns of the plan.
    ImportPart shown = ImportPart::nothing;
    std::size_t columns_shown = 0;
    std::unique_ptr<ImportPreview> preview; // dry run; made anew when plan or records change
    std::unique_ptr<ImportWriting> writing; // while the rows become records
    /// The rows become records, those are taken into lists and the board, packed, stored and shown.
    enum class Writing : std::uint8_t { rows, lists, list, board, packing, storing, showing };
    Writing next = Writing::rows;
    std::size_t written = 0;   // records by now
    bool anything_new = false; // once all rows are
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
    bool shrinks = false; // so many customers go to the bin that it is asked
    bool accepts_shrinking = false;
};

/// [session] What was found of a file that is not as it was saved, and what is to be done.
struct RecoverySession {
    enum class Why : std::uint8_t { empty, set_back, damaged, closed };
    enum class Stage : std::uint8_t { looking, shown, exporting, restoring };
    Why why{};
    Stage stage = Stage::looking;
    Salvage store, spare;
    Salvage all; // store, spare and the backups that were added
    std::vector<std::pair<std::string, Bytes>> backup_pictures;
    std::size_t backups = 0;
    std::vector<std::string> missing; // names of customers that the store has not, the first some
    std::size_t missing_count = 0;
    // Living customers with a name: one of which nothing but an edit is left has none.
    std::size_t customers_in_store = 0, customers_in_spare = 0, customers = 0;
    std::uint64_t unnamed = 0;      // customers that are nowhere
    std::uint64_t gap = 0;          // last entries that are nowhere
    std::uint64_t lost_entries = 0; // that the store has not
    std::vector<LostRecords> lost;  // what shards held that are nowhere
    // Of the export that goes on.
    std::size_t pictures = 0, pictures_read = 0;
    bool asks_anew = false; // whether it is sure that all begins with an empty file
};

/// [session] Where the file is kept, as the browser says.
struct StorageInfo {
    bool known = false;
    bool persisted = false;
    bool keeps = true;                  // false: the first write failed, as in some private windows
    std::uint64_t usage = 0, quota = 0; // bytes
    std::string spare;   // state of the second copy: none, following, behind, failed, elsewhere
    bool sealed = false; // the file is encrypted at rest
    std::string lock;    // another one for each passcode; empty = not encrypted
};

/// [session] The folder for automatic copies.
struct FolderInfo {
    bool available = false;
    std::string name; // empty = none chosen
    bool may_write = false;
    std::vector<std::string> files;
    std::optional<Instant> last_copy; // of this customer file
    std::optional<Instant> next_copy; // when one will be due, as far as is known
    bool failed = false;              // the last try
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
    /// Read only: a newer program wrote, or this tab can no longer follow the writing one.
    bool read_only = false;
    /// Another tab saves; edits are handed over to it.
    bool following = false;
    StorageInfo storage;
    FolderInfo folder;
    bool covered = false; // the screen cover
    std::unique_ptr<RecoverySession> recovery;

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
    bool handover_late = false;       // the writing tab has not confirmed an edit for long
    RecordId new_record{};            // just made: its name wants the focus

    QuoteList quotes;
    std::string quote_search;
    std::optional<QuoteSession> quote;

    ProductList products;
    std::string product_search;
    RecordId product{};

    std::string region; // country code of the open page
    std::string region_search;
    std::string whole_card; // of the day; see ShowWholeCard

    /// [session] Pictures decoded for the screen; a view that needs another sends ShowPicture.
    std::map<std::string, PictureDecoded, std::less<>> pictures;

    std::unique_ptr<ImportSession> import;
    std::optional<RestoreSession> restore;
};

} // namespace bb
