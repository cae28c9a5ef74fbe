// The rules over money, each with what it tells and with what it must not tell.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "../load/plan_folder.hpp"
#include "base/text.hpp"
#include "check/check.hpp"
#include "check/coverage.hpp"

namespace rapporteur {
namespace {

/// A plan of two outputs with two activities each, three years (2023 in two halves), in dollars.
class MoneyFolder : public test::PlanFolder {
 public:
  MoneyFolder() {
    write("plan.yaml",
          "rapporteur: 1\nid: m\ntitle: { fr: P, en: P }\nlanguages: [fr, en]\ncurrency: USD\n"
          "periods: [2021, 2022, { id: 2023, parts: [s1, s2] }, s1, s2]\n"
          "levels:\n  - { id: output, label: { fr: Produit, en: Output }, numbering: \"1\" }\n"
          "  - { id: activity, label: { fr: Activité, en: Activity }, numbering: \"1\" }\n"
          "  - { id: support, label: { fr: Frais, en: Fees }, numbering: none }\n"
          "numbers: { group: space, decimal: \",\" }\nmissing: { ND: no_data }\n");
    nodes("");
    write("tables/budget_lines.csv", "id;node;amount.2021\nl;A11;1\n");
    remove("tables/declared_totals.csv");
  }

  /// Columns after title.en: lead and marks. `more` is appended.
  void nodes(std::string_view more, std::string_view a11 = ";;;", std::string_view a12 = ";;;") {
    std::string text = "id;level;parent;title.fr;title.en;lead;when.2021;when.2022;when.2023\n";
    text.append("P1;output;;Un;One;;;;\nA11;activity;P1;Un un;One one;").append(a11);
    text.append("\nA12;activity;P1;Un deux;One two;").append(a12);
    text.append("\nP2;output;;Deux;Two;;;;\nA21;activity;P2;Deux un;Two one;;;;\n");
    text.append("A22;activity;P2;Deux deux;Two two;;;;\n");
    write("tables/nodes.csv", text.append(more));
  }

  /// "id row:column" of each finding of these rules, "id" of a consequence behind it.
  std::string findings(std::string_view ids) {
    const auto plan = load();
    for (const Diagnostic& diagnostic : diagnostics().all()) {
      INFO(render(diagnostic, "en").message);
      CHECK(kind_of(diagnostic) == Kind::finding);
    }
    REQUIRE(plan.has_value());
    Diagnostics found;
    check_plan(*plan, found);
    check_texts(found);
    const std::vector<std::string> wanted = split(ids, ' ');
    std::string text;
    for (const Diagnostic& diagnostic : found.sorted()) {
      if (std::ranges::find(wanted, diagnostic.id) == wanted.end()) {
        continue;
      }
      text += "\n" + diagnostic.id + " " + std::to_string(diagnostic.origin.row) + ":" +
              std::to_string(diagnostic.origin.column);
      for (const Related& related : diagnostic.related) {
        text += " > " + related.key + " " + std::to_string(related.origin.row);
      }
    }
    return text;
  }
};

constexpr std::string_view sums =
    "sum-row sum-cell sum-subtotal sum-total sum-sources sum-column rounding total-without-amounts";

TEST_CASE_FIXTURE(MoneyFolder, "sums: rounding is told apart from errors") {
  SUBCASE("one unit between figures that can have been rounded") {
    write("tables/budget_lines.csv",
          "id;node;amount.2021;amount.2022;amount.2023;total\n"
          "l1;A11;123 499;123 499;50 000;296 997\n");
    CHECK(findings(sums) == "\nrounding 2:6");
  }
  SUBCASE("round figures are exact") {
    write("tables/budget_lines.csv",
          "id;node;amount.2021;amount.2022;amount.2023;total\nl1;A11;120 000;120 000;50 000;290 "
          "001\n");
    CHECK(findings(sums) == "\nsum-row 2:6");
  }
  SUBCASE("two units of two figures are no rounding") {
    write("tables/budget_lines.csv",
          "id;node;amount.2021;amount.2022;total\nl1;A11;123 499;123 499;247 000\n");
    CHECK(findings(sums) == "\nsum-row 2:5");
  }
  SUBCASE("with cents, the cent is the unit") {
    write("tables/budget_lines.csv",
          "id;node;amount.2021;amount.2022;total\nl1;A11;123,33;123,33;247,66\n"
          "l2;A12;123,33;123,33;246,67\n");
    CHECK(findings(sums) == "\nsum-row 2:5\nrounding 3:5");
  }
}

TEST_CASE_FIXTURE(MoneyFolder, "sums: totals by category, agency, period of parts, other tables") {
  write("tables/organisations.csv", "id;name.fr\nundp;PNUD\nunfpa;FNUAP\n");
  write("tables/budget_lines.csv",
        "id;node;agency;category;amount.2021;amount.s1;amount.s2\n"
        "l1;A11;undp;staff;100;20;30\nl2;A12;unfpa;staff;200;;\nl3;A21;undp;travel;400;;\n");
  const auto totals = [&](std::string_view rows) {
    write("tables/declared_totals.csv",
          std::string("id;of;node;agency;category;period;column;amount\n").append(rows));
  };
  SUBCASE("all agree") {
    totals(
        "t1;;;;staff;;;350\nt2;;;undp;;2021;;500\nt3;;;;;2023;;50\nt4;;;;;;;750\nt5;;P1;;;;;350\n");
    CHECK(findings(sums).empty());
  }
  SUBCASE("each that is wrong is told") {
    totals("t1;;;;staff;;;360\nt2;;;undp;;2021;;600\nt3;;;;;2023;;70\n");
    CHECK(findings(sums) == "\nsum-subtotal 2:8\nsum-subtotal 3:8\nsum-total 4:8");
  }
  SUBCASE("categories nest: what is wrong in one is a consequence in the other") {
    totals("t1;;;;staff;2021;;310\nt2;;;;\"staff;travel\";2021;;710\n");
    CHECK(findings(sums) == "\nsum-subtotal 2:8 > subtotal 3");
  }
  SUBCASE("the share of an agency without rows") {
    write("tables/organisations.csv", "id;name.fr\nundp;PNUD\nunfpa;FNUAP\nwho;OMS\n");
    totals("t1;;;who;;;;360\n");
    CHECK(findings(sums) == "\ntotal-without-amounts 2:8");
  }
  SUBCASE("people, awards, sources") {
    write("tables/beneficiaries.csv", "id;sex;period;direct\nb1;male;2021;10\nb2;female;2021;20\n");
    write("tables/awards.csv", "id;organisation;amount\na1;undp;50,50\na2;unfpa;20\n");
    write("tables/contributions.csv", "id;donor;amount\nc1;undp;50\nc2;unfpa;20\n");
    totals("t1;beneficiaries;;;;2021;direct;30\nt2;awards;;;;;;70,50\nt3;contributions;;;;;;70\n");
    CHECK(findings(sums).empty());
    totals("t1;beneficiaries;;;;2021;direct;40\nt2;awards;;;;;;75\nt3;contributions;;;;;;75\n");
    CHECK(findings(sums) == "\nsum-column 2:8\nsum-column 3:8\nsum-sources 4:8");
  }
}

TEST_CASE_FIXTURE(MoneyFolder, "sums: what is not told is not guessed") {
  write("tables/organisations.csv", "id;name.fr\nundp;PNUD\nunfpa;FNUAP\n");
  SUBCASE("the share of an agency in a line of several; without any, who leads is in charge") {
    write("tables/declared_totals.csv", "id;agency;amount\nt;undp;150\n");
    write("tables/budget_lines.csv",
          "id;node;agency;responsible;amount.2021\nl1;A11;undp;;100\nl2;A12;;undp;80\n");
    CHECK(findings(sums).empty());
    nodes("", "undp;;;", "unfpa;;;");
    write("tables/budget_lines.csv", "id;node;amount.2021\nl1;A11;150\nl2;A12;80\n");
    CHECK(findings(sums).empty());
    write("tables/budget_lines.csv", "id;node;amount.2021\nl1;A11;100\nl2;A12;80\n");
    CHECK(findings(sums) == "\nsum-subtotal 2:3");
  }
  SUBCASE("a region is the sum of its districts; people counted twice over are left alone") {
    write("tables/areas.csv", "id;name.fr;parent;value\nr;R;;7\nd1;D;r;3\nd2;E;r;4\nd3;F;;1 000\n");
    write("tables/beneficiaries.csv", "id;sex;direct\nb1;male;10\nb2;female;20\nb3;all;30\n");
    write("tables/declared_totals.csv",
          "id;of;column;amount\nt1;areas;value;1 007\nt2;beneficiaries;direct;30\n");
    CHECK(findings(sums).empty());
    write("tables/declared_totals.csv", "id;of;column;amount\nt1;areas;value;1 014\n");
    CHECK(findings(sums) == "\nsum-column 2:4");
  }
}

TEST_CASE_FIXTURE(MoneyFolder, "sum-between: a detailed presentation against the summary") {
  write("tables/organisations.csv",
        "id;name.fr;parent\nmoh;Santé;\nmoj;Justice;\nprison;Prisons;moj\n");
  nodes("", "moh;;;", "prison;;;");
  write("tables/budget_sets.csv", "id;title.fr;title.en\nd;Détail;Detail\n");
  const auto lines = [&](std::string_view a11, std::string_view a12) {
    write("tables/budget_lines.csv",
          "id;node;set;agency;total\ns1;P1;;moh;100\ns2;P1;;moj;50\nd1;A11;d;;" + std::string(a11) +
              "\nd2;A12;d;;" + std::string(a12) + "\n");
  };
  constexpr std::string_view between = "sum-between summary-without-detail detail-without-summary";
  SUBCASE("the same sum: nothing, also by agency, whose directorate leads") {
    lines("100", "50");
    CHECK(findings(between).empty());
  }
  SUBCASE("another sum: once, with the total as its consequence") {
    lines("100", "70");
    write("tables/declared_totals.csv", "id;amount\nt;150\n");
    CHECK(findings(between) == "\nsum-between 2:5 > total 2");
  }
  SUBCASE("an agency that leads nothing, and one without a line") {
    nodes("", "moh;;;", "moh;;;");
    lines("100", "50");
    CHECK(findings(between) == "\nsummary-without-detail 3:5");
    write("tables/budget_lines.csv",
          "id;node;set;agency;total\ns1;P1;;moh;150\nd1;A11;d;;100\nd2;A12;d;moj;50\n");
    CHECK(findings(between) == "\ndetail-without-summary 4:5");
  }
  SUBCASE("two versions of the same lines are no summary and detail") {
    write("tables/budget_lines.csv", "id;node;set;agency;total\ns1;P1;;moh;150\nd1;P1;d;moh;100\n");
    CHECK(findings(between).empty());
  }
}

TEST_CASE_FIXTURE(MoneyFolder, "sources-budget: sources against what they pay for") {
  write("tables/organisations.csv", "id;name.fr\ns;État\nx;Extérieur\n");
  write("tables/budget_lines.csv", "id;node;total\nl1;A11;100\nl2;A12;200\nl3;A21;300\n");
  SUBCASE("most lines agree: the one that does not is told") {
    write("tables/contributions.csv",
          "id;node;donor;amount\nc1;A11;s;40\nc2;A11;x;60\nc3;A12;s;200\nc4;A21;x;310\n");
    CHECK(findings("sources-budget") == "\nsources-budget 4:3");
  }
  SUBCASE("a plan that is not fully funded is no error") {
    write("tables/contributions.csv", "id;node;donor;amount\nc1;A11;s;40\nc3;A12;s;150\n");
    CHECK(findings("sources-budget").empty());
  }
  SUBCASE("with what is still to be mobilised, they make the budget") {
    write("tables/contributions.csv",
          "id;donor;status;amount\nc1;s;allocated;200\nc2;;to_mobilise;400\n");
    CHECK(findings("sources-budget").empty());
    write("tables/contributions.csv",
          "id;donor;status;amount\nc1;s;allocated;200\nc2;;to_mobilise;500\n");
    CHECK(findings("sources-budget") == "\nsources-budget 3:4");
  }
}

TEST_CASE_FIXTURE(MoneyFolder, "rate-amount: lines are rounded first, half away from zero") {
  nodes("G;support;;GMS;GMS;;;;\nL;support;;Levy;Levy;;;;\n");
  write("tables/rates.csv", "id;kind;base;rate\ng;gms;project;8\nl;levy;project + gms;1\n");
  const auto lines = [&](std::string_view gms, std::string_view levy) {
    write("tables/budget_lines.csv",
          "id;node;category;amount.2021;amount.2022\nl1;A11;activity;6 830 477;1 000\ng;G;gms;" +
              std::string(gms) + "\nv;L;levy;" + std::string(levy) + "\n");
  };
  SUBCASE("right") {
    lines("546 438;80", "73 769;11");
    CHECK(findings("rate-amount rate-missing").empty());
  }
  SUBCASE("wrong in one year each") {
    lines("546 438;90", "68 305;11");
    CHECK(findings("rate-amount") ==
          "\nrate-amount 3:5 > rate 2 > total 3"
          "\nrate-amount 4:4 > rate 3 > total 4");
  }
  SUBCASE("another rate for one year, with its reason") {
    lines("546 438;90", "73 769;11");
    write("tables/rates.csv",
          "id;kind;base;rate;period\ng;gms;project;8;\ng22;gms;project;9;2022\nl;levy;;1;\n");
    CHECK(findings("rate-amount").empty());
  }
  SUBCASE("no rate at all; a base that is not understood; the rate of one contribution") {
    lines("1;1", "1;1");
    write("tables/rates.csv", "id;kind;base;rate\ng;gms;half of the tenders;8\n");
    CHECK(findings("rate-amount rate-missing") == "\nrate-missing 4:0");
    write("tables/contributions.csv", "id;amount\nc;10\n");
    write("tables/rates.csv", "id;kind;rate;contribution\ng;gms;8;c\nl;levy;1;c\n");
    CHECK(findings("rate-amount rate-missing").empty());
  }
}

constexpr std::string_view marks =
    "amount-without-period period-without-amount period-missing schedule-gap";

TEST_CASE_FIXTURE(MoneyFolder, "chronogram: marks against amounts") {
  SUBCASE("marked where money is") {
    nodes("", ";X;X;", ";;X;X");
    write("tables/budget_lines.csv",
          "id;node;amount.2021;amount.2022;amount.s2\nl1;A11;10;10;\nl2;A12;;5;5\n");
    CHECK(findings(marks).empty());
  }
  SUBCASE("money in an unmarked year, a marked year without money, a hole") {
    nodes("", ";X;;X", ";X;X;X");
    write("tables/budget_lines.csv",
          "id;node;amount.2021;amount.2022;amount.2023\nl1;A11;10;20;10\nl2;A12;5;5;\n");
    CHECK(findings(marks) ==
          "\namount-without-period 2:4\nschedule-gap 3:8\nperiod-without-amount 4:9 > line 3");
  }
  SUBCASE("marks by quarter, money by year, and no word on which quarters a year has") {
    write("tables/nodes.csv",
          "id;level;parent;title.en;when.s1;when.s2\nP1;output;;One;;\nA11;activity;P1;a;X;X\n");
    write("tables/budget_lines.csv", "id;node;amount.2021;amount.2022\nl1;A11;10;20\n");
    CHECK(findings("amount-without-period period-without-amount").empty());
  }
  SUBCASE("a total only, a memo entry and marks that are not known say nothing") {
    nodes("", ";X;;", ";X;ND;");
    write("tables/budget_lines.csv",
          "id;node;kind;amount.2021;amount.2022;total\nl1;A11;amount;;;5\nl2;A12;memo;;;\n"
          "l3;A12;amount;5;5;\n");
    CHECK(findings("amount-without-period period-without-amount").empty());
  }
  SUBCASE("lines of agencies above the activities that they lead") {
    write("tables/organisations.csv", "id;name.fr\nmoh;Santé\nmoj;Justice\n");
    nodes("", "moh;X;X;X", "moj;;X;X");
    write("tables/budget_lines.csv",
          "id;node;agency;amount.2021;amount.2022;amount.2023\nl1;P1;moh;1;1;1\nl2;P1;moj;7;1;\n");
    CHECK(findings("amount-without-period period-without-amount") ==
          "\namount-without-period 3:4\nperiod-without-amount 4:9 > line 3");
  }
  SUBCASE("one activity without marks among marked ones") {
    nodes("A13;activity;P1;;Three;;X;;\nA14;activity;P1;;Four;;ND;;\n", ";X;;", ";X;;");
    write("tables/nodes.csv",
          "id;level;parent;title.en;when.2021\nP1;output;;One;\nA11;activity;P1;a;X\n"
          "A12;activity;P1;b;X\nA13;activity;P1;c;\nA14;activity;P1;d;X\nA15;activity;P1;e;ND\n");
    CHECK(findings(marks) == "\nperiod-missing 5:0");
  }
}

TEST_CASE_FIXTURE(MoneyFolder, "targets against the lines that pay for them") {
  write("tables/indicators.csv",
        "id;node;title.en;type;aggregation\ni1;A11;Courts built;count;cumulative\n");
  const auto targets = [&](std::string_view cells) {
    write("tables/values.csv",
          "indicator;target.2021;target.2022;target.2023\ni1;" + std::string(cells) + "\n");
  };
  constexpr std::string_view ids = "target-without-budget budget-without-target";
  SUBCASE("money before the target, or with it") {
    write("tables/budget_lines.csv", "id;node;amount.2021;amount.2022\nl1;A11;5;5\n");
    targets(";2;5");
    CHECK(findings(ids).empty());
  }
  SUBCASE("a target before any money; no rise is no target") {
    write("tables/budget_lines.csv", "id;node;amount.2021;amount.2023\nl1;A11;;5\n");
    targets("2;2;3");
    CHECK(findings(ids) == "\ntarget-without-budget 2:2");
  }
  SUBCASE("money where the target is 0") {
    write("tables/budget_lines.csv", "id;node;amount.2021;amount.2022\nl1;A11;5;5\n");
    targets("0;2;3");
    CHECK(findings(ids) == "\nbudget-without-target 2:3 > target 2");
  }
  SUBCASE("lines tied by the column indicators come before those of the node") {
    write("tables/budget_lines.csv",
          "id;node;amount.2021;amount.2022;indicators\nl1;A11;5;5;\nl2;A21;;;i1\n");
    targets("1;2;3");
    CHECK(findings(ids) == "\ntarget-without-budget 2:2 > line 3");
  }
  SUBCASE("what a survey will find costs nothing by itself; no target is not 0") {
    write("tables/budget_lines.csv", "id;node;amount.2021\nl1;A11;5\n");
    targets(";;3");
    CHECK(findings(ids).empty());
    write("tables/indicators.csv",
          "id;node;title.en;type;aggregation\ni1;A21;Trust;percent;survey\n");
    write("tables/budget_lines.csv", "id;node;amount.2023\nl1;A21;5\n");
    targets("30;40;50");
    CHECK(findings(ids).empty());
  }
}

TEST_CASE_FIXTURE(MoneyFolder, "rows of money") {
  SUBCASE("not costed, zero, missing in a second presentation") {
    write("tables/budget_sets.csv", "id\nd\n");
    write("tables/budget_lines.csv",
          "id;node;set;kind;amount.2021;total\nl1;A11;;blank;;\nl2;A12;;amount;0;0\n"
          "l3;A21;;memo;;\nl4;A22;d;amount;;\nl5;A22;;amount;0;5\n");
    CHECK(findings("cost-blank amount-zero amount-missing") ==
          "\ncost-blank 2:0\namount-zero 3:0\namount-missing 5:0");
  }
  SUBCASE("agencies: where most name one") {
    write("tables/organisations.csv", "id;name.fr\nu;PNUD\n");
    write("tables/awards.csv",
          "id;organisation;agency;amount\na1;u;u;1\na2;u;u;2\na3;u;;3\na4;u;u;4\na5;u;u;5\n");
    CHECK(findings("missing-agency") == "\nmissing-agency 4:3");
    write("tables/awards.csv",
          "id;organisation;agency;amount\na1;u;u;1\na2;u;;2\na3;u;;3\na4;u;u;4\na5;u;u;5\n");
    CHECK(findings("missing-agency").empty());
  }
  SUBCASE("a printed total that is no number") {
    write("tables/declared_totals.csv",
          "id;of;amount;printed\nt1;;1;18.000.00\nt2;;1;1.444.519\nt3;;1;3,138,393.50\n"
          "t4;;1;32 M USD\nt5;;1;1.234,5\nt6;;1;12,34,567\n");
    CHECK(findings("number-malformed") == "\nnumber-malformed 2:4\nnumber-malformed 7:4");
  }
  SUBCASE("actions and lines") {
    write("tables/budget_lines.csv", "id;node;amount.2021\nl1;A11;1\nl2;A12;1\n");
    write("tables/actions.csv",
          "id;node;text.fr\nx1;A11;a\nx2;A11;b\nx3;A12;c\nx4;A21;d\nx5;A21;e\n");
    CHECK(findings("actions-lines") == "\nactions-lines 3:0");
  }
}

TEST_CASE_FIXTURE(MoneyFolder, "the shape of a budget") {
  constexpr std::string_view ids = "sibling-line same-amount part-dominant total-without-detail";
  SUBCASE("one of four nodes lacks what its siblings have") {
    std::string nodes = "id;level;parent;title.en\n";
    std::string lines = "id;node;category;amount.2021\n";
    for (const char* const id : {"1", "2", "3", "4"}) {
      nodes += std::string("P") + id + ";output;;o\nA" + id + ";activity;P" + id + ";a\n";
      lines += std::string("l") + id + ";A" + id + ";activity;1000\n";
      lines += std::string(id) == "4" ? "" : std::string("t") + id + ";P" + id + ";support;10\n";
    }
    write("tables/nodes.csv", nodes);
    write("tables/budget_lines.csv", lines);
    CHECK(findings(ids) == "\nsibling-line 8:0");
    write("tables/budget_lines.csv", lines + "t4;P4;support;10\n");
    CHECK(findings(ids).empty());
  }
  SUBCASE("a telling amount twice; round ones and those of neighbours are common") {
    write("tables/budget_lines.csv",
          "id;node;amount.2021\nl1;A11;67 037\nl2;A12;67 037\nl3;A21;67 037\nl4;A11;50 000\n"
          "l5;A21;50 000\n");
    CHECK(findings(ids) == "\nsame-amount 4:3 > first 2");
  }
  SUBCASE("most of a node, and a large root without detail") {
    nodes("G;support;;Gestion;Management;;;;\n");
    write("tables/budget_lines.csv",
          "id;node;amount.2021\nl1;A11;10\nl2;A11;10\nl3;A12;10\nl4;A12;10\nl5;A12;90\ng;G;40\n");
    CHECK(findings(ids) == "\npart-dominant 6:3\ntotal-without-detail 7:3");
  }
}

TEST_CASE_FIXTURE(MoneyFolder, "coverage: what nothing cross-checks") {
  write("tables/organisations.csv", "id;name.fr\nu;PNUD\n");
  write("tables/budget_lines.csv",
        "id;node;amount.2021;amount.2022;total\nl1;A11;1;2;3\nl2;A12;;;7\nl3;A21;4;5;\n");
  write("tables/awards.csv", "id;organisation;amount\na1;u;12,50\n");
  const auto covered = [&] {
    const auto plan = load();
    REQUIRE(plan.has_value());
    const Coverage coverage = coverage_of(*plan);
    CHECK_FALSE(coverage_text(coverage, "fr").empty());
    std::string text =
        std::to_string(coverage.covered()) + "/" + std::to_string(coverage.amounts());
    for (const Coverage::Amount& amount : coverage.uncovered) {
      text += " " + amount.row + ":" + std::to_string(amount.origin.column);
    }
    return text;
  };
  CHECK(covered() == "3/7 l2:5 l3:3 l3:4 a1:3");
  write("tables/declared_totals.csv", "id;of;node;period;amount\nt;;P2;2021;4\n");
  CHECK(covered() == "4/7 l2:5 l3:4 a1:3");
  write("tables/declared_totals.csv", "id;of;amount\nt;;19\nu;awards;12,50\n");
  CHECK(covered() == "7/7");
  write("tables/declared_totals.csv", "id;of;node;amount\nt;;P1;10\n");
  const auto plan = load();
  REQUIRE(plan.has_value());
  const std::string text = coverage_text(coverage_of(*plan), "en");
  CHECK(
      text.starts_with("7 amounts, 4 cross-checked, 3 by nothing.\n"
                       "  budget_lines: 4 of 6 cross-checked\n  awards: 0 of 1 cross-checked\n"));
  CHECK(text.find("column 3 “amount”: 12.50 USD (a1)") != std::string::npos);
  const std::string json = coverage_json(coverage_of(*plan));
  CHECK(json.find("\"row_id\": \"a1\"") != std::string::npos);
  CHECK(json.find("\"amount\": \"12.50\"") != std::string::npos);
}

}  // namespace
}  // namespace rapporteur
