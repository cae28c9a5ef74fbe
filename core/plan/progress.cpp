#include "plan/progress.hpp"

#include <algorithm>

#include "plan/exact.hpp"

namespace rapporteur {

namespace {

/// How many periods a period stands in.
int depth_of(const Plan& plan, const Period& period) {
  for (const Period& whole : plan.periods) {
    if (std::ranges::find(whole.parts, period.id) != whole.parts.end()) {
      return 1 + depth_of(plan, whole);  // load refuses circles
    }
  }
  return 0;
}

/// What adds up. A change against the baseline does not, nor do percentages.
std::optional<Decimal> number_of(const std::vector<Measure>& measures, Measured kind,
                                 std::string_view period, std::string_view set) {
  const Measure* const measure = find_measure(measures, kind, period, set);
  const auto* const number =
      measure == nullptr ? nullptr : std::get_if<Decimal>(&measure->value.data);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

std::optional<Reached> typed(const std::vector<Measure>& measures, Measured kind,
                             std::string_view period, std::string_view set) {
  const auto number = number_of(measures, kind, period, set);
  return number ? std::optional(Reached{*number}) : std::nullopt;
}

bool adds_up(const Indicator& indicator) {
  return indicator.type == ValueType::count || indicator.type == ValueType::amount ||
         indicator.type == ValueType::points;
}

}  // namespace

std::vector<const Period*> periods_up_to(const Plan& plan, std::string_view period) {
  std::vector<const Period*> periods;
  const Period* const last = plan.find_period(period);
  if (last == nullptr) {
    return periods;
  }
  const int depth = depth_of(plan, *last);
  for (const Period& one : plan.periods) {
    if (depth_of(plan, one) == depth) {
      periods.push_back(&one);
    }
    if (&one == last) {
      break;
    }
  }
  return periods;
}

std::optional<Reached> annual(const Plan& plan, const Indicator& indicator,
                              const std::vector<Measure>& measures, Measured kind,
                              std::string_view period, std::string_view set) {
  const auto now = typed(measures, kind, period, set);
  if (!now || indicator.aggregation != Aggregation::cumulative || !adds_up(indicator)) {
    return now;
  }
  const auto periods = periods_up_to(plan, period);
  if (periods.size() < 2) {
    return now;
  }
  const auto before = number_of(measures, kind, periods[periods.size() - 2]->id, set);
  const auto added =
      before ? add_decimals(now->value, {-before->digits, before->scale}) : std::nullopt;
  return added ? std::optional(Reached{*added, true, 0}) : std::nullopt;
}

std::optional<Reached> cumulative(const Plan& plan, const Indicator& indicator,
                                  const std::vector<Measure>& measures, Measured kind,
                                  std::string_view period, std::string_view set) {
  if (!adds_up(indicator)) {
    return std::nullopt;
  }
  if (indicator.aggregation == Aggregation::cumulative) {
    return typed(measures, kind, period, set);
  }
  if (indicator.aggregation != Aggregation::annual) {
    return std::nullopt;
  }
  Reached sum{.is_derived = true};
  bool any = false;
  for (const Period* const one : periods_up_to(plan, period)) {
    const auto number = number_of(measures, kind, one->id, set);
    const auto next = number ? add_decimals(sum.value, *number) : std::nullopt;
    if (next) {
      sum.value = *next;
      any = true;
    } else {
      ++sum.missing;
    }
  }
  return any ? std::optional(sum) : std::nullopt;
}

}  // namespace rapporteur
