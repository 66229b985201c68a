#include "documents_io/xml_reader.h"

#include "documents_io/read_limits.h"

#include <expat.h>

namespace bb {

namespace {

std::string_view local_name(std::string_view name) {
    std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

} // namespace

std::string_view XmlAttributes::find(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (name == pair[0]) return pair[1];
    }
    return find_prefixed(name);
}

std::string_view XmlAttributes::find_prefixed(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        std::string_view key = pair[0];
        if (key.size() > name.size() && local_name(key) == name) return pair[1];
    }
    return {};
}

bool is_true(std::string_view attribute) {
    return attribute == "1" || attribute == "true" || attribute == "on";
}

struct XmlReader::Callbacks {
    static XmlReader& self(void* data) { return *static_cast<XmlReader*>(data); }

    static void start(void* data, const XML_Char* name, const XML_Char** attributes) {
        XmlReader& reader = self(data);
        if (reader.error_) return;
        if (++reader.depth_ > read_limits::xml_depth) {
            return reader.refuse(
                {Text::read_xml_too_deep, {std::to_string(read_limits::xml_depth)}});
        }
        reader.handler_.start_element(local_name(name), XmlAttributes(attributes));
        reader.after_call();
    }

    static void end(void* data, const XML_Char* name) {
        XmlReader& reader = self(data);
        if (reader.error_) return;
        --reader.depth_;
        reader.handler_.end_element(local_name(name));
        reader.after_call();
    }

    static void text(void* data, const XML_Char* text, int size) {
        XmlReader& reader = self(data);
        if (reader.error_) return;
        reader.handler_.text({text, static_cast<std::size_t>(size)});
        reader.after_call();
    }

    static void doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        self(data).refuse({Text::read_unsafe_xml});
    }
};

XmlReader::XmlReader(XmlHandler& handler) : parser_(XML_ParserCreate(nullptr)), handler_(handler) {
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, Callbacks::start, Callbacks::end);
    XML_SetCharacterDataHandler(parser_, Callbacks::text);
    XML_SetStartDoctypeDeclHandler(parser_, Callbacks::doctype);
}

XmlReader::~XmlReader() { XML_ParserFree(parser_); }

void XmlReader::refuse(Error error) {
    if (error_) return;
    error_ = std::move(error);
    XML_StopParser(parser_, XML_FALSE);
}

bool XmlReader::after_call() {
    if (handler_.error()) refuse(*handler_.error());
    return !error_;
}

bool XmlReader::feed(ByteView piece) {
    if (error_) return false;
    auto status = XML_Parse(parser_, reinterpret_cast<const char*>(piece.data()),
                            static_cast<int>(piece.size()), XML_FALSE);
    if (status == XML_STATUS_ERROR && !error_) error_ = Error{Text::read_damaged};
    fed_ += piece.size();
    check_pending();
    return !error_;
}

/// Expat scans a tag from its beginning with every piece: an endless one would take for ever.
void XmlReader::check_pending() {
    auto at = XML_GetCurrentByteIndex(parser_);
    if (error_ || at < 0) return; // below 0: unknown
    if (fed_ - static_cast<std::uint64_t>(at) > read_limits::xml_tag_bytes) {
        refuse({Text::read_damaged});
    }
}

Status XmlReader::finish() {
    if (!error_ && !ended_) {
        ended_ = true;
        bool bad = XML_Parse(parser_, "", 0, XML_TRUE) == XML_STATUS_ERROR;
        if (bad && !error_) error_ = Error{Text::read_damaged};
    }
    if (error_) return *error_;
    return {};
}

} // namespace bb
