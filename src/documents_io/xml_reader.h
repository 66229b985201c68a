// XML of somebody else, piece by piece (expat). No DTD, so no entities of their own; limited depth.
// Names come without their prefix: writers differ in prefixes and namespaces, not in words.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>

struct XML_ParserStruct;

namespace bb {

/// Attributes of the element just started; valid during that call.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    /// Empty when it is missing. Without a prefix first, so that `id` is not taken for `r:id`.
    std::string_view find(std::string_view name) const;
    /// Only with a prefix: `r:id`, whatever the prefix is called.
    std::string_view find_prefixed(std::string_view name) const;

    template <class Take> void each(const Take& take) const {
        for (const char** pair = pairs_; *pair != nullptr; pair += 2) take(pair[0], pair[1]);
    }

private:
    const char** pairs_;
};

/// xsd:boolean: 1, true (and on, as some write).
bool is_true(std::string_view attribute);

class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start_element(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end_element(std::string_view name) = 0;
    virtual void text(std::string_view) {}

    const std::optional<Error>& error() const { return error_; }

protected:
    /// The first one counts; no further calls come after it.
    void stop(Error error) {
        if (!error_) error_ = std::move(error);
    }

private:
    std::optional<Error> error_;
};

class XmlReader {
public:
    explicit XmlReader(XmlHandler& handler);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// False once the text is malformed, refused, or the handler stopped.
    bool feed(ByteView piece);
    Status finish();

private:
    struct Callbacks;
    void refuse(Error error);
    bool after_call();
    void check_pending();

    XML_ParserStruct* parser_;
    XmlHandler& handler_;
    std::uint64_t fed_ = 0;
    int depth_ = 0;
    bool ended_ = false;
    std::optional<Error> error_;
};

} // namespace bb
