// Everything a person can ask for, as small values. Views send them; App carries them out after
// the frame was drawn. The table in command_table.h feeds palette, shortcuts and tooltips.
#pragma once

#include "app/clipboard_cells.h"
#include "app/customer_list.h"
#include "app/host.h"
#include "app/import_plan.h"
#include "app/note_drafts.h"
#include "base/id.h"
#include "store/customer_file.h"

#include <cstdint>
#include <string>
#include <variant>

namespace bb {

enum class View : std::uint8_t { today, customers, quotes, products, regions, settings };
enum class CustomerTab : std::uint8_t { timeline, profile, contacts, quotes, history };
enum class ThemeChoice : std::uint8_t { system, light, dark };
enum class ExportFormat : std::uint8_t { xlsx, pdf };

// Where to look.
struct Go {
    View view{};
};
struct OpenCustomer {
    RecordId id{};
};
struct CloseCustomer {};
struct ShowCustomerTab {
    CustomerTab tab{};
};
struct OpenQuote {
    RecordId id{};
};
struct CloseQuote {};
struct PreviewQuote {
    bool on = false;
};
struct OpenProduct {
    RecordId id{};
};
struct CloseProduct {};
struct OpenRegion {
    std::string country;
};
struct SetCustomerFilter {
    CustomerFilter filter;
};
struct SortCustomers {
    SortOrder order;
};
struct SearchQuotes {
    std::string text;
};
struct SearchProducts {
    std::string text;
};
/// A card of the day with all of its rows; empty: all cards are short.
struct ShowWholeCard {
    std::string key;
};
struct SearchRegions {
    std::string text;
};

// Records.
struct Perform {
    Action action;
};
struct SetField {
    RecordType type{};
    RecordId id{};
    std::uint16_t field = 0;
    std::string typed;
};
struct AddCustomer {};
struct AddContact {
    RecordId customer{};
};
/// What is being written about a customer, at every change of it.
struct DraftNote {
    RecordId customer{};
    NoteDraft draft;
};
/// Makes an activity of the customer's draft; one that is not in order stays a draft.
struct AddDraftedNote {
    RecordId customer{};
};
struct AddProduct {};
/// The record that was just made has had its frame, in which its name asked for the focus.
struct NewRecordShown {};
struct Remove {
    RecordType type{};
    RecordId id{};
};
struct Restore {
    RecordType type{};
    RecordId id{};
};
struct ShowPicture {
    std::string name;
};
struct Undo {};
struct Redo {};
struct ChoosePicture {
    RecordType type{};
    RecordId id{};
};

// Import.
struct ChooseImportFile {};
struct ChooseImportSheet {
    int index = 0;
};
struct SetImportTarget {
    std::size_t column = 0;
    ColumnTarget target;
};
struct SetImportKind {
    ImportKind kind{};
};
struct SetImportRules {
    MatchKeys keys;
    bool overwrite = false;
};
struct AcceptImportRow {
    std::size_t index = 0;
    bool yes = true;
};
struct AcceptImport {};
struct CancelImport {};
struct SaveImportFaults {};

// Quotes.
struct NewQuote {
    RecordId customer{};
};
struct AddQuoteLine {
    RecordId quote{};
    RecordId product{};
};
struct IssueQuote {
    RecordId quote{};
};
struct ReviseQuote {
    RecordId quote{};
};
struct CopyQuote {
    RecordId quote{};
};
struct ExportQuote {
    RecordId quote{};
    ExportFormat format{};
};

// The file as a whole.
struct DownloadBackup {};
struct ChooseBackup {};
struct ConfirmRestore {};
struct CancelRestore {};
/// That a restore moves many customers to the bin is known.
struct AcceptShrinking {
    bool yes = false;
};
struct DownloadSealedBackup {};

// The safety of the file.
struct SaveAgain {};
struct RestoreFound {};
/// Asks first.
struct StartAnew {
    bool sure = false;
};
struct AskPersist {};
/// Where encryption at rest is switched on and off and the passcode changed.
struct OpenLockPage {};
/// The page opens again, and asks for the passcode.
struct LockNow {};
struct ChooseFolder {};
struct AllowFolder {};
struct ForgetFolder {};
struct CopyToFolder {};
struct CoverScreen {
    bool on = false;
};
struct ExportReadable {};
struct ExportJson {};

// The shell.
struct StartEmpty {};
struct OpenSample {
    bool sample = true;
};
struct ShowPalette {
    bool on = true;
};
struct SetLanguage {
    Language language{};
};
struct SetTheme {
    ThemeChoice theme{};
};
struct DismissToast {};
struct ApplyUpdate {};
/// Rows of a list, for a spreadsheet.
struct CopyRows {
    CellRows rows;
    std::size_t count = 0; // without the header
};
struct OpenLink {
    std::string url;
};
struct CancelJob {};

using Command = std::variant<
    Go, OpenCustomer, CloseCustomer, ShowCustomerTab, OpenQuote, CloseQuote, PreviewQuote,
    OpenProduct, CloseProduct, OpenRegion, SetCustomerFilter, SortCustomers, SearchQuotes,
    SearchProducts, SearchRegions, ShowWholeCard, Perform, SetField, AddCustomer, AddContact,
    DraftNote, AddDraftedNote, AddProduct, NewRecordShown, Remove, Restore, Undo, Redo,
    ChoosePicture, ShowPicture, ChooseImportFile, ChooseImportSheet, SetImportTarget, SetImportKind,
    SetImportRules, AcceptImportRow, AcceptImport, CancelImport, SaveImportFaults, NewQuote,
    AddQuoteLine, IssueQuote, ReviseQuote, CopyQuote, ExportQuote, DownloadBackup, ChooseBackup,
    ConfirmRestore, CancelRestore, AcceptShrinking, DownloadSealedBackup, SaveAgain, RestoreFound,
    StartAnew, AskPersist, OpenLockPage, LockNow, ChooseFolder, AllowFolder, ForgetFolder,
    CopyToFolder, CoverScreen, ExportReadable, ExportJson, StartEmpty, OpenSample, ShowPalette,
    SetLanguage, SetTheme, DismissToast, ApplyUpdate, CopyRows, OpenLink, CancelJob>;

} // namespace bb
