#include "plan/exact.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace rapporteur {
namespace {

// `using` cannot carry __extension__, which keeps -Wpedantic quiet about a type beyond the
// standard.
__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using)

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) {
    power *= 10;
  }
  return power;
}

std::optional<std::int64_t> narrow(Wide value) {
  if (value > std::numeric_limits<std::int64_t>::max() ||
      value < std::numeric_limits<std::int64_t>::min()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(value);
}

// At a common scale. Scales are at most 18, digits at most 2^63: the product fits 128 bits.
std::pair<Wide, Wide> aligned(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale, b.scale);
  return {Wide{a.digits} * power_of_ten(scale - a.scale),
          Wide{b.digits} * power_of_ten(scale - b.scale)};
}

}  // namespace

std::optional<Decimal> percent_of(std::int64_t part, std::int64_t whole, int decimals) {
  if (whole == 0) {
    return std::nullopt;
  }
  const Wide numerator = Wide{part} * power_of_ten(decimals + 2);
  const bool negative = (numerator < 0) != (whole < 0);
  const Wide top = numerator < 0 ? -numerator : numerator;
  const Wide bottom = whole < 0 ? -Wide{whole} : Wide{whole};
  const Wide rounded = (2 * top + bottom) / (2 * bottom);
  const std::optional<std::int64_t> digits = narrow(negative ? -rounded : rounded);
  return digits ? std::optional(Decimal{*digits, decimals}) : std::nullopt;
}

std::optional<std::vector<Decimal>> shares_of(std::span<const std::int64_t> parts, int decimals) {
  const Wide whole = std::accumulate(parts.begin(), parts.end(), Wide{0});
  if (whole <= 0) {
    return std::nullopt;
  }
  const Wide hundred = power_of_ten(decimals + 2);
  std::vector<Wide> remainders;
  std::vector<Decimal> shares;
  Wide left = hundred;
  for (const std::int64_t part : parts) {
    const Wide product = Wide{part} * hundred;
    shares.push_back({static_cast<std::int64_t>(product / whole), decimals});
    remainders.push_back(product % whole);
    left -= product / whole;
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  // Less than one unit is lost per part, so `left` is smaller than the number of parts.
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) {
    ++shares[order[i]].digits;
  }
  return shares;
}

std::optional<Money> convert(const Money& amount, const Decimal& rate,
                             const std::string& currency) {
  // minor × 10^-from × digits × 10^-scale × 10^to: at most 10^15 × 2^63, which fits 128 bits; the
  // last power is checked, for it could take the product beyond them.
  const int shift = minor_digits(currency) - minor_digits(amount.currency) - rate.scale;
  const bool negative = amount.minor < 0;
  Wide top = Wide{negative ? -amount.minor : amount.minor} * rate.digits;
  const Wide bottom = power_of_ten(std::max(-shift, 0));
  if (shift > 0 && __builtin_mul_overflow(top, power_of_ten(shift), &top)) {
    return std::nullopt;
  }
  // Half away from zero without doubling: the remainder is compared with what is left to the next.
  const Wide remainder = top % bottom;
  const Wide rounded = top / bottom + (remainder >= bottom - remainder ? 1 : 0);
  if (rounded > max_amount) {
    return std::nullopt;
  }
  const auto minor = static_cast<std::int64_t>(rounded);
  return Money{negative ? -minor : minor, currency};
}

std::optional<Decimal> add_decimals(const Decimal& a, const Decimal& b) {
  const auto [left, right] = aligned(a, b);
  const std::optional<std::int64_t> digits = narrow(left + right);
  return digits ? std::optional(Decimal{*digits, std::max(a.scale, b.scale)}) : std::nullopt;
}

int compare_decimals(const Decimal& a, const Decimal& b) {
  const auto [left, right] = aligned(a, b);
  return left < right ? -1 : (left > right ? 1 : 0);
}

}  // namespace rapporteur
