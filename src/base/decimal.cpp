// Arithmetic and writing of exact decimals. Reading is in decimal_parse.cpp.
#include "base/decimal.h"

#include <algorithm>
#include <array>

namespace bb {
namespace {

using Units = __int128;

constexpr int most_digits = 38;

constexpr auto powers = [] {
    std::array<Units, most_digits + 1> result{};
    result[0] = 1;
    for (std::size_t i = 1; i < result.size(); ++i) result[i] = result[i - 1] * 10;
    return result;
}();

constexpr Units limit = powers[most_digits] - 1; // 38 nines; no operation leaves ±limit

Units power_of_ten(int exponent) { return powers[static_cast<std::size_t>(exponent)]; }

Units absolute(Units v) { return v < 0 ? -v : v; }

/// Nothing beyond 38 digits.
std::optional<Units> product(Units a, Units b) {
    if (b != 0 && absolute(a) > limit / absolute(b)) return std::nullopt;
    return a * b;
}

std::optional<Units> sum(Units a, Units b) {
    const Units result = a + b; // twice the limit still fits
    if (absolute(result) > limit) return std::nullopt;
    return result;
}

/// The units of `v` written with `scale` digits after the point, at least as many as it has.
std::optional<Units> units_at(Decimal v, int scale) {
    const int more = scale - v.scale();
    if (v.is_zero()) return Units{0};
    if (more > most_digits) return std::nullopt;
    return product(v.units(), power_of_ten(more));
}

/// a / b, both in whole units, half away from zero; b is positive.
Units divided(Units a, Units b) {
    const Units quotient = a / b;
    const Units rest = absolute(a % b);
    if (rest < b - rest) return quotient;
    return a < 0 ? quotient - 1 : quotient + 1;
}

std::string digits_of(Units v) {
    std::string out;
    for (v = absolute(v); v > 0 || out.empty(); v /= 10) {
        out += static_cast<char>('0' + static_cast<int>(v % 10));
    }
    std::ranges::reverse(out);
    return out;
}

/// The digits before the point and those after it, without the sign.
struct Written {
    std::string whole;
    std::string fraction;
};

Written written(Decimal v) {
    std::string digits = digits_of(v.units());
    const auto scale = static_cast<std::size_t>(v.scale());
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    const std::size_t point = digits.size() - scale;
    return {digits.substr(0, point), digits.substr(point)};
}

std::string joined(bool negative, const Written& parts) {
    std::string out = negative ? "-" : "";
    out += parts.whole;
    if (!parts.fraction.empty()) out += '.' + parts.fraction;
    return out;
}

} // namespace

std::optional<Decimal> Decimal::from_read_units(__int128 units, int scale) {
    if (units < -limit || units > limit || scale < 0 || scale > most_digits) return std::nullopt;
    return from_units(units, scale);
}

std::string Decimal::to_text() const {
    if (!valid()) return {};
    return joined(is_negative(), written(*this));
}

std::string Decimal::grouped(int scale) const {
    const Decimal value = rounded(scale);
    if (!value.valid()) return {};
    Written parts = written(value);
    for (std::size_t left = parts.whole.size(); left > 3;) {
        left -= 3;
        parts.whole.insert(left, 1, ',');
    }
    return joined(value.is_negative(), parts);
}

Decimal Decimal::trimmed() const {
    Decimal result = *this;
    while (result.scale_ > 0 && result.units_ % 10 == 0) {
        result.units_ /= 10;
        --result.scale_;
    }
    return result;
}

Decimal Decimal::rounded(int scale) const {
    if (!valid()) return *this;
    scale = std::max(scale, 0);
    if (scale >= scale_) {
        const auto units = units_at(*this, scale);
        return units ? from_units(*units, scale) : overflow();
    }
    const int fewer = scale_ - scale;
    if (fewer > most_digits) return from_units(0, scale);
    return from_units(divided(units_, power_of_ten(fewer)), scale);
}

Decimal Decimal::operator-() const { return valid() ? from_units(-units_, scale_) : *this; }

Decimal operator+(Decimal a, Decimal b) {
    if (!a.valid() || !b.valid()) return Decimal::overflow();
    const int scale = std::max(a.scale_, b.scale_);
    const auto left = units_at(a, scale);
    const auto right = units_at(b, scale);
    const auto units = left && right ? sum(*left, *right) : std::nullopt;
    if (units) return Decimal::from_units(*units, scale);
    // Needless zeros may be what does not fit.
    const Decimal shorter_a = a.trimmed();
    const Decimal shorter_b = b.trimmed();
    if (std::max(shorter_a.scale_, shorter_b.scale_) == scale) return Decimal::overflow();
    return shorter_a + shorter_b;
}

Decimal operator-(Decimal a, Decimal b) { return a + -b; }

Decimal operator*(Decimal a, Decimal b) {
    if (!a.valid() || !b.valid()) return Decimal::overflow();
    const auto units = product(a.units_, b.units_);
    const int scale = a.scale_ + b.scale_;
    if (units && scale <= most_digits) return Decimal::from_units(*units, scale);
    const Decimal shorter_a = a.trimmed();
    const Decimal shorter_b = b.trimmed();
    if (shorter_a.scale_ + shorter_b.scale_ == scale) return Decimal::overflow();
    return shorter_a * shorter_b;
}

std::optional<Decimal> Decimal::divide(Decimal a, Decimal b, int scale) {
    if (!a.valid() || !b.valid() || b.is_zero() || scale < 0) return std::nullopt;
    // a / b = (units of a / units of b) · 10^(scale of b − scale of a)
    int digits = scale + b.scale_ - a.scale_;
    Units divisor = absolute(b.units_);
    for (; digits < 0; ++digits) {
        const auto larger = product(divisor, 10);
        if (!larger) return std::nullopt;
        divisor = *larger;
    }
    // By hand, digit after digit, so that only the result and not a·10^n has to fit.
    Units quotient = absolute(a.units_) / divisor;
    Units rest = absolute(a.units_) % divisor;
    for (; digits > 0; --digits) {
        const auto next_rest = product(rest, 10);
        const auto shifted = product(quotient, 10);
        if (!next_rest || !shifted) return std::nullopt;
        const auto next = sum(*shifted, *next_rest / divisor);
        if (!next) return std::nullopt;
        quotient = *next;
        rest = *next_rest % divisor;
    }
    if (rest >= divisor - rest) ++quotient;
    if (quotient > limit) return std::nullopt;
    return from_units(a.is_negative() != b.is_negative() ? -quotient : quotient, scale);
}

std::optional<Decimal> Decimal::divide_up(Decimal a, Decimal b) {
    if (!a.valid() || !b.valid() || b.units_ <= 0) return std::nullopt;
    a = a.trimmed();
    b = b.trimmed();
    const int scale = std::max(a.scale_, b.scale_);
    const auto left = units_at(a, scale);
    const auto right = units_at(b, scale);
    if (!left || !right) return std::nullopt;
    const bool up = *left > 0 && *left % *right != 0;
    return from_units(*left / *right + (up ? 1 : 0), 0);
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
    if (!a.valid() || !b.valid()) return !a.valid() <=> !b.valid();
    // Whole parts first: bringing both to one scale might not fit.
    const Units a_power = power_of_ten(a.scale_);
    const Units b_power = power_of_ten(b.scale_);
    if (const auto whole = a.units_ / a_power <=> b.units_ / b_power; std::is_neq(whole)) {
        return whole;
    }
    const int scale = std::max(a.scale_, b.scale_);
    const Units a_rest = a.units_ % a_power * power_of_ten(scale - a.scale_);
    const Units b_rest = b.units_ % b_power * power_of_ten(scale - b.scale_);
    return a_rest <=> b_rest;
}

std::string grouped_count(std::uint64_t count) {
    return Decimal(static_cast<std::int64_t>(count)).grouped(0);
}

} // namespace bb
