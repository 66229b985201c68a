#include "documents_io/xlsx_workbook.h"

#include "documents_io/read_limits.h"
#include "documents_io/xml_part.h"

#include <algorithm>

namespace bb {

namespace {

Status read_small_part(ZipReader& zip, const ZipEntry& entry, XmlHandler& handler) {
    return read_xml_part(zip, entry, read_limits::part_bytes, handler, [](double) { return true; });
}

/// "../a/./b" from the folder "xl/": names in the archive have no dots and no leading slash.
std::string resolved(std::string_view folder, std::string_view target) {
    std::string path(target.starts_with('/') ? "" : folder);
    std::size_t at = 0;
    while (at < target.size()) {
        std::size_t slash = std::min(target.find('/', at), target.size());
        std::string_view step = target.substr(at, slash - at);
        at = slash + 1;
        if (step.empty() || step == ".") continue;
        if (step == "..") {
            if (!path.empty()) path.pop_back();
            path.erase(path.find_last_of('/') + 1); // npos + 1 is 0: all of it
            continue;
        }
        path += step;
        path += '/';
    }
    if (!path.empty()) path.pop_back();
    return path;
}

Error too_many_parts() {
    return {Text::read_too_many_parts, {std::to_string(read_limits::zip_entries)}};
}

std::string folder_of(std::string_view part) {
    return std::string(part.substr(0, part.find_last_of('/') + 1));
}

struct Relation {
    std::string id;
    std::string type; // last word of its address: "worksheet", "styles", …
    std::string part;
};

class Relations : public XmlHandler {
public:
    explicit Relations(std::string folder) : folder_(std::move(folder)) {}

    void start_element(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.find("TargetMode") == "External") return;
        if (all_.size() == read_limits::zip_entries) return stop(too_many_parts());
        std::string_view type = attributes.find("Type");
        type.remove_prefix(type.find_last_of('/') + 1);
        all_.push_back({std::string(attributes.find("Id")), std::string(type),
                        resolved(folder_, attributes.find("Target"))});
    }
    void end_element(std::string_view) override {}

    const Relation* with_id(std::string_view id) const {
        for (const Relation& relation : all_) {
            if (relation.id == id) return &relation;
        }
        return nullptr;
    }
    std::string part_of_type(std::string_view type) const {
        for (const Relation& relation : all_) {
            if (relation.type == type) return relation.part;
        }
        return {};
    }

private:
    std::string folder_;
    std::vector<Relation> all_;
};

class WorkbookPart : public XmlHandler {
public:
    explicit WorkbookPart(const Relations& relations) : relations_(relations) {}

    void start_element(std::string_view name, const XmlAttributes& attributes) override {
        if (!root_seen_ && name != "workbook") return stop({Text::read_not_spreadsheet});
        root_seen_ = true;
        if (name == "workbookPr") workbook.epoch_1904 = is_true(attributes.find("date1904"));
        if (name == "sheets") in_sheets_ = true;
        if (name == "sheet" && in_sheets_) add_sheet(attributes);
    }
    void end_element(std::string_view name) override {
        if (name == "sheets") in_sheets_ = false;
    }

    XlsxWorkbook workbook;

private:
    void add_sheet(const XmlAttributes& attributes) {
        if (sheets_seen_++ == read_limits::zip_entries) return stop(too_many_parts());
        const Relation* relation = relations_.with_id(attributes.find_prefixed("id"));
        if (relation == nullptr || relation->type != "worksheet") return;
        std::string_view state = attributes.find("state");
        bool hidden = state == "hidden" || state == "veryHidden";
        workbook.sheets.push_back({std::string(attributes.find("name")), relation->part, hidden});
    }

    const Relations& relations_;
    std::size_t sheets_seen_ = 0;
    bool root_seen_ = false;
    bool in_sheets_ = false;
};

/// A missing list of relations is an empty one.
Status read_relations(ZipReader& zip, const std::string& part, Relations& relations) {
    const ZipEntry* entry = zip.find(part);
    return entry == nullptr ? Status{} : read_small_part(zip, *entry, relations);
}

Error refusal_of_other(const ZipReader& zip) {
    bool other_sheet = zip.find("xl/workbook.bin") != nullptr ||  // .xlsb
                       zip.find("content.xml") != nullptr ||      // .ods
                       zip.find("Index/Document.iwa") != nullptr; // Numbers
    return {other_sheet ? Text::read_other_spreadsheet : Text::read_not_spreadsheet};
}

} // namespace

Result<XlsxWorkbook> read_xlsx_workbook(ZipReader& zip) {
    Relations of_package("");
    Status read = read_relations(zip, "_rels/.rels", of_package);
    if (!read) return read.error();
    std::string part = of_package.part_of_type("officeDocument");
    if (part.empty()) part = "xl/workbook.xml";
    const ZipEntry* entry = zip.find(part);
    if (entry == nullptr || part.ends_with(".bin")) return refusal_of_other(zip);

    std::string folder = folder_of(part);
    Relations relations(folder);
    read = read_relations(zip, folder + "_rels/" + part.substr(folder.size()) + ".rels", relations);
    if (!read) return read.error();
    WorkbookPart book(relations);
    read = read_small_part(zip, *entry, book);
    if (!read) return read.error();
    if (book.workbook.sheets.empty()) return Error{Text::read_no_data};
    book.workbook.strings_part = relations.part_of_type("sharedStrings");
    book.workbook.styles_part = relations.part_of_type("styles");
    return std::move(book.workbook);
}

} // namespace bb
