// The header line of a table: which field is which column, in which language or period.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

struct Header {
  const ColumnSpec* column = nullptr;  ///< nullptr: nothing is read from this field
  std::string key;                     ///< language or period
  std::string typed;
  bool is_unnamed = false;  ///< an empty header: a fault as soon as a cell below is not empty
};

struct Headers {
  std::vector<Header> fields;
  bool is_long = false;  ///< one row a period: a column `period` feeds the columns by period

  /// The first field of a column, or nullptr.
  [[nodiscard]] const Header* find(std::string_view column) const;
};

/// The column `period` of the long form, in tables whose schema has none of their own.
[[nodiscard]] const ColumnSpec& long_period();

/// Matches headers by folded name or alias, and by suffix: `title.fr`, `amount.2012`. A header that
/// starts with # or _ is its author's own and is skipped. Faults: column-unknown, column-twice,
/// column-language, column-period, column-missing.
[[nodiscard]] Headers match_headers(const std::vector<std::string>& typed, const TableSpec& table,
                                    const Plan& plan, const Origin& row, Diagnostics& diagnostics);

}  // namespace rapporteur::load
