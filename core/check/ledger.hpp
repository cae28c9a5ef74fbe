// Rows that are added up, with the totals declared over them, whatever table they come from: the
// budget, each further presentation of it, sources of funds, awards, people reached.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/rule.hpp"

namespace rapporteur::check {

/// An amount in minor units of the plan's currency, with where it stands.
struct Figure {
  std::int64_t value = 0;
  const Sourced<Money>* sourced = nullptr;  ///< of a budget line or total, else
  const Record* record = nullptr;           ///< this record's
  const Cell* cell = nullptr;               ///< cell

  [[nodiscard]] Origin origin() const;
};

/// A row. Columns are the plan's periods, in their order.
struct Entry {
  std::string_view id;
  const BudgetLine* line = nullptr;  ///< of the main budget
  const Record* record = nullptr;    ///< its row, where the plan keeps tables
  std::optional<std::size_t> node;
  LineKind kind = LineKind::amount;
  std::string category;  ///< of contributions: their status
  std::string agency;
  std::string donor;
  std::string fund;
  std::vector<std::string> shared_by;  ///< several in charge, who share it in a way not told
  std::vector<std::optional<Figure>> amounts;
  std::optional<Figure> total;  ///< as typed

  [[nodiscard]] Origin origin() const { return line != nullptr ? line->origin : record->origin; }
  /// Of its total, else of its first amount, else of the row.
  [[nodiscard]] Origin origin_of_amount() const;
};

/// Which rows a declared total is over. Empty = all.
struct Filter {
  std::optional<std::size_t> node;
  std::vector<std::string> categories;
  std::string agency;
  std::string donor;
  std::string fund;

  bool operator==(const Filter&) const = default;
  /// Nothing or a node: such filters nest like the results chain.
  [[nodiscard]] bool is_plain() const {
    return categories.empty() && agency.empty() && donor.empty() && fund.empty();
  }
};

/// The totals declared for one filter.
struct Footing {
  struct Declared {
    Figure figure;
    std::string id;
    std::string place;
  };
  Filter filter;
  std::vector<std::optional<Declared>> of_period;
  std::optional<Declared> overall;
  std::vector<std::size_t> rows;  ///< indexes of the entries that it is over
  bool can_be_asked = true;       ///< no: which rows it is over is not told
};

struct Ledger {
  std::string table;   ///< schema name
  std::string set;     ///< presentation of the budget; empty = the main one
  std::string column;  ///< that is added up, when not the amount
  std::vector<Entry> entries;
  std::vector<Footing> footings;  ///< in the order of their first declaration
};

/// A total declared a second time for the same rows.
struct Repeated {
  std::string id;
  std::string first;
  Figure figure;
  Figure first_figure;
};

struct Ledgers {
  std::vector<Ledger> all;  ///< the main budget first
  std::vector<Repeated> repeated;
};
[[nodiscard]] Ledgers make_ledgers(const Plan& plan);

/// What a cell adds in minor units: an amount, or a number of people, places … in units.
[[nodiscard]] std::optional<std::int64_t> added_by(const Plan& plan, const Cell& cell);

/// Where a cell of a record stands, also when it was left empty.
[[nodiscard]] Origin place_of(const Table& table, const Record& record, std::string_view column,
                              std::string_view key = {});

/// Periods that are no part of another, as indexes.
[[nodiscard]] std::vector<std::size_t> whole_periods(const Plan& plan);

/// What a row holds: the cell of a period, else that of its parts.
struct Held {
  std::optional<std::int64_t> value;
  int missing = 0;
};
class Reader {
 public:
  explicit Reader(const Plan& plan);
  [[nodiscard]] Held of_period(const Entry& entry, std::size_t period) const;
  /// Sum of the whole periods; nothing when no period has an amount.
  [[nodiscard]] Held of_periods(const Entry& entry) const;
  [[nodiscard]] const std::vector<std::size_t>& wholes() const { return wholes_; }

 private:
  std::vector<std::size_t> wholes_;
  std::vector<std::vector<std::size_t>> parts_;  ///< of each period
};

}  // namespace rapporteur::check
