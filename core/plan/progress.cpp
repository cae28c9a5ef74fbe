#include "plan/progress.hpp"

#include <algorithm>
#include <cstdint>

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

/// a - b in units of 10^-scale.
std::optional<std::int64_t> difference(const Decimal& a, const Decimal& b, int scale) {
  const auto result = add_decimals(a, {-b.digits, b.scale});
  if (!result || result->scale > scale) {
    return std::nullopt;
  }
  constexpr std::int64_t base = 10;
  std::int64_t digits = result->digits;
  for (int i = result->scale; i < scale; ++i) {
    if (digits > INT64_MAX / base || digits < INT64_MIN / base) {
      return std::nullopt;
    }
    digits *= base;
  }
  return digits;
}

/// The last target of a set that has a number; one without a period is the final one.
const Decimal* last_target(const Plan& plan, const std::vector<Measure>& measures,
                           std::string_view set) {
  const Decimal* last = nullptr;
  std::size_t last_order = 0;
  for (const Measure& measure : measures) {
    const auto* const number = std::get_if<Decimal>(&measure.value.data);
    if (measure.kind != Measured::target || measure.set != set || number == nullptr) {
      continue;
    }
    const auto order = static_cast<std::size_t>(
        std::ranges::find(plan.periods, measure.period, &Period::id) - plan.periods.begin());
    if (last == nullptr || order >= last_order) {
      last = number;
      last_order = order;
    }
  }
  return last;
}

}  // namespace

std::optional<Decimal> progress_between(const Decimal& baseline, const Decimal& value,
                                        const Decimal& goal, int decimals) {
  const int scale = std::max({baseline.scale, value.scale, goal.scale});
  const auto way = difference(value, baseline, scale);
  const auto whole = difference(goal, baseline, scale);
  return way && whole ? percent_of(*way, *whole, decimals) : std::nullopt;
}

std::optional<Decimal> progress(const Plan& plan, const std::vector<Measure>& measures,
                                Measured goal, std::string_view period, int decimals,
                                std::string_view set) {
  const auto baseline = std::ranges::find_if(measures, [](const Measure& measure) {
    return measure.kind == Measured::baseline &&
           std::holds_alternative<Decimal>(measure.value.data);
  });
  const auto actual = number_of(measures, Measured::actual, period, {});
  const auto milestone = number_of(measures, Measured::milestone, period, set);
  const Decimal* const due = goal == Measured::target ? last_target(plan, measures, set)
                             : milestone              ? &*milestone
                                                      : nullptr;
  if (baseline == measures.end() || !actual || due == nullptr) {
    return std::nullopt;
  }
  return progress_between(std::get<Decimal>(baseline->value.data), *actual, *due, decimals);
}

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
