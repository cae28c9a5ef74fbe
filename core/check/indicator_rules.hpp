// The rules over indicators: one function each, listed in indicator_rules.cpp.
#pragma once

#include "check/rule.hpp"

namespace rapporteur::check {

// indicator_values.cpp
void test_value_types(const Subject& subject, std::vector<Finding>& findings);
void test_wording(const Subject& subject, std::vector<Finding>& findings);
void test_relative_targets(const Subject& subject, std::vector<Finding>& findings);
// indicator_course.cpp
void test_series_falls(const Subject& subject, std::vector<Finding>& findings);
void test_course(const Subject& subject, std::vector<Finding>& findings);
void test_flat_milestones(const Subject& subject, std::vector<Finding>& findings);
// indicator_periods.cpp
void test_final_targets(const Subject& subject, std::vector<Finding>& findings);
void test_milestone_periods(const Subject& subject, std::vector<Finding>& findings);
void test_milestone_shares(const Subject& subject, std::vector<Finding>& findings);
// indicator_parts.cpp
void test_parts(const Subject& subject, std::vector<Finding>& findings);
void test_key_figures(const Subject& subject, std::vector<Finding>& findings);
void test_series_labels(const Subject& subject, std::vector<Finding>& findings);
// indicator_results.cpp
void test_actual_is_baseline(const Subject& subject, std::vector<Finding>& findings);
void test_actual_ongoing(const Subject& subject, std::vector<Finding>& findings);
void test_annual_figures(const Subject& subject, std::vector<Finding>& findings);
// indicator_gaps.cpp
void test_baselines(const Subject& subject, std::vector<Finding>& findings);
void test_indicator_sources(const Subject& subject, std::vector<Finding>& findings);
void test_disaggregation(const Subject& subject, std::vector<Finding>& findings);
void test_measured_nodes(const Subject& subject, std::vector<Finding>& findings);

}  // namespace rapporteur::check
