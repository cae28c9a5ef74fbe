// Totals of a budget: what is declared beside what adds up. Used by the checks and by the plugins.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plan/plan.hpp"

namespace rapporteur {

/// A sum over cells: of those present; `missing` counts the cells without an amount. An empty sum
/// (no cell present) has no value: it is not 0.
///
/// A memo line ("PM") is costed elsewhere: it adds nothing and misses nothing. A blank line is not
/// costed yet: each of its cells is missing. A line whose only figure is its total counts with that
/// total over all periods, and is missing in each of them.
struct Sum {
  std::optional<Money> value;
  int missing = 0;
  /// The cells that were added up, in the plan; only where they were asked for.
  std::vector<const Origin*> cells = {};
};

enum class KeepCells { no, yes };

/// A total as the plan declares it and as the period amounts add up.
struct Total {
  Sum computed;
  std::optional<Sourced<Money>> declared;

  /// declared - computed in minor units; nothing when one of the two is absent or they agree.
  [[nodiscard]] std::optional<std::int64_t> difference() const;
};

/// The total of a list of cells. Amounts must be of one currency.
void add_to(Sum& sum, const Money& amount);
void add_to(Sum& sum, const Sum& other);

/// Totals of one node with all that hangs below it (or of the whole plan).
struct BudgetTotals {
  Total overall;
  std::map<std::string, Total, std::less<>> by_period;
};

/// Totals per line (over its periods), per node (its whole subtree) and for the plan. Indexes are
/// those of the plan.
struct Budget {
  std::vector<Total> lines;
  std::vector<BudgetTotals> nodes;
  BudgetTotals plan;
};
[[nodiscard]] Budget compute_budget(const Plan& plan, KeepCells keep = KeepCells::no);

}  // namespace rapporteur
