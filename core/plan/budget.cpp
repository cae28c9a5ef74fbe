#include "plan/budget.hpp"

#include <set>

namespace rapporteur {
namespace {

/// Sums lines up, period by period. A period that is made of others (a year of two halves) counts
/// with the amount typed for it, else with those of its parts; it is one of its line's cells, they
/// are not.
class Summer {
 public:
  Summer(const Plan& plan, KeepCells keep) : plan_(plan), keep_(keep == KeepCells::yes) {
    for (const Period& period : plan.periods) {
      parts_.insert(period.parts.begin(), period.parts.end());
    }
  }

  [[nodiscard]] Sum of_period(const BudgetLine& line, const Period& period) const {
    Sum sum;
    if (const auto amount = line.amounts.find(period.id); amount != line.amounts.end()) {
      return of_cell(amount->second);
    }
    for (const std::string& id : period.parts) {
      if (const Period* const part = plan_.find_period(id); part != nullptr) {
        add_to(sum, of_period(line, *part));
      }
    }
    if (!sum.value) {
      sum.missing = 1;
    }
    return sum;
  }

  [[nodiscard]] Sum of_line(const BudgetLine& line) const {
    Sum sum;
    if (line.kind == LineKind::memo) {
      return sum;
    }
    for (const Period& period : plan_.periods) {
      if (!parts_.contains(period.id)) {
        add_to(sum, of_period(line, period));
      }
    }
    return !sum.value && line.declared ? of_cell(*line.declared) : sum;
  }

  void add_line(BudgetTotals& totals, const BudgetLine& line, const Sum& sum) const {
    add_to(totals.overall.computed, sum);
    if (line.kind == LineKind::memo) {
      return;
    }
    for (const Period& period : plan_.periods) {
      add_to(totals.by_period[period.id].computed, of_period(line, period));
    }
  }

 private:
  [[nodiscard]] Sum of_cell(const Sourced<Money>& amount) const {
    Sum sum{amount.value};
    if (keep_) {
      sum.cells.push_back(&amount.origin);
    }
    return sum;
  }

  const Plan& plan_;
  bool keep_;
  std::set<std::string, std::less<>> parts_;
};

}  // namespace

std::optional<std::int64_t> Total::difference() const {
  if (!declared || !computed.value || declared->value.minor == computed.value->minor) {
    return std::nullopt;
  }
  return declared->value.minor - computed.value->minor;
}

void add_to(Sum& sum, const Money& amount) {
  sum.value = sum.value ? add(*sum.value, amount) : amount;
}

void add_to(Sum& sum, const Sum& other) {
  if (other.value) {
    add_to(sum, *other.value);
  }
  sum.missing += other.missing;
  sum.cells.insert(sum.cells.end(), other.cells.begin(), other.cells.end());
}

Budget compute_budget(const Plan& plan, KeepCells keep) {
  const Summer summer(plan, keep);
  Budget budget;
  budget.lines.resize(plan.budget_lines.size());
  budget.nodes.resize(plan.nodes.size());
  const auto with_periods = [&](BudgetTotals& totals) {
    for (const Period& period : plan.periods) {
      totals.by_period[period.id];
    }
  };
  with_periods(budget.plan);
  for (BudgetTotals& node : budget.nodes) {
    with_periods(node);
  }
  for (std::size_t i = 0; i < plan.budget_lines.size(); ++i) {
    const BudgetLine& line = plan.budget_lines[i];
    const Sum sum = summer.of_line(line);
    budget.lines[i] = {sum, line.declared};
    summer.add_line(budget.plan, line, sum);
    // Up the chain; load/ refuses a chain that closes on itself.
    for (std::optional<std::size_t> node = line.node; node; node = plan.nodes[*node].parent) {
      summer.add_line(budget.nodes[*node], line, sum);
    }
  }
  for (const DeclaredTotal& declared : plan.declared_totals) {
    BudgetTotals& totals = declared.node ? budget.nodes[*declared.node] : budget.plan;
    Total& total = declared.period.empty() ? totals.overall : totals.by_period[declared.period];
    if (!total.declared) {
      total.declared = declared.amount;
    }
  }
  return budget;
}

}  // namespace rapporteur
