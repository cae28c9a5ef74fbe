#include "plan/schema.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "plan/schema_columns.hpp"

namespace rapporteur {
namespace {

bool is_one_of(std::string_view names, std::string_view wanted) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find('|'), names.size());
    if (names.substr(0, end) == wanted) {
      return true;
    }
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

}  // namespace

std::span<const TableSpec> schema() {
  // Put together once, constant afterwards.
  static const std::vector<TableSpec> tables = [] {
    std::vector<TableSpec> all;
    for (const std::span<const TableSpec> part :
         {schema_data::results_tables(), schema_data::money_tables(), schema_data::partner_tables(),
          schema_data::story_tables(), schema_data::governance_tables()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return tables;
}

const TableSpec* find_table(std::string_view name) {
  const std::string wanted = folded(name);
  // A name goes before every alias, so that no alias can hide a table.
  for (const TableSpec& table : schema()) {
    if (table.name == wanted) {
      return &table;
    }
  }
  const auto found = std::ranges::find_if(
      schema(), [&](const TableSpec& table) { return is_one_of(table.alias, wanted); });
  return found == schema().end() ? nullptr : &*found;
}

bool is_called(const ColumnSpec& column, std::string_view folded_name) {
  return column.name == folded_name || is_one_of(column.aliases, folded_name);
}

const ColumnSpec* find_column(const TableSpec& table, std::string_view name) {
  const std::string wanted = folded(name);
  for (const ColumnSpec& column : table.columns) {
    if (column.name == wanted) {
      return &column;
    }
  }
  const auto found = std::ranges::find_if(
      table.columns, [&](const ColumnSpec& column) { return is_called(column, wanted); });
  return found == table.columns.end() ? nullptr : &*found;
}

bool accepts_long_form(const TableSpec& table) {
  return std::ranges::any_of(
      table.columns, [](const ColumnSpec& column) { return column.spread == Spread::by_period; });
}

}  // namespace rapporteur
