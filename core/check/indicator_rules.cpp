// Values of indicators: series, parts, directions, scales.
#include "check/indicator_rules.hpp"

#include <array>

namespace rapporteur::check {

std::span<const Rule> indicator_rules() {
  static constexpr auto rules = std::to_array<Rule>({
      {"value-type|two-measures|scale-label",
       "project-document I9 T2, mptf-narrative C7|project-document I9|mptf-narrative C13",
       test_value_types},
      {"type-wording|percent-as-count", "mptf-narrative C7|project-document I7", test_wording},
      {"relative-scope", "project-document I8", test_relative_targets},
      {"series-falls|target-flat|cumulative-label",
       "project-document I3|project-document I4|project-document I4", test_series_falls},
      {"direction|milestone-outside|target-is-baseline",
       "project-document I6, mptf-narrative C9|mptf-narrative C9|mptf-narrative C9", test_course},
      {"milestone-is-baseline", "mptf-narrative C9", test_flat_milestones},
      {"final-target-missing", "project-document I5", test_final_targets},
      {"milestone-period", "mptf-narrative P1", test_milestone_periods},
      {"milestone-odd", "mptf-narrative C9", test_milestone_shares},
      {"part-greater|parts-sum", "mptf-narrative C8|mptf-narrative C1 C8 M2 M3 T4", test_parts},
      {"parts-sum|figure-parts", "mptf-narrative M3|mptf-narrative M2", test_key_figures},
      {"series-label-missing|series-label", "mptf-narrative C12|mptf-narrative P3",
       test_series_labels},
      {"actual-is-baseline|actual-unchanged", "mptf-narrative C11|mptf-narrative P13",
       test_actual_is_baseline},
      {"actual-but-ongoing", "mptf-narrative C10 X16", test_actual_ongoing},
      {"annual-result", "mptf-narrative C6 X7", test_annual_figures},
      {"baseline-pending|missing-baseline|missing-year",
       "project-document I2|project-document I2|project-document I2, unite-genre U4",
       test_baselines},
      {"missing-source|source-years", "|project-document I12", test_indicator_sources},
      {"missing-disaggregation|disaggregation-unfilled",
       "project-document I10, national-plans K25|project-document I11", test_disaggregation},
      {"missing-indicator", "national-plans K23, project-document I13", test_measured_nodes},
  });
  return rules;
}

}  // namespace rapporteur::check
