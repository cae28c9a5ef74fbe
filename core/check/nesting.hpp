// Which declared totals stand inside which: sub-totals under totals, whatever they are over.
#pragma once

#include <cstddef>
#include <vector>

#include "check/ledger.hpp"

namespace rapporteur::check {

struct Nesting {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Place {
    std::vector<std::size_t> inside;  ///< footings just below
    std::vector<std::size_t> loose;   ///< rows under no footing below
    std::size_t above = none;         ///< the footing just above
  };
  std::vector<std::size_t> order;      ///< of footings: what is inside comes first
  std::vector<Place> places;           ///< of each footing
  std::vector<std::size_t> above_row;  ///< the footing just above each row
};

/// Footings that cut across others (a donor's share where outcomes have totals) nest in nothing and
/// hold their rows loose. Footings over no rows are left out.
[[nodiscard]] Nesting nest(const Plan& plan, const Ledger& ledger);

}  // namespace rapporteur::check
