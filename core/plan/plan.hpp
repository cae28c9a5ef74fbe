// A programme's plan in memory: pure data, each value with the place it came from.
//
// Every table is kept as records by the schema (`tables`). What the engine itself computes with has
// types of its own, built from the records by load/: the results chain (`nodes`), the budget, the
// indicators with their values.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/origin.hpp"
#include "plan/indicators.hpp"
#include "plan/schema.hpp"
#include "plan/text.hpp"
#include "plan/values.hpp"

namespace rapporteur {

/// A cell as understood. monostate = the cell is empty.
using CellValue = std::variant<std::monostate, Missing, std::string, std::int64_t, Decimal, Money,
                               Date, bool, std::vector<std::string>>;

struct Cell {
  const ColumnSpec* column = nullptr;
  std::string key;  ///< language or period of a spread column, else empty
  CellValue value;
  int field = 0;       ///< 1-based field number in its row
  std::string header;  ///< as typed
  std::string typed;   ///< as typed
  int row = 0;  ///< its line when it is not its record's (long form: one row a period); else 0
};

/// A row of a table. Its cells share file, sheet and row.
struct Record {
  std::string id;  ///< empty when its table has no id column
  Origin origin;   ///< file, sheet, row
  std::vector<Cell> cells;

  [[nodiscard]] const Cell* find(std::string_view column, std::string_view key = {}) const;
  [[nodiscard]] LocalText text(std::string_view column) const;
  /// The word in a cell (a key, a choice, a code); empty when there is none.
  [[nodiscard]] std::string word(std::string_view column) const;
  /// Place of a cell: this row's with the cell's column, header and typed text.
  [[nodiscard]] Origin origin_of(const Cell& cell) const;
};

struct Table {
  const TableSpec* spec = nullptr;
  Origin origin;
  std::vector<std::string> headers;  ///< as typed
  std::vector<Record> records;
};

template <class T>
struct Sourced {
  T value;
  Origin origin;
};

struct Period {
  std::string id;
  LocalText label;
  std::optional<Date> start;
  std::optional<Date> end;
  std::vector<std::string> parts;  ///< ids of the periods it is made of
};

struct Level {
  std::string id;
  LocalText label;        ///< "axe prioritaire"
  std::string numbering;  ///< "1", "I", "A", "none"
};

/// How numbers are typed in this plan. Declared, never guessed.
struct NumberStyle {
  std::vector<std::string> groups;  ///< accepted group separators; a declared space stands for
                                    ///< U+0020, U+00A0, U+202F and U+2009 alike
  std::string decimal;              ///< "," or "."
};

/// How dates are typed beside ISO (2012-03-31), which is always read. Declared, never guessed.
enum class DateStyle {
  iso,
  day_month_year,  ///< 31/03/2012, 31.03.2012, 03/2012
};

/// Spellings of what is missing, as plan.yaml maps them.
using MissingWords = std::map<std::string, Missing, std::less<>>;

/// A node of the results chain. `parent` and `children` are indexes into Plan::nodes.
struct Node {
  std::string id;
  std::string level;
  std::string code;  ///< declared, else generated from the order of siblings and the numbering
  std::optional<std::size_t> parent;
  std::vector<std::size_t> children;
  LocalText title;
  Origin origin;
  std::size_t record = 0;  ///< its row in tables["nodes"]
};

enum class LineKind { amount, memo, blank };

/// A budget line: one amount a period, and the total as its author typed it.
struct BudgetLine {
  std::string id;
  std::size_t node = 0;
  LineKind kind = LineKind::amount;
  LocalText title;
  std::map<std::string, Sourced<Money>, std::less<>> amounts;  ///< by period id; absent = no amount
  std::optional<Sourced<Money>> declared;                      ///< column `total`
  Origin origin;
};

/// A total that the source document prints. `node` empty = the whole plan; `period` empty = all.
struct DeclaredTotal {
  std::string id;
  std::optional<std::size_t> node;
  std::string period;
  Sourced<Money> amount;
  std::string place;  ///< where the source prints it
};

/// An ordinal scale ("0 no plan … 3 plan carried out"), for indicators and risks.
struct Scale {
  struct Step {
    int digit = 0;
    LocalText label;
  };
  std::string id;
  std::vector<Step> steps;
};

/// A finding that its author has looked at and accepts, with the figures it was accepted for:
/// other figures make the acceptance stale (plan.yaml: accepted).
struct Accepted {
  std::string rule;
  std::string row;                   ///< id of the row, or of the node; empty = the whole plan
  std::string column;                ///< empty = any
  std::vector<std::int64_t> values;  ///< declared, then computed, in minor units; empty = any
  std::string reason;
  Origin origin;
};

/// Options that the plan sets for a format (plan.yaml: formats: <id>: {option: value}).
struct FormatOptions {
  std::map<std::string, Sourced<std::string>, std::less<>> values;
};

struct Narrative {
  std::string slot;
  std::string language;
  std::string markdown;
  Origin origin;  ///< file, row 1
};

/// A file of results/ as plan.yaml describes it.
struct ResultFile {
  std::string name;    ///< "undp.csv"
  std::string agency;  ///< who sent it; empty = not said
  std::string period;  ///< period of rows that name none; empty = the reporting period
  NumberStyle numbers;
  Origin origin;
};

struct Plan {
  std::string folder;  ///< as given on the command line
  std::string name;    ///< last part of the folder: names the outputs
  std::string id;
  LocalText title;
  std::vector<std::string> languages;
  LocalText kind;
  LocalText country;
  LocalText issuer;  ///< the ministry or agency that publishes
  std::vector<LocalText> references;
  std::optional<Date> date;  ///< date printed on the cover
  std::string currency;
  std::optional<Date> start;
  std::optional<Date> end;
  std::vector<Period> periods;
  std::string reporting_period;
  std::vector<Level> levels;
  NumberStyle numbers;
  DateStyle dates = DateStyle::iso;
  std::map<std::string, FormatOptions, std::less<>> formats;
  std::map<std::string, Sourced<std::string>, std::less<>>
      severity;  ///< rule -> error|warning|info|off
  std::vector<Accepted> accepted;
  std::vector<Scale> scales;
  MissingWords missing;  ///< trimmed spelling in a cell -> its kind

  std::vector<ResultFile> result_files;

  std::map<std::string, Table, std::less<>> tables;  ///< by schema name; absent = not in the plan
  std::vector<Narrative> narratives;

  std::vector<Node> nodes;  ///< in the order of the table; parents may follow children
  std::vector<std::size_t> roots;
  std::vector<BudgetLine> budget_lines;
  std::vector<DeclaredTotal> declared_totals;
  std::vector<Indicator> indicators;  ///< in the order of their table, as all that follow
  std::vector<Series> series;
  /// Values of indicators and series that an earlier row gives already, the same or another
  /// (value-conflict). Nothing is computed with them; an export tells them as what they are.
  std::vector<Measure> repeated_measures;
  std::vector<Fact> facts;

  Origin origin;                          ///< plan.yaml
  std::vector<std::string> files_read;    ///< every file read, for up-to-date checks
  std::vector<std::string> files_missed;  ///< every look-up that found nothing
  std::vector<std::string> folders_read;  ///< every folder whose list of names was read

  [[nodiscard]] const Node* find_node(std::string_view node_id) const;
  [[nodiscard]] const Scale* find_scale(std::string_view scale_id) const;
  [[nodiscard]] const Period* find_period(std::string_view period_id) const;
  /// What plan.yaml says of the file at this path; nullptr when it lies in no folder results/ or is
  /// not described.
  [[nodiscard]] const ResultFile* find_result_file(std::string_view path) const;
};

}  // namespace rapporteur
