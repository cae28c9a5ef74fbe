// The rules over money beyond the sums: one function each, listed in money_rules.cpp.
#pragma once

#include "check/ledger.hpp"
#include "check/rule.hpp"

namespace rapporteur::check {

/// True when each line of `detail` stands below a line of `summary`, and none beside one.
[[nodiscard]] bool is_detail(const Plan& plan, const Ledger& detail, const Ledger& summary);

void test_between(const Subject& subject, std::vector<Finding>& findings);
void test_sources(const Subject& subject, std::vector<Finding>& findings);
void test_rates(const Subject& subject, std::vector<Finding>& findings);
void test_marks(const Subject& subject, std::vector<Finding>& findings);
void test_mark_amounts(const Subject& subject, std::vector<Finding>& findings);
void test_targets_paid(const Subject& subject, std::vector<Finding>& findings);
void test_costs(const Subject& subject, std::vector<Finding>& findings);
void test_who(const Subject& subject, std::vector<Finding>& findings);
void test_printed(const Subject& subject, std::vector<Finding>& findings);
void test_actions(const Subject& subject, std::vector<Finding>& findings);
void test_siblings(const Subject& subject, std::vector<Finding>& findings);
void test_same_amounts(const Subject& subject, std::vector<Finding>& findings);
void test_yearly(const Subject& subject, std::vector<Finding>& findings);
void test_shares(const Subject& subject, std::vector<Finding>& findings);

}  // namespace rapporteur::check
