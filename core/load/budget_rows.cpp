#include "load/budget_rows.hpp"

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "load/faults.hpp"

namespace rapporteur::load {
namespace {

class BudgetRows {
 public:
  BudgetRows(Plan& plan, Diagnostics& diagnostics) : plan_(plan), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      by_id_.emplace(plan.nodes[i].id, i);
    }
  }

  void read_lines(const Table& table) {
    plan_.budget_lines.reserve(table.records.size());
    for (const Record& record : table.records) {
      if (const auto node = node_of(record); node && record.word("set").empty()) {
        plan_.budget_lines.push_back(line_of(record, *node));
      }
    }
    if (!is_exact_) {
      report(diagnostics_, "budget-too-large", table.origin);
    }
  }

  void read_totals(const Table& table) {
    for (const Record& record : table.records) {
      if (is_of_budget(record)) {
        read_total(record);
      }
    }
  }

 private:
  [[nodiscard]] std::optional<std::size_t> node_of(const Record& record) const {
    const auto found = by_id_.find(record.word("node"));
    return found == by_id_.end() ? std::nullopt : std::optional(found->second);
  }

  BudgetLine line_of(const Record& record, std::size_t node) {
    BudgetLine line;
    line.id = record.id;
    line.node = node;
    line.origin = record.origin;
    line.title = record.text("title");
    const std::string kind = record.word("kind");
    line.kind = kind == "memo"    ? LineKind::memo
                : kind == "blank" ? LineKind::blank
                                  : LineKind::amount;
    for (const Cell& cell : record.cells) {
      const auto* const money = std::get_if<Money>(&cell.value);
      if (money == nullptr) {
        continue;
      }
      count(*money);
      Sourced<Money> amount{*money, record.origin_of(cell)};
      if (cell.column->name == "total") {
        line.declared = std::move(amount);
      } else {
        line.amounts.insert_or_assign(cell.key, std::move(amount));
      }
    }
    return line;
  }

  /// Every total of the plan is exact when the sum of all magnitudes is.
  void count(const Money& money) {
    const std::int64_t size = money.minor < 0 ? -money.minor : money.minor;
    is_exact_ = is_exact_ && !__builtin_add_overflow(magnitude_, size, &magnitude_);
  }

  bool is_of_budget(const Record& record) {
    const std::string of = record.word("of");
    if (!of.empty() && find_table(of) == nullptr) {
      const Cell& cell = *record.find("of");
      std::vector<std::string> names;
      for (const TableSpec& table : schema()) {
        names.emplace_back(table.name);
      }
      report(diagnostics_, "reference-unknown", record.origin_of(cell),
             {{"text", of}, {"column", cell.header}, {"table", "schema"}}, nearest(of, names));
      return false;
    }
    return (of.empty() || find_table(of)->name == "budget_lines") && record.word("set").empty() &&
           record.word("agency").empty() && record.word("donor").empty() &&
           record.word("column").empty() && record.find("category") == nullptr;
  }

  void read_total(const Record& record) {
    const Cell* const cell = record.find("amount");
    const auto* const money = cell == nullptr ? nullptr : std::get_if<Money>(&cell->value);
    const std::optional<std::size_t> node = node_of(record);
    if (money == nullptr || (!node && !record.word("node").empty())) {
      return;
    }
    DeclaredTotal total;
    total.id = record.id;
    total.node = node;
    total.period = record.word("period");
    total.amount = {*money, record.origin_of(*cell)};
    total.place = record.word("place");
    plan_.declared_totals.push_back(std::move(total));
  }

  Plan& plan_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::int64_t magnitude_ = 0;
  bool is_exact_ = true;
};

}  // namespace

void build_budget(Plan& plan, Diagnostics& diagnostics) {
  BudgetRows rows(plan, diagnostics);
  if (const auto lines = plan.tables.find("budget_lines"); lines != plan.tables.end()) {
    rows.read_lines(lines->second);
  }
  if (const auto totals = plan.tables.find("declared_totals"); totals != plan.tables.end()) {
    rows.read_totals(totals->second);
  }
}

}  // namespace rapporteur::load
