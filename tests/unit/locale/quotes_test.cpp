#include "locale/quotes.hpp"

#include <doctest/doctest.h>

#include "plan/quotes.hpp"
#include "view/figure_marks.hpp"

namespace rapporteur {
namespace {

Plan programme() {
  Plan plan;
  plan.periods = {{.id = "2019"}, {.id = "2020"}};
  plan.reporting_period = "2020";
  Fact fact{.name = "people", .unit = {{{"fr", "personnes"}, {"en", "people"}}, {}}};
  fact.value.data = Decimal{139327, 0};
  plan.facts.push_back(fact);
  Fact rate{.name = "rate"};
  rate.value.data = Decimal{405, 1};
  rate.value.is_percent = true;
  plan.facts.push_back(rate);
  Fact words{.name = "words"};
  words.value.data = std::string("*_[");
  plan.facts.push_back(words);
  Indicator indicator{.id = "i", .code = "3.2.1", .aggregation = Aggregation::annual};
  for (const auto& [period, number] : {std::pair("2019", 827509), std::pair("2020", 139327)}) {
    Measure measure;
    measure.period = period;
    measure.value.data = Decimal{number, 0};
    indicator.measures.push_back(measure);
  }
  Measure target;
  target.kind = Measured::target;
  target.value = {.data = Decimal{600000, 0}, .before = "≥"};
  indicator.measures.push_back(target);
  plan.indicators.push_back(indicator);
  return plan;
}

TEST_CASE("fill_quotes: in the text's own language") {
  const Plan plan = programme();
  CHECK(locale::fill_quotes(plan, "{{fact.people}} {{ fact.people.unit }} ({{fact.rate}})", "fr") ==
        "139\u202F327 personnes (40,5\u00A0%)");
  CHECK(locale::fill_quotes(plan, "{{fact.people}} {{fact.people.unit}} ({{fact.rate}})", "en") ==
        "139,327 people (40.5%)");
  CHECK(locale::fill_quotes(plan, "{{indicator.3.2.1.actual}}, {{indicator.i.actual.2019}}",
                            "en") == "139,327, 827,509");
  CHECK(locale::fill_quotes(plan, "{{indicator.3.2.1.cumulative}}/{{indicator.3.2.1.target}}",
                            "fr") == "966\u202F836/≥\u00A0600\u202F000");
  CHECK(locale::fill_quotes(plan, "{{fact.words}}", "fr") == "\\*\\_\\[");
}

TEST_CASE("quotes that name nothing") {
  const Plan plan = programme();
  const auto what = [&](const char* path) {
    const auto result = resolve_quote(plan, path);
    const auto* const unknown = std::get_if<Unquotable>(&result);
    return unknown == nullptr ? "" : unknown->what;
  };
  CHECK(what("fact.peple") == "fact");
  CHECK(what("people") == "path");
  CHECK(what("indicator.3.2.2.actual") == "indicator");
  CHECK(what("indicator.3.2.1.actuel") == "kind");
  CHECK(what("indicator.3.2.1.actual.2031") == "period");
  CHECK(locale::fill_quotes(plan, "a {{x}} b", "fr") == "a {{x}} b");
  CHECK(find_quotes("a {{ b\n}} c {{d}}").size() == 1);
}

TEST_CASE("fill_cell_quotes: unescaped, with the quoted cells; other braces stay") {
  Plan plan = programme();
  plan.facts[0].origin.file = "facts.csv";
  plan.facts[0].origin.row = 2;
  std::vector<view::Cells> cells;
  CHECK(locale::fill_cell_quotes(plan, "{{fact.people}} * {{x}}", "en", cells) ==
        "139,327 * {{x}}");
  REQUIRE(cells.size() == 1);
  CHECK(cells[0].rows == std::vector<std::pair<int, int>>{{2, 2}});
  CHECK_FALSE(locale::fill_cell_quotes(plan, "no {{x}}", "en", cells).has_value());
}

TEST_CASE("fill_quotes: figures stand between marks where they are traced") {
  const Plan plan = programme();
  std::vector<view::Figure> figures;
  CHECK(locale::fill_quotes(plan, "a\uE100 {{fact.people}} {{fact.people.unit}} {{fact.rate}}",
                            "en", &figures) ==
        "a " + view::figure_begin(0) + "139,327" + std::string(view::figure_end) + " people " +
            view::figure_begin(1) + "40.5%" + std::string(view::figure_end));
  REQUIRE(figures.size() == 2);
  CHECK(figures[1].kind == "percent");
}

}  // namespace
}  // namespace rapporteur
