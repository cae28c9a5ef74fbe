#include "plan/budget.hpp"

#include <doctest/doctest.h>

namespace rapporteur {
namespace {

Sourced<Money> xof(std::int64_t amount) {
  return {{amount, "XOF"}, {}};
}

/// One axis with two activities below it, two years.
Plan small_plan() {
  Plan plan;
  plan.periods = {{.id = "2012"}, {.id = "2013"}};
  plan.nodes.resize(3);
  plan.nodes[0].children = {1, 2};
  plan.nodes[1].parent = 0;
  plan.nodes[2].parent = 0;
  plan.roots = {0};
  plan.budget_lines.resize(2);
  plan.budget_lines[0].node = 1;
  plan.budget_lines[0].amounts = {{"2012", xof(10)}, {"2013", xof(20)}};
  plan.budget_lines[0].declared = xof(35);
  plan.budget_lines[1].node = 2;
  plan.budget_lines[1].amounts = {{"2013", xof(5)}};
  return plan;
}

TEST_CASE("compute_budget: sums of what is present, and how much is not") {
  Plan plan = small_plan();
  plan.declared_totals = {{"t", 0, "", xof(40), ""}, {"g", std::nullopt, "2013", xof(25), ""}};
  const Budget budget = compute_budget(plan);
  CHECK(budget.lines[0].computed.value->minor == 30);
  CHECK(budget.lines[0].difference() == 5);
  CHECK(budget.lines[1].computed.missing == 1);
  CHECK_FALSE(budget.lines[1].difference().has_value());
  CHECK(budget.nodes[0].overall.computed.value->minor == 35);
  CHECK(budget.nodes[0].overall.computed.missing == 1);
  CHECK(budget.nodes[0].overall.difference() == 5);
  CHECK(budget.nodes[2].by_period.at("2012").computed.missing == 1);
  CHECK_FALSE(budget.nodes[2].by_period.at("2012").computed.value.has_value());
  CHECK(budget.plan.by_period.at("2012").computed.value->minor == 10);
  CHECK_FALSE(budget.plan.by_period.at("2013").difference().has_value());
}

TEST_CASE("compute_budget: memo, blank, and lines that have only a total") {
  Plan plan = small_plan();
  plan.budget_lines[1].amounts.clear();
  SUBCASE("blank: missing everywhere, and no 0") {
    plan.budget_lines[1].kind = LineKind::blank;
    const Budget budget = compute_budget(plan);
    CHECK_FALSE(budget.nodes[2].overall.computed.value.has_value());
    CHECK(budget.nodes[2].overall.computed.missing == 2);
  }
  SUBCASE("memo: costed elsewhere, nothing is missing here") {
    plan.budget_lines[1].kind = LineKind::memo;
    const Budget budget = compute_budget(plan);
    CHECK_FALSE(budget.nodes[2].overall.computed.value.has_value());
    CHECK(budget.nodes[2].overall.computed.missing == 0);
  }
  SUBCASE("a total alone counts, in no period") {
    plan.budget_lines[1].declared = xof(7);
    const Budget budget = compute_budget(plan);
    CHECK(budget.nodes[0].overall.computed.value->minor == 37);
    CHECK(budget.nodes[0].by_period.at("2013").computed.value->minor == 20);
    CHECK(budget.nodes[0].by_period.at("2013").computed.missing == 1);
    CHECK_FALSE(budget.lines[1].difference().has_value());
  }
}

TEST_CASE("compute_budget: a year of two halves is counted once") {
  Plan plan = small_plan();
  plan.periods.push_back({.id = "s1"});
  plan.periods.push_back({.id = "s2"});
  plan.periods[1].parts = {"s1", "s2"};
  plan.budget_lines[0].amounts = {{"2012", xof(10)}, {"s1", xof(4)}, {"s2", xof(6)}};
  const Budget budget = compute_budget(plan);
  CHECK(budget.lines[0].computed.value->minor == 20);
  CHECK(budget.nodes[1].by_period.at("2013").computed.value->minor == 10);
  CHECK(budget.lines[1].computed.value->minor == 5);  // typed for the year itself
}

}  // namespace
}  // namespace rapporteur
