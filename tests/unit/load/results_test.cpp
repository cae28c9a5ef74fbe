// Indicators with their values, and results that arrive in files of their own.
#include "plan_folder.hpp"

namespace rapporteur {
namespace {

using test::PlanFolder;

struct Programme : PlanFolder {
  Programme() {
    write("results/un.csv", "code;kind;value\n");
    write("plan.yaml",
          std::string(test::small_plan) +
              "reporting_period: 2013\n"
              "missing: { RAS: nothing_to_report }\n"
              "results:\n"
              "  - { file: un.csv, agency: un, numbers: { group: \",\", decimal: \".\" } }\n");
    write("tables/indicators.csv",
          "id;node;code;title.fr;type;aggregation\n"
          "i1;A;1.1;Personnes formées;count;annual\n"
          "i2;A;1.2;Part des femmes;percent;survey\n"
          "i3;B;1.2;Lois adoptées;count;cumulative\n");
    write("tables/series.csv",
          "id;indicator;label.fr;sex;part_of\n"
          "s1;i1;Total;all;\n"
          "s2;i1;Femmes;female;s1\n");
    write("tables/values.csv",
          "indicator;series;kind;period;value;missing\n"
          "i2;;baseline;;37,5 %;\n"
          ";s1;target;2013;2.000;\n"
          "i3;;actual;2012;;no_data\n");
  }
  Plan read() {
    Result<Plan> plan = load();
    INFO("first: ", places().empty() ? "" : places().front());
    REQUIRE(plan.has_value());
    check_texts(diagnostics());
    return std::move(*plan);
  }
};

TEST_CASE("results: merged by code, by series label, each source in its own style") {
  Programme folder;
  folder.write("results/un.csv",
               "code,series,kind,period,value\n1.1,Femmes,actual,2013,\"1,250\"\n");
  folder.write("results/ministry.csv",
               "indicateur;série;realise.2012;realise.2013\ni1;s1;1.000;1.900\n");
  const Plan plan = folder.read();
  CHECK(folder.places().empty());
  REQUIRE(plan.indicators.size() == 3);
  REQUIRE(plan.series.size() == 2);
  CHECK(plan.series[1].part_of == 0);
  const Measure* const women = find_measure(plan.series[1].measures, Measured::actual, "2013");
  REQUIRE(women != nullptr);
  CHECK(std::get<Decimal>(women->value.data) == Decimal{1250, 0});
  CHECK(women->agency == "un");
  CHECK(women->origin.row == 2);
  CHECK(women->origin.column == 5);
  const Measure* const all = find_measure(plan.series[0].measures, Measured::actual, "2012");
  REQUIRE(all != nullptr);
  CHECK(std::get<Decimal>(all->value.data) == Decimal{1000, 0});
  CHECK(std::get<Missing>(
            find_measure(plan.indicators[2].measures, Measured::actual, "2012")->value.data) ==
        Missing::no_data);
  CHECK(find_measure(plan.indicators[1].measures, Measured::baseline, "")->value.is_percent);
}

TEST_CASE("series: one that is of another type than its indicator is read by its own") {
  Programme folder;
  folder.write("tables/series.csv",
               "id;indicator;label.fr;type;direction\n"
               "s1;i1;Total;;\n"
               "s2;i2;Y a-t-il une part ?;yes_no;down\n");
  folder.write("tables/values.csv",
               "series;kind;value\n"
               "s1;baseline;12\n"
               "s2;baseline;Oui\n");
  const Plan plan = folder.read();
  CHECK(std::get<Decimal>(plan.series[0].measures.front().value.data) == Decimal{12, 0});
  CHECK(std::get<bool>(plan.series[1].measures.front().value.data));
  CHECK(plan.series[1].direction == Direction::down);
  CHECK_FALSE(plan.series[0].direction.has_value());
}

TEST_CASE("results: two different values for one cell name both") {
  Programme folder;
  folder.write("results/a.csv",
               "series;kind;period;value\ns1;actual;2013;1.900\ns2;actual;2013;7\n");
  folder.write("results/b.csv",
               "series;kind;period;value\ns1;actual;2013;1.901\ns2;actual;2013;7\n");
  const Plan plan = folder.read();
  CHECK(folder.places() == std::vector<std::string>{"value-conflict results/b.csv:2:4"});
  const Diagnostic& conflict = folder.find("value-conflict");
  REQUIRE(conflict.related.size() == 1);
  CHECK(conflict.related[0].origin.file.ends_with("results/a.csv"));
  CHECK(std::get<Decimal>(
            find_measure(plan.series[0].measures, Measured::actual, "2013")->value.data) ==
        Decimal{1900, 0});
}

TEST_CASE("results: a frame may come late, a code may be two indicators'") {
  Programme folder;
  folder.write("results/a.csv",
               "code;kind;value\n9.9;actual;5\n1.2;actual;6\n1.1;actual;12\n1.1;target;RAS\n");
  const Plan plan = folder.read();
  CHECK(folder.places() == std::vector<std::string>{"result-waits results/a.csv:2:1",
                                                    "result-ambiguous results/a.csv:3:1"});
  CHECK(find_measure(plan.indicators[0].measures, Measured::actual, "2013") != nullptr);
  CHECK(std::get<Missing>(
            find_measure(plan.indicators[0].measures, Measured::target, "")->value.data) ==
        Missing::nothing_to_report);
}

TEST_CASE("results: a value without a kind is what was reached") {
  Programme folder;
  folder.write("results/a.csv", "code;valeur;manquant\n1.1;12;\n");
  const Plan plan = folder.read();
  CHECK(folder.places().empty());
  const Measure* const reached =
      find_measure(plan.indicators[0].measures, Measured::actual, plan.reporting_period);
  REQUIRE(reached != nullptr);
  CHECK(reached->origin.column == 2);
  CHECK(to_string(std::get<Decimal>(reached->value.data)) == "12");
}

TEST_CASE("values: rows that cannot be placed are faults") {
  Programme folder;
  folder.write("tables/values.csv",
               "indicator;series;kind;period;value\n"
               ";;target;2013;5\n"
               "i1;;;2013;5\n"
               "i2;s1;target;2013;5\n");
  folder.refuses({"value-without-indicator tables/values.csv:2:0",
                  "value-without-kind tables/values.csv:3:5",
                  "value-series-mismatch tables/values.csv:4:2"});
}

TEST_CASE("narrative: quotes are told with their place") {
  Programme folder;
  folder.write("tables/facts.csv", "name;value\npeople;139.327\n");
  folder.write("narrative/intro.fr.md",
               "# Titre\n\nDe {{fact.people}} à {{fact.peple}}.\n{{indicator.1.1.actual}}\n");
  folder.refuses(
      {"quote-unknown narrative/intro.fr.md:3:22", "quote-missing narrative/intro.fr.md:4:1"});
  CHECK(folder.find("quote-unknown").suggestion == "people");
}

TEST_CASE("cells: quotes of facts and indicators are told, other braces are text") {
  Programme folder;
  folder.write("tables/facts.csv", "name;value\npeople;139.327\n");
  folder.write("tables/claims.csv",
               "id;claim.fr\nc1;De {{fact.people}} à {{fact.peple}}, {{autre chose}}\n");
  folder.refuses({"quote-unknown tables/claims.csv:2:2"});
  CHECK(folder.find("quote-unknown").suggestion == "people");
}

TEST_CASE("reporting period: chosen on the command line") {
  Programme folder;
  folder.write("results/a.csv", "code;kind;value\n1.1;actual;12\n");
  Diagnostics diagnostics;
  const auto plan = load_plan(folder.path(), diagnostics, {.period = "2012"});
  REQUIRE(plan.has_value());
  CHECK(find_measure(plan->indicators[0].measures, Measured::actual, "2012") != nullptr);
  CHECK_FALSE(load_plan(folder.path(), diagnostics, {.period = "2031"}).has_value());
  CHECK(exit_code_for_faults(diagnostics) == 2);
}

}  // namespace
}  // namespace rapporteur
