// Which amounts of a plan something cross-checks: a total of their row or column, a sub-total, a
// rate, a second presentation of the budget. What nothing checks can be mistyped unseen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.hpp"

namespace rapporteur {

struct Coverage {
  struct Count {
    std::string table;  ///< schema name
    std::string set;    ///< presentation of the budget; empty = the main one
    int amounts = 0;
    int covered = 0;
  };
  struct Amount {
    std::string table;
    std::string set;
    std::string row;  ///< id
    Money money;
    Origin origin;
  };
  std::vector<Count> counts;      ///< tables with amounts, the budget first
  std::vector<Amount> uncovered;  ///< in the order of their tables and rows

  [[nodiscard]] int amounts() const;
  [[nodiscard]] int covered() const;
};

/// Declared totals themselves are not counted: they are what the others are checked against.
[[nodiscard]] Coverage coverage_of(const Plan& plan);

/// A line a table, then each uncovered amount with its place.
[[nodiscard]] std::string coverage_text(const Coverage& coverage, std::string_view language);
/// {"amounts":…,"covered":…,"tables":[{"table":…,"amounts":…,"covered":…}],"uncovered":[{…}]}
[[nodiscard]] std::string coverage_json(const Coverage& coverage);

}  // namespace rapporteur
