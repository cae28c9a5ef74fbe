// Rates, sources of funds, the chronogram, and one table of money against another.
#include "check/money_rules.hpp"

#include <array>

namespace rapporteur::check {

std::span<const Rule> money_rules() {
  static constexpr std::array<Rule, 14> rules = {{
      {"sum-between|summary-without-detail|detail-without-summary",
       "national-plans K9|national-plans K19|national-plans K19", test_between},
      {"sources-budget", "national-plans K7, project-document B9 B10", test_sources},
      {"rate-amount|rate-missing", "project-document B7 B8|", test_rates},
      {"period-missing|schedule-gap", "national-plans K16|national-plans K17", test_marks},
      {"amount-without-period|period-without-amount", "national-plans K18|national-plans K18",
       test_mark_amounts},
      {"target-without-budget|budget-without-target", "project-document X1|project-document X2",
       test_targets_paid},
      {"yearly-gap", "national-plans K24", test_yearly},
      {"cost-blank|amount-zero", "national-plans K12|project-document B14", test_costs},
      {"missing-agency|missing-partner",
       "project-document B12, mptf-narrative C16 T1|"
       "project-document B13",
       test_who},
      {"number-malformed", "mptf-narrative C2 T2", test_printed},
      {"actions-lines", "project-document B15", test_actions},
      {"sibling-line", "project-document B16", test_siblings},
      {"same-amount", "project-document B17, mptf-narrative P12", test_same_amounts},
      {"part-dominant|total-without-detail", "project-document B19|project-document B20",
       test_shares},
  }};
  return rules;
}

}  // namespace rapporteur::check
