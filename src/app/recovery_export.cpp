// What a recovery found, as a backup: its records, and the pictures that they name, read one by one
// from the store, from the second copy where the store has none, and from backups that were added.
#include "app/app_impl.h"
#include "base/hash.h"

#include <algorithm>

namespace bb {
namespace {

/// A damaged picture is no picture.
bool is_sound_picture(std::string_view name, const Bytes& bytes) {
    constexpr std::size_t content_name_length = 32;
    return name.size() != content_name_length || content_name(bytes) == name;
}

} // namespace

void App::Impl::export_found() {
    RecoverySession& r = *state.recovery;
    if (r.stage != RecoverySession::Stage::shown || r.all.nothing()) return;
    r.stage = RecoverySession::Stage::exporting;
    found_export = FoundExport{};
    std::vector<std::string> names = picture_names(r.all.records());
    for (const auto& [name, bytes] : r.backup_pictures)
        if (is_sound_picture(name, bytes) && std::erase(names, name) > 0)
            found_export->blobs.emplace_back(name, &bytes);
    found_export->wanted.assign(names.begin(), names.end());
    r.pictures = names.size();
    r.pictures_read = 0;
    read_found_picture();
}

void App::Impl::read_found_picture() {
    const FoundExport& going = *found_export;
    if (going.wanted.empty()) return write_found_export();
    const std::string& name = going.wanted.front();
    store.read_range(++looking, Place::blob, name, name, going.source);
}

void App::Impl::found_picture_read(std::vector<StoredRow> rows) {
    FoundExport& going = *found_export;
    const std::string& name = going.wanted.front();
    changed = true;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const StoredRow& one) {
        return one.key == name && is_sound_picture(name, one.bytes);
    });
    if (row == rows.end() && going.source == Source::salvage) {
        going.source = Source::spare;
        return read_found_picture();
    }
    if (row == rows.end()) {
        ++going.lacks;
    } else {
        going.read.push_back(std::move(row->bytes));
        going.blobs.emplace_back(name, &going.read.back());
    }
    going.wanted.pop_front();
    going.source = Source::salvage;
    ++state.recovery->pictures_read;
    read_found_picture();
}

void App::Impl::write_found_export() {
    RecoverySession& r = *state.recovery;
    CustomerFile found(1);
    found.loading() = std::move(r.all.records());
    host.save_file("buyerbook-found.bbk", "application/octet-stream",
                   write_backup(found, found_export->blobs, now()));
    r.all.records() = std::move(found.loading());
    const std::size_t lacks = found_export->lacks;
    found_export.reset();
    r.stage = RecoverySession::Stage::shown;
    changed = true;
    if (lacks == 0) return tell(Text::recovery_exported);
    complain({Text::recovery_export_lacks, {grouped_count(lacks)}});
}

} // namespace bb
