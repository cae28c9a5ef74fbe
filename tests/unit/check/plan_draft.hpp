// A plan written down in a few lines, without files: what the rules look at, with its places.
#pragma once

#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "plan/plan.hpp"

namespace rapporteur::test {

/// Three years, "Year 1" to "Year 3"; levels axis and activity. Rows start at 2, below a header.
class PlanDraft {
 public:
  PlanDraft() {
    plan.currency = "XOF";
    plan.languages = {"fr", "en"};
    for (const char* const year : {"1", "2", "3"}) {
      Period period;
      period.id = std::string("201") + year;
      period.label.by_language = {{"fr", std::string("An ") + year},
                                  {"en", std::string("Year ") + year}};
      plan.periods.push_back(std::move(period));
    }
    plan.levels = {{"axis", {}, "I"}, {"activity", {}, "none"}};
  }

  /// id;parent;code
  void nodes(std::string_view text) {
    plan.nodes.clear();
    plan.roots.clear();
    for_each_row(text, "nodes.csv", [&](const std::vector<std::string>& cells, Origin origin) {
      Node node;
      node.id = cells.at(0);
      node.level = cells.at(1).empty() ? "axis" : "activity";
      node.code = cells.at(2);
      node.title.by_language = {{"fr", "Titre de " + node.id}, {"en", "Title of " + node.id}};
      node.origin = std::move(origin);
      const std::size_t index = plan.nodes.size();
      if (!cells.at(1).empty()) {
        node.parent = index_of(cells.at(1));
        plan.nodes[*node.parent].children.push_back(index);
      } else {
        plan.roots.push_back(index);
      }
      plan.nodes.push_back(std::move(node));
    });
  }

  /// id;node;kind;year 1;year 2;year 3;total
  void lines(std::string_view text) {
    plan.budget_lines.clear();
    for_each_row(
        text, "budget_lines.csv", [&](const std::vector<std::string>& cells, const Origin& origin) {
          BudgetLine line;
          line.id = cells.at(0);
          line.node = index_of(cells.at(1));
          line.kind = cells.at(2) == "memo"    ? LineKind::memo
                      : cells.at(2) == "blank" ? LineKind::blank
                                               : LineKind::amount;
          line.origin = origin;
          for (std::size_t year = 0; year < 3; ++year) {
            if (!cells.at(3 + year).empty()) {
              const std::string& period = plan.periods[year].id;
              line.amounts.emplace(period, amount(cells, 3 + year, origin, "amount." + period));
            }
          }
          if (!cells.at(6).empty()) {
            line.declared = amount(cells, 6, origin, "total");
          }
          plan.budget_lines.push_back(std::move(line));
        });
  }

  /// id;node;period;amount;place
  void totals(std::string_view text) {
    for_each_row(text, "declared_totals.csv",
                 [&](const std::vector<std::string>& cells, const Origin& origin) {
                   DeclaredTotal total;
                   total.id = cells.at(0);
                   if (!cells.at(1).empty()) {
                     total.node = index_of(cells.at(1));
                   }
                   total.period = cells.at(2);
                   total.amount = amount(cells, 3, origin, "amount");
                   total.place = cells.at(4);
                   plan.declared_totals.push_back(std::move(total));
                 });
  }

  Plan plan;

 private:
  template <class Visit>
  static void for_each_row(std::string_view text, const char* file, Visit visit) {
    int row = 1;
    for (const std::string& line : split(text, '\n')) {
      Origin origin;
      origin.file = file;
      origin.row = ++row;
      if (!line.empty()) {
        visit(split(line, ';'), origin);
      }
    }
  }

  static Sourced<Money> amount(const std::vector<std::string>& cells, std::size_t field,
                               Origin origin, std::string header) {
    std::int64_t value = 0;
    std::from_chars(cells[field].data(), cells[field].data() + cells[field].size(), value);
    origin.column = static_cast<int>(field) + 1;
    origin.column_name = std::move(header);
    origin.text = cells[field];
    return {{value, "XOF"}, std::move(origin)};
  }

  [[nodiscard]] std::size_t index_of(const std::string& id) const {
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      if (plan.nodes[i].id == id) {
        return i;
      }
    }
    throw std::invalid_argument("no node " + id);
  }
};

}  // namespace rapporteur::test
