// The plan folder as one table: every table and column of the public interface.
//
// From it come the readers, "did you mean", the plan guide and the exports. schema_*.cpp hold the
// data, one file a subject; this header only says what a row of it means.
#pragma once

#include <span>
#include <string_view>

namespace rapporteur {

enum class ColumnType {
  id,         ///< unique key of its table
  reference,  ///< id of a row of `target`: tables, or "levels" and "scales" of plan.yaml
  code,       ///< printed, may repeat
  text,
  integer,
  decimal,
  money,
  boolean,
  date,
  choice,      ///< one of `choices`; the plan keeps its first spelling
  list,        ///< texts separated by ';' or line breaks
  references,  ///< a list of ids of `target`
  period,      ///< id of a period of plan.yaml
  value,       ///< typed by the row's own `type` column (indicator values): kept as text
  path,        ///< a file inside the plan folder
};

/// How a column spreads over headers: `title.fr`, `title.en`; `amount.2012`, `amount.2013`.
/// A table with a column by period may also be typed long: a column `period`, one row a period.
enum class Spread { single, by_language, by_period };
enum class Required { no, yes };

struct ColumnSpec {
  std::string_view name;
  ColumnType type = ColumnType::text;
  Spread spread = Spread::single;
  Required required = Required::no;
  std::string_view target;   ///< for reference and references: a table
  std::string_view choices;  ///< for choice: "amount|memo|blank"
  std::string_view help_en;
  std::string_view help_fr;
  std::string_view aliases;  ///< accepted headers, French first: "montant|coût"
};

struct TableSpec {
  std::string_view name;
  std::string_view alias;  ///< French sheet and file names: "lignes_budgetaires|budget"
  std::string_view help_en;
  std::string_view help_fr;
  std::span<const ColumnSpec> columns;
};

[[nodiscard]] std::span<const TableSpec> schema();
/// By name or alias (folded); nullptr when there is none.
[[nodiscard]] const TableSpec* find_table(std::string_view name);
[[nodiscard]] const ColumnSpec* find_column(const TableSpec& table, std::string_view name);
/// True when `name`, folded, is the column's name or one of its aliases.
[[nodiscard]] bool is_called(const ColumnSpec& column, std::string_view folded_name);
/// True when a table may be typed with one row a period instead of one column a period.
[[nodiscard]] bool accepts_long_form(const TableSpec& table);

}  // namespace rapporteur
