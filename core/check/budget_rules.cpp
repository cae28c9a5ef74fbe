// Rules over single rows of the budget and of the results chain.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "check/budget_rules.hpp"
#include "check/ledger.hpp"

namespace rapporteur::check {
namespace {

Finding line_finding(const char* id, const Plan& plan, const BudgetLine& line, Origin origin) {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = std::move(origin);
  finding.row = line.id;
  finding.diagnostic.args.emplace_back("row", line.id);
  add_text(finding.diagnostic.args, "title", title_of(plan, line), line.id);
  return finding;
}

void add_first(Finding& finding, Origin origin) {
  finding.diagnostic.related.push_back({"first", finding.diagnostic.args, std::move(origin)});
}

}  // namespace

/// A line of kind amount with neither a period's amount nor a total (national plans: K12).
void test_amounts_present(const Subject& subject, std::vector<Finding>& findings) {
  for (const BudgetLine& line : subject.plan.budget_lines) {
    if (line.kind == LineKind::amount && line.amounts.empty() && !line.declared) {
      findings.push_back(line_finding("amount-missing", subject.plan, line, line.origin));
    }
  }
}

/// A memo or blank line that has an amount after all.
void test_line_kinds(const Subject& subject, std::vector<Finding>& findings) {
  for (const BudgetLine& line : subject.plan.budget_lines) {
    if (line.kind == LineKind::amount || (line.amounts.empty() && !line.declared)) {
      continue;
    }
    const Sourced<Money>& amount =
        line.amounts.empty() ? *line.declared : line.amounts.begin()->second;
    Finding finding = line_finding("line-kind", subject.plan, line, amount.origin);
    finding.diagnostic.args.emplace_back("kind", line.kind == LineKind::memo ? "memo" : "blank");
    findings.push_back(std::move(finding));
  }
}

/// A declared total with no amount below it: nothing can be compared, and the report would print it
/// over empty rows.
void test_totals_backed(const Subject& subject, std::vector<Finding>& findings) {
  const Reader reader(subject.plan);
  for (const Ledger& ledger : subject.ledgers.all) {
    if (ledger.table != "budget_lines") {
      continue;
    }
    const auto has_amount = [&](const Footing& footing, std::optional<std::size_t> period) {
      return std::ranges::any_of(footing.rows, [&](std::size_t row) {
        const Entry& entry = ledger.entries[row];
        return entry.kind != LineKind::memo &&
               (period ? reader.of_period(entry, *period).value.has_value()
                       : entry.total || reader.of_periods(entry).value);
      });
    };
    for (const Footing& footing : ledger.footings) {
      const auto tell = [&](const std::optional<Footing::Declared>& declared,
                            std::optional<std::size_t> period) {
        if (!footing.can_be_asked || !declared || declared->figure.value == 0 ||
            has_amount(footing, period)) {
          return;
        }
        Finding finding;
        finding.diagnostic.id = "total-without-amounts";
        finding.diagnostic.origin = declared->figure.origin();
        finding.row = declared->id;
        finding.diagnostic.args = {{"row", declared->id}};
        findings.push_back(std::move(finding));
      };
      for (std::size_t period = 0; period < footing.of_period.size(); ++period) {
        tell(footing.of_period[period], period);
      }
      tell(footing.overall, std::nullopt);
    }
  }
}

/// A node without a budget line while others of its level have one: its row would be empty.
void test_nodes_budgeted(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  std::set<std::size_t> budgeted;
  std::set<std::string> levels;
  for (const BudgetLine& line : plan.budget_lines) {
    budgeted.insert(line.node);
    levels.insert(plan.nodes[line.node].level);
  }
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    const Node& node = plan.nodes[i];
    if (!node.children.empty() || budgeted.contains(i) || !levels.contains(node.level)) {
      continue;
    }
    Finding finding;
    finding.diagnostic.id = "budget-line-missing";
    finding.diagnostic.origin = node.origin;
    finding.row = node.id;
    finding.diagnostic.args = {{"row", node.id}};
    add_text(finding.diagnostic.args, "title", node.title, node.id);
    findings.push_back(std::move(finding));
  }
}

/// Two declared totals of one thing: only the first is compared.
void test_declared_twice(const Subject& subject, std::vector<Finding>& findings) {
  for (const Repeated& repeated : subject.ledgers.repeated) {
    Finding finding;
    finding.diagnostic.id = "declared-twice";
    finding.diagnostic.origin = repeated.figure.origin();
    finding.row = repeated.id;
    finding.diagnostic.args = {{"row", repeated.id}, {"other", repeated.first}};
    add_first(finding, repeated.first_figure.origin());
    findings.push_back(std::move(finding));
  }
}

/// A code printed for two nodes of one level (national plans: K10). Levels number on their own:
/// objective 1.1 and sub-programme 1.1 are no duplicates.
void test_codes(const Subject& subject, std::vector<Finding>& findings) {
  std::map<std::pair<std::string, std::string>, const Node*> seen;
  for (const Node& node : subject.plan.nodes) {
    if (node.code.empty()) {
      continue;
    }
    const auto [first, is_new] = seen.emplace(std::pair(node.level, node.code), &node);
    if (is_new) {
      continue;
    }
    Finding finding;
    finding.diagnostic.id = "code-duplicate";
    finding.diagnostic.origin = node.origin;
    finding.row = node.id;
    finding.diagnostic.args = {{"code", node.code}, {"row", node.id}, {"other", first->second->id}};
    add_first(finding, first->second->origin);
    findings.push_back(std::move(finding));
  }
}

std::span<const Rule> budget_rules() {
  static constexpr std::array<Rule, 7> rules = {{
      {"sum-row|sum-cell|sum-subtotal|sum-total|sum-sources|sum-column|rounding",
       "national-plans K1||national-plans K2 K3|national-plans K4 K5 K6, project-document B2 B3 B4 "
       "B5 B6, mptf-narrative C1|project-document B10, mptf-narrative C1 M1 T2|mptf-narrative C1 "
       "T1 "
       "T3|project-document B1 B2 B4 B6, mptf-narrative M1 T2",
       test_sums},
      {"amount-missing", "national-plans K12", test_amounts_present},
      {"line-kind", "", test_line_kinds},
      {"total-without-amounts", "", test_totals_backed},
      {"budget-line-missing", "", test_nodes_budgeted},
      {"declared-twice", "project-document B18", test_declared_twice},
      {"code-duplicate", "national-plans K10", test_codes},
  }};
  return rules;
}

}  // namespace rapporteur::check
