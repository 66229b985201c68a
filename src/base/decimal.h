// Exact decimal numbers for money, rates, sizes and quantities. No floating point anywhere.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bb {

/// units / 10^scale. Values keep at most 18 significant digits at parse; sums and products are
/// exact within 38 digits, beyond which an operation yields a value that is not valid() (never a
/// wrong number): it is sticky like a NaN, shows as the empty text and compares above all others.
class Decimal {
public:
    static constexpr int max_scale = 18;

    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t whole) : units_(whole) {}
    static constexpr Decimal from_units(__int128 units, int scale) {
        Decimal result;
        result.units_ = units;
        result.scale_ = scale;
        return result;
    }

    /// From bytes that nothing vouches for: nothing when they are beyond 38 digits, before the point
    /// or after it.
    static std::optional<Decimal> from_read_units(__int128 units, int scale);

    /// What an operation yields beyond 38 digits.
    static constexpr Decimal overflow() { return from_units(1, -1); }
    constexpr bool valid() const { return scale_ >= 0; }

    /// Canonical form only: "-12.50"; no spaces, no grouping, no exponent, at most 18 digits.
    /// Neither "+1", "007", ".5", "5." nor "-0".
    static std::optional<Decimal> parse(std::string_view text);
    /// What people type: also "1,234.5", "1 234.5", "１２．５", "12。5", "¥ 12", ".5", "007". Letters
    /// ("12 USD") and anything that may mean two numbers ("1,5", "1.234,5") are refused.
    static std::optional<Decimal> parse_typed(std::string_view text);

    constexpr __int128 units() const { return units_; }
    constexpr int scale() const { return scale_; }
    constexpr bool is_zero() const { return units_ == 0; }
    constexpr bool is_negative() const { return units_ < 0; }

    /// "12.50" keeps its scale; parse(to_text()) gives the same value and scale.
    std::string to_text() const;
    /// Same value without trailing zeros after the point.
    Decimal trimmed() const;
    /// Exactly `scale` digits after the point; half away from zero, as trade documents round.
    Decimal rounded(int scale) const;
    /// "1,234.50" with exactly `scale` digits.
    std::string grouped(int scale) const;

    Decimal operator-() const;
    friend Decimal operator+(Decimal a, Decimal b);
    friend Decimal operator-(Decimal a, Decimal b);
    friend Decimal operator*(Decimal a, Decimal b);
    /// Rounded half away from zero to `scale` digits; nothing when b is zero or beyond 38 digits.
    static std::optional<Decimal> divide(Decimal a, Decimal b, int scale);
    /// Smallest whole number >= a / b (cartons); nothing when b is not positive.
    static std::optional<Decimal> divide_up(Decimal a, Decimal b);

    /// By value: 1.0 == 1.
    friend std::strong_ordering operator<=>(Decimal a, Decimal b);
    friend bool operator==(Decimal a, Decimal b) { return std::is_eq(a <=> b); }

private:
    __int128 units_ = 0;
    int scale_ = 0;
};

/// A number of things as people read it: "2,000".
std::string grouped_count(std::uint64_t count);

} // namespace bb
