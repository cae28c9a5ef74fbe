// The rules over indicators: each fires, and keeps silent on the near miss.
#include "programme.hpp"

namespace rapporteur {
namespace {

struct Indicators : test::Programme {
  Indicators() : Programme(check::indicator_rules()) {}
  std::string of(const std::string& columns, const std::string& cells, const std::string& values) {
    indicator(columns, cells, values);
    return findings();
  }
};

TEST_CASE("value-type: a text where a number is due; missing is no text") {
  Indicators plan;
  CHECK(plan.of("type", "count", "I1;baseline;;12 34;\n") == "\nvalue-type:2:4");
  CHECK(plan.of("type", "count", "I1;baseline;;/;\n").empty());
  CHECK(plan.of("type", "count", "I1;baseline;;1 par an;\n").empty());
  CHECK(plan.of("type", "text", "I1;baseline;;un plan;\n").empty());
  CHECK(plan.of("type", "yes_no", "I1;baseline;;3;\n") == "\nvalue-type:2:4");
}

TEST_CASE("two-measures: a second percentage behind the first, not a place or year") {
  Indicators plan;
  CHECK(plan.of("type", "percent", "I1;baseline;;\"59,49% (police) ; 88,01% (gendarmerie)\";\n") ==
        "\ntwo-measures:2:4");
  CHECK(plan.of("type", "count", "I1;baseline;;2 (2020);\n").empty());
}

TEST_CASE("scale-label: label and digit of two steps") {
  Indicators plan;
  CHECK(plan.of("type;scale", "ordinal;likelihood", "I1;baseline;;2 – Rare;\n") ==
        "\nscale-label:2:4");
  CHECK(plan.of("type;scale", "ordinal;likelihood", "I1;baseline;;2 – Unlikely;\n").empty());
}

TEST_CASE("series-falls: only where cumulative; flat is information") {
  Indicators plan;
  const std::string falls = "I1;target;2020;5;\nI1;target;2021;9;\nI1;target;2022;7;\n";
  CHECK(plan.of("type;aggregation", "count;cumulative", falls) == "\nseries-falls:4:4");
  CHECK(plan.of("type;aggregation", "count;annual", falls).empty());
  CHECK(plan.of("type", "count", falls).empty());
  CHECK(plan.of("type;aggregation", "count;cumulative",
                "I1;target;2020;5;\nI1;target;2021;5;\nI1;target;2022;7;\n") ==
        "\ntarget-flat:3:4");
  CHECK(plan.of("type;aggregation", "count;cumulative",
                "I1;target;2020;5;\nI1;target;2021;5;\nI1;target;2022;5;\n") ==
        "\ncumulative-label:2:4");
}

TEST_CASE("direction: a wrong target explains the milestone beside it") {
  Indicators plan;
  const std::string wrong = "I1;baseline;;2;\nI1;milestone;2021;3;\nI1;target;2022;1;\n";
  CHECK(plan.of("type;direction", "count;up", wrong) == "\ndirection:4:4");
  CHECK(plan.of("type", "count", wrong) == "\nmilestone-outside:3:4");
  CHECK(plan.of("type;direction", "count;down", wrong) == "\nmilestone-outside:3:4");
  CHECK(plan.of("type;direction", "count;up",
                "I1;baseline;;2;\nI1;milestone;2021;3;\nI1;target;2022;4;\n")
            .empty());
  CHECK(plan.of("type;direction", "percent;down",
                "I1;baseline;;40%;\nI1;target;2022;+5% (points);\n") == "\ndirection:3:4");
}

TEST_CASE("target-is-baseline: nothing to reach, where something is due") {
  Indicators plan;
  const std::string same = "I1;baseline;;4;\nI1;target;2022;4;\n";
  CHECK(plan.of("type;direction", "count;up", same) == "\ntarget-is-baseline:3:4");
  CHECK(plan.of("type;direction", "count;maintain", same).empty());
  CHECK(plan.of("type", "count", same).empty());
}

TEST_CASE("relative-scope: points or per cent") {
  Indicators plan;
  CHECK(plan.of("type;direction", "percent;up", "I1;baseline;;40%;\nI1;target;2022;+5%;\n") ==
        "\nrelative-scope:3:4");
  CHECK(plan.of("type;unit.fr", "percent;points de pourcentage",
                "I1;baseline;;40%;\nI1;target;2022;+5%;\n")
            .empty());
}

TEST_CASE("final-target-missing: said not to be measured in the last period") {
  Indicators plan;
  plan.write("indicators", "id;node;title.fr;type\nI1;P1;Un;count\nI2;P1;Deux;count\n");
  plan.write("values",
             "indicator;kind;period;value\nI1;target;2021;4\nI1;target;2022;/\n"
             "I2;target;2022;5\n");
  CHECK(plan.findings() == "\nfinal-target-missing:3:4");
}

struct Parts : Indicators {
  std::string of(const std::string& values, const std::string& third = "") {
    write("indicators", "id;node;title.fr;type\nI1;P1;Un compte;count\n");
    write(
        "series",
        "id;indicator;label.fr;sex;part_of\nall;I1;Tous;;\nw;I1;Femmes;f;all\nm;I1;Hommes;h;all\n" +
            third);
    write("values", "series;kind;period;value\n" + values);
    return findings();
  }
};

TEST_CASE("parts: women and men add up, none is greater than the whole") {
  Parts plan;
  CHECK(plan.of("all;actual;2021;10\nw;actual;2021;4\nm;actual;2021;6\n").empty());
  CHECK(plan.of("all;actual;2021;10\nw;actual;2021;4\nm;actual;2021;5\n") == "\nparts-sum:2:4");
  CHECK(plan.of("all;actual;2021;10\nw;actual;2021;4\n").empty());
  CHECK(plan.of("all;actual;2021;10\nw;actual;2021;14\n") == "\npart-greater:3:4");
  CHECK(plan.of("all;actual;2021;10\nw;actual;2021;4\nm;actual;2021;5\n", "x;I1;Non ventilé;;all\n")
            .empty());
}

TEST_CASE("series-label-missing: beside others only") {
  Indicators plan;
  plan.write("indicators", "id;node;title.fr;type\nI1;P1;Un;count\nI2;P1;Deux;count\n");
  plan.write("series", "id;indicator;label.fr\ns1;I1;Un\ns2;I1;\ns3;I2;\n");
  CHECK(plan.findings() == "\nseries-label-missing:3:0");
}

TEST_CASE("actual-is-baseline: the note says that nothing was measured") {
  Indicators plan;
  CHECK(plan.of("type", "percent",
                "I1;baseline;;47 %;\nI1;actual;2021;47 %;Pas de données pour 2021\n") ==
        "\nactual-is-baseline:3:4");
  CHECK(plan.of("type", "percent", "I1;baseline;;47 %;\nI1;actual;2021;47 %;Enquête de mai\n")
            .empty());
  CHECK(plan.of("type", "percent",
                "I1;baseline;;47 %;\nI1;actual;2021;45 %;Pas de données par région\n")
            .empty());
}

TEST_CASE("actual-but-ongoing: yes, and still under way") {
  Indicators plan;
  CHECK(plan.of("type", "yes_no", "I1;actual;2021;Oui;Discussion en cours\n") ==
        "\nactual-but-ongoing:2:4");
  CHECK(plan.of("type", "yes_no", "I1;actual;2021;Non;Discussion en cours\n").empty());
  CHECK(plan.of("type", "count", "I1;actual;2021;4;D’autres sont en cours\n").empty());
  CHECK(plan.of("type", "count", "I1;actual;2021;4;Activité non réalisée\n") ==
        "\nactual-but-ongoing:2:4");
}

TEST_CASE("annual-result: its note compares a cumulative number with the target") {
  Indicators plan;
  const std::string values =
      "I1;target;2022;600 000;\nI1;actual;2021;139 327;ce qui porte à 966 836/600 000 le cumul\n";
  CHECK(plan.of("type;aggregation", "count;annual", values) == "\nannual-result:3:4");
  CHECK(plan.of("type;aggregation", "count;cumulative", values).empty());
}

TEST_CASE("baselines: missing, undated or still to be set") {
  Indicators plan;
  plan.write("indicators",
             "id;node;title.fr;type\nI1;P1;Un;count\nI2;P1;Deux;count\nI3;P1;Trois;count\n");
  const std::string header = "indicator;kind;period;date;value;missing;due\n";
  const std::string aims = "I1;target;2022;;5;;\nI2;target;2022;;5;;\n";
  plan.write("values", header + "I1;baseline;;2019;0;;\n" + aims);
  CHECK(plan.findings() == "\nmissing-baseline:3:0");
  plan.write("values", header + "I1;baseline;;2019;0;;\nI2;baseline;;;0;;\n" + aims);
  CHECK(plan.findings() == "\nmissing-year:3:5");
  plan.write("values", header + "I1;baseline;;;0;;\nI2;baseline;;;0;;\n" + aims);
  CHECK(plan.findings().empty());
  plan.write("values", header + "I1;baseline;;2019;0;;\nI2;baseline;;;;pending;\n" + aims);
  CHECK(plan.findings() == "\nbaseline-pending:3:6");
  plan.write("values", header + "I1;baseline;;2019;0;;\nI2;baseline;;;;pending;2021-06\n" + aims);
  CHECK(plan.findings().empty());
}

TEST_CASE("wording: number of, percentage of, extent to which") {
  Indicators plan;
  const auto of = [&](const std::string& title, const std::string& type) {
    plan.write("indicators", "id;node;title.fr;type\nI1;P1;" + title + ";" + type + "\n");
    plan.write("values", "indicator;kind;value\n");
    return plan.findings();
  };
  CHECK(of("Nombre d’offices", "yes_no") == "\ntype-wording:2:4");
  CHECK(of("Nombre d’offices", "count").empty());
  CHECK(of("Nombre et pourcentage de jeunes", "composite").empty());
  CHECK(of("Proportion de femmes", "count") == "\ntype-wording:2:4");
  CHECK(of("Proportion de femmes", "percent").empty());
}

TEST_CASE("missing-disaggregation: people without sex, where others have it") {
  Indicators plan;
  const std::string header = "id;node;title.fr;type;unit.fr;disaggregation.fr\n";
  plan.write("indicators", header +
                               "I1;P1;Nombre d’agents;count;personnes;par sexe\n"
                               "I2;P1;Nombre de jeunes;count;personnes;\n"
                               "I3;P1;Nombre de femmes formées;count;personnes;\n"
                               "I4;P1;Nombre d’écoles;count;écoles;\n");
  CHECK(plan.findings() == "\nmissing-disaggregation:3:0");
  plan.write("indicators", header + "I2;P1;Nombre de jeunes;count;personnes;\n");
  CHECK(plan.findings().empty());
}

TEST_CASE("key figures: parts by sex add up; examples need not") {
  Indicators plan;
  const auto of = [&](const std::string& rows) {
    plan.write("key_figures",
               "id;name.fr;parent;value;unit.fr\nk;Touchées;;100;personnes\n" + rows);
    return plan.findings();
  };
  CHECK(of("a;Femmes;k;60;personnes\nb;Hommes;k;30;personnes\n") == "\nparts-sum:2:4");
  CHECK(of("a;Femmes;k;60;personnes\nb;Hommes;k;40;personnes\n").empty());
  CHECK(of("a;Sages-femmes;k;20;personnes\nb;Juges;k;10;personnes\n").empty());
  CHECK(of("a;Élus;k;70;personnes\nb;Juges;k;25;personnes\n") == "\nfigure-parts:2:4");
}

}  // namespace
}  // namespace rapporteur
