#include "plan/schema.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "base/text.hpp"

namespace rapporteur {
namespace {

TEST_CASE("schema: every table and column can be told from the others and has its help") {
  std::set<std::string> tables;
  for (const TableSpec& table : schema()) {
    INFO(table.name);
    CHECK(tables.insert(std::string(table.name)).second);
    CHECK_FALSE(table.help_en.empty());
    CHECK_FALSE(table.help_fr.empty());
    CHECK(find_table(table.name) == &table);
    for (const std::string& alias : split(table.alias, '|')) {
      CHECK(folded(alias) == alias);
    }
    std::set<std::string> names;
    for (const ColumnSpec& column : table.columns) {
      INFO(column.name);
      CHECK_FALSE(column.help_en.empty());
      CHECK_FALSE(column.help_fr.empty());
      // A column may stand once as a whole and once by period: contributions.amount.
      const std::string form = column.spread == Spread::by_period ? ".period" : "";
      std::set<std::string> own = {std::string(column.name) + form};
      if (!column.aliases.empty()) {
        for (const std::string& alias : split(column.aliases, '|')) {
          CHECK(folded(alias) == alias);
          own.insert(alias + form);
        }
      }
      for (const std::string& name : own) {
        INFO(name);
        CHECK(names.insert(name).second);
      }
    }
  }
  CHECK(tables.size() == 46);
}

TEST_CASE("schema: references point at tables") {
  for (const TableSpec& table : schema()) {
    for (const ColumnSpec& column : table.columns) {
      INFO(table.name, ".", column.name);
      const bool refers =
          column.type == ColumnType::reference || column.type == ColumnType::references;
      CHECK(refers == !column.target.empty());
      CHECK((column.type == ColumnType::choice) == !column.choices.empty());
      if (!refers || column.target == "levels" || column.target == "scales") {
        continue;
      }
      for (const std::string& target : split(column.target, '|')) {
        CHECK(find_table(target) != nullptr);
      }
    }
  }
}

TEST_CASE("schema: names as people type them") {
  REQUIRE(find_table("Lignes budgétaires") != nullptr);
  CHECK(find_table("Lignes budgétaires")->name == "budget_lines");
  CHECK(find_table("NŒUDS")->name == "nodes");
  CHECK(find_table("none") == nullptr);
  const TableSpec& lines = *find_table("budget_lines");
  CHECK(find_column(lines, "Montant")->name == "amount");
  CHECK(find_column(lines, "Catégorie")->name == "category");
  CHECK(find_column(lines, "colour") == nullptr);
}

}  // namespace
}  // namespace rapporteur
