// Exact arithmetic of shares. 128-bit products: an amount of 10^15 times 10^8 does not fit 64 bits.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "plan/values.hpp"

namespace rapporteur {

inline constexpr int max_decimals = 6;

/// part / whole × 100 with `decimals` decimals, half away from zero. Nothing when `whole` is 0 or
/// the result does not fit. 0 <= decimals <= max_decimals.
[[nodiscard]] std::optional<Decimal> percent_of(std::int64_t part, std::int64_t whole,
                                                int decimals);

/// Shares of the parts in their sum that add up to exactly 100: each is cut, and what is left goes
/// to the largest remainders, on a tie to the earlier part. Nothing when the sum is 0. Parts must
/// not be negative.
[[nodiscard]] std::optional<std::vector<Decimal>> shares_of(std::span<const std::int64_t> parts,
                                                            int decimals);

/// The amount in another currency: `rate` units of it for one unit of the amount's own; rounded
/// half away from zero to its minor unit. `rate` > 0. Nothing when the result is beyond max_amount.
[[nodiscard]] std::optional<Money> convert(const Money& amount, const Decimal& rate,
                                           const std::string& currency);

/// a + b, nothing on overflow.
[[nodiscard]] std::optional<Decimal> add_decimals(const Decimal& a, const Decimal& b);
/// < 0, 0, > 0 as a < b, a == b, a > b.
[[nodiscard]] int compare_decimals(const Decimal& a, const Decimal& b);

}  // namespace rapporteur
