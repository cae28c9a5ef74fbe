// Rules over single rows of the budget and of the results chain.
#include <array>
#include <map>
#include <set>
#include <utility>

#include "check/budget_rules.hpp"

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
  for (const DeclaredTotal& total : subject.plan.declared_totals) {
    const BudgetTotals& totals =
        total.node ? subject.budget.nodes[*total.node] : subject.budget.plan;
    const auto of_period = totals.by_period.find(total.period);
    const Total& below = total.period.empty() || of_period == totals.by_period.end()
                             ? totals.overall
                             : of_period->second;
    if (below.computed.value) {
      continue;
    }
    Finding finding;
    finding.diagnostic.id = "total-without-amounts";
    finding.diagnostic.origin = total.amount.origin;
    finding.row = total.id;
    finding.diagnostic.args = {{"row", total.id}};
    findings.push_back(std::move(finding));
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
  std::map<std::pair<std::optional<std::size_t>, std::string>, const DeclaredTotal*> seen;
  for (const DeclaredTotal& total : subject.plan.declared_totals) {
    const auto [first, is_new] = seen.emplace(std::pair(total.node, total.period), &total);
    if (is_new) {
      continue;
    }
    Finding finding;
    finding.diagnostic.id = "declared-twice";
    finding.diagnostic.origin = total.amount.origin;
    finding.row = total.id;
    finding.diagnostic.args = {{"row", total.id}, {"other", first->second->id}};
    add_first(finding, first->second->amount.origin);
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
      {"sum-row|sum-subtotal|sum-total", "national-plans K1|national-plans K2|national-plans K3",
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
