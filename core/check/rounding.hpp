// Differences that come from rounding each figure on its own.
#pragma once

#include <cstdint>
#include <string_view>

#include "check/ledger.hpp"

namespace rapporteur::check {

/// What one sum’s figures say about rounding. Round figures (35 000) are taken as exact: only those
/// with a last digit of their own can have been rounded.
class Rounding {
 public:
  explicit Rounding(std::int64_t unit) : unit_(unit) {}
  void add(std::int64_t value) {
    constexpr std::int64_t ten = 10;
    rounded_ += value % (unit_ * ten) == 0 ? 0 : 1;
  }
  /// True when that many rounded figures may well differ by `difference` from their sum.
  [[nodiscard]] bool explains(std::int64_t difference) const;

 private:
  std::int64_t unit_;
  int rounded_ = 0;
};

/// The smallest unit printed in a ledger, in minor units: a whole of the currency, unless some
/// figure has a fraction.
[[nodiscard]] std::int64_t printed_unit(const Ledger& ledger, std::string_view currency);

}  // namespace rapporteur::check
