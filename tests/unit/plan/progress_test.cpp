#include "plan/progress.hpp"

#include <doctest/doctest.h>

namespace rapporteur {
namespace {

Measure actual(const std::string& period, std::int64_t number) {
  Measure measure;
  measure.period = period;
  measure.value.data = Decimal{number, 0};
  return measure;
}

struct Case {
  Plan plan;
  Indicator indicator;

  explicit Case(Aggregation aggregation) {
    for (const char* const id : {"2019", "2020", "2020-1", "2020-2", "2021"}) {
      plan.periods.push_back({.id = id});
    }
    plan.periods[1].parts = {"2020-1", "2020-2"};
    indicator.aggregation = aggregation;
    indicator.measures = {actual("2019", 100), actual("2020", 250), actual("2020-1", 90)};
  }
  [[nodiscard]] std::optional<Reached> sum(const char* period) const {
    return cumulative(plan, indicator, indicator.measures, Measured::actual, period);
  }
  [[nodiscard]] std::optional<Reached> one(const char* period) const {
    return annual(plan, indicator, indicator.measures, Measured::actual, period);
  }
};

TEST_CASE("an annual indicator adds up; periods of another size stay apart") {
  const Case annual_values(Aggregation::annual);
  CHECK(annual_values.sum("2020")->value == Decimal{350, 0});
  CHECK(annual_values.sum("2020")->is_derived);
  CHECK(annual_values.sum("2021")->value == Decimal{350, 0});
  CHECK(annual_values.sum("2021")->missing == 1);
  CHECK(annual_values.sum("2020-2")->value == Decimal{90, 0});
  CHECK(annual_values.one("2020")->value == Decimal{250, 0});
  CHECK_FALSE(annual_values.one("2020")->is_derived);
  CHECK_FALSE(annual_values.one("2021"));
}

TEST_CASE("a cumulative indicator gives what a year added") {
  const Case cumulated(Aggregation::cumulative);
  CHECK(cumulated.sum("2020")->value == Decimal{250, 0});
  CHECK_FALSE(cumulated.sum("2020")->is_derived);
  CHECK(cumulated.one("2020")->value == Decimal{150, 0});
  CHECK(cumulated.one("2020")->is_derived);
  CHECK(cumulated.one("2019")->value == Decimal{100, 0});
}

TEST_CASE("stocks, surveys and percentages are no sums") {
  CHECK_FALSE(Case(Aggregation::stock).sum("2020"));
  CHECK_FALSE(Case(Aggregation::survey).sum("2020"));
  Case percent(Aggregation::annual);
  percent.indicator.type = ValueType::percent;
  CHECK_FALSE(percent.sum("2020"));
}

TEST_CASE("progress: from the baseline to a goal, whichever way it lies") {
  const auto at = [](const Decimal& baseline, const Decimal& value, const Decimal& goal) {
    const auto percent = progress_between(baseline, value, goal, 1);
    return percent ? to_string(*percent) : "none";
  };
  CHECK(at({0, 0}, {8386, 0}, {75000, 0}) == "11.2");
  CHECK(at({2, 0}, {0, 0}, {3, 0}) == "-200.0");
  CHECK(at({800, 0}, {400, 0}, {200, 0}) == "66.7");
  CHECK(at({745, 1}, {745, 1}, {73, 0}) == "0.0");
  CHECK(at({4, 0}, {0, 0}, {1, 0}) == "133.3");
  CHECK(at({1, 0}, {2, 0}, {1, 0}) == "none");
}

}  // namespace
}  // namespace rapporteur
