// The rules over the budget: one function each, listed in budget_rules.cpp.
#pragma once

#include "check/rule.hpp"

namespace rapporteur::check {

void test_sums(const Subject& subject, std::vector<Finding>& findings);
void test_amounts_present(const Subject& subject, std::vector<Finding>& findings);
void test_line_kinds(const Subject& subject, std::vector<Finding>& findings);
void test_totals_backed(const Subject& subject, std::vector<Finding>& findings);
void test_nodes_budgeted(const Subject& subject, std::vector<Finding>& findings);
void test_declared_twice(const Subject& subject, std::vector<Finding>& findings);
void test_codes(const Subject& subject, std::vector<Finding>& findings);

}  // namespace rapporteur::check
