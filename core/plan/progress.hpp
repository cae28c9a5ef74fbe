// What an indicator has reached: annual values and cumulative ones, each derived from the other.
#pragma once

#include <optional>
#include <string_view>

#include "plan/plan.hpp"

namespace rapporteur {

struct Reached {
  Decimal value;
  bool is_derived = false;  ///< computed here, not typed in the plan
  int missing = 0;          ///< periods on the way that have no number
};

/// The value of one period alone. Of a cumulative indicator: what the period added, when both it
/// and the period before are known. Nothing when there is no number.
[[nodiscard]] std::optional<Reached> annual(const Plan& plan, const Indicator& indicator,
                                            const std::vector<Measure>& measures, Measured kind,
                                            std::string_view period, std::string_view set = {});

/// The value from the first period to this one. Of an annual indicator: the sum of those present.
/// Nothing for stocks, surveys and indicators that do not say how they add up: a stock of two years
/// is no sum.
[[nodiscard]] std::optional<Reached> cumulative(const Plan& plan, const Indicator& indicator,
                                                const std::vector<Measure>& measures, Measured kind,
                                                std::string_view period, std::string_view set = {});

/// How far a value has come from the baseline to a goal (milestone or target), in per cent: 0 at
/// the baseline, 100 at the goal, below 0 when it went the other way. A goal below the baseline
/// needs no more: less is then progress. Nothing when goal and baseline are equal. 0 <= decimals <=
/// max_decimals.
[[nodiscard]] std::optional<Decimal> progress_between(const Decimal& baseline, const Decimal& value,
                                                      const Decimal& goal, int decimals);

/// The same of a period's actual, towards its milestone or towards the last target of a set.
/// Nothing when baseline, actual or goal has no number.
[[nodiscard]] std::optional<Decimal> progress(const Plan& plan,
                                              const std::vector<Measure>& measures, Measured goal,
                                              std::string_view period, int decimals,
                                              std::string_view set = {});

/// The periods up to this one, itself included, that stand beside it: years beside a year, quarters
/// beside a quarter. In the order of plan.yaml.
[[nodiscard]] std::vector<const Period*> periods_up_to(const Plan& plan, std::string_view period);

}  // namespace rapporteur
