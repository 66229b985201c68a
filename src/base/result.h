// A value or an error. An error is a sentence for the user: which words, and what fills them.
#pragma once

#include "base/text_id.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace bb {

/// One clear sentence: what happened, what was not changed, what to do. Private data only in args.
struct Error {
    Text text{};
    std::vector<std::string> args{};

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::move(value)) {}
    Result(Error error) : content_(std::move(error)) {}

    bool ok() const { return std::holds_alternative<T>(content_); }
    explicit operator bool() const { return ok(); }

    /// Only when ok().
    T& value() & { return std::get<T>(content_); }
    const T& value() const& { return std::get<T>(content_); }
    T&& value() && { return std::get<T>(std::move(content_)); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }

    /// Only when not ok().
    const Error& error() const { return std::get<Error>(content_); }

private:
    std::variant<T, Error> content_;
};

/// Success without a value, or an error.
class [[nodiscard]] Status {
public:
    Status() = default;
    Status(Error error) : error_(std::move(error)) {}

    bool ok() const { return !error_; }
    explicit operator bool() const { return ok(); }
    const Error& error() const { return *error_; }

private:
    std::optional<Error> error_;
};

} // namespace bb
