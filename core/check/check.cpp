#include "check/check.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/accepted.hpp"
#include "check/ledger.hpp"
#include "check/manual.hpp"
#include "check/overlaps.hpp"
#include "check/parallel.hpp"
#include "check/rule.hpp"
#include "plan/severity.hpp"

namespace rapporteur {
namespace check {
namespace {

/// `severity:` and `accepted:` may only name findings that exist.
void test_rule_names(const Plan& plan, std::vector<Finding>& findings) {
  const std::vector<std::string> known = finding_ids();
  const auto test = [&](const std::string& rule, const Origin& origin) {
    if (std::ranges::find(known, rule) != known.end()) {
      return;
    }
    Finding finding;
    finding.diagnostic.id = "rule-unknown";
    finding.diagnostic.origin = origin;
    finding.diagnostic.args = {{"rule", rule}};
    finding.diagnostic.suggestion = nearest(rule, known);
    findings.push_back(std::move(finding));
  };
  for (const auto& [rule, severity] : plan.severity) {
    test(rule, severity.origin);
  }
  for (const Accepted& accepted : plan.accepted) {
    test(accepted.rule, accepted.origin);
  }
}

}  // namespace

std::vector<Rule> rules() {
  std::vector<Rule> all;
  for (const std::span<const Rule> topic :
       {budget_rules(), money_rules(), indicator_rules(), register_rules(), text_rules()}) {
    all.insert(all.end(), topic.begin(), topic.end());
  }
  return all;
}

std::vector<Finding> run(std::span<const Rule> rules, const Plan& plan) {
  const Budget budget = compute_budget(plan);
  const Ledgers ledgers = make_ledgers(plan);
  const Texts texts = collect_texts(plan);
  // Rules look and do not touch: each works into a list of its own, and the lists stand in the
  // order of the rules, whichever thread was first.
  std::vector<std::vector<Finding>> of_rules(rules.size());
  in_parallel(rules.size(), [&](std::size_t i) {
    rules[i].test({plan, budget, ledgers, texts}, of_rules[i]);
  });
  std::vector<Finding> findings;
  if (texts.left_out) {
    findings.emplace_back().diagnostic = {.id = "texts-not-checked", .origin = *texts.left_out};
  }
  for (std::vector<Finding>& of_rule : of_rules) {
    std::ranges::move(of_rule, std::back_inserter(findings));
  }
  return findings;
}

}  // namespace check

void check_plan(const Plan& plan, Diagnostics& diagnostics) {
  std::vector<check::Finding> findings = check::run(check::rules(), plan);
  check::drop_overlaps(findings);
  check::apply_accepted(plan, findings);
  check::test_rule_names(plan, findings);
  for (check::Finding& finding : findings) {
    const bool is_accepted = std::holds_alternative<Severity>(finding.diagnostic.severity_override);
    if (is_accepted || apply_severity(plan, finding.diagnostic)) {
      diagnostics.add(std::move(finding.diagnostic));
    }
  }
}

}  // namespace rapporteur
