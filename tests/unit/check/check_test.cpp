// The rules: one finding a cause, with its consequences.
#include "check/check.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "check/rule.hpp"
#include "plan_draft.hpp"

namespace rapporteur {
namespace {

using test::PlanDraft;

/// The findings as "id row:column", each consequence as "> key row". Every text is rendered in both
/// languages: no argument may be left over.
struct Checked {
  explicit Checked(const PlanDraft& draft) {
    check_plan(draft.plan, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      check_texts(diagnostic, "fr");
      check_texts(diagnostic, "en");
    }
  }
  static void check_texts(const Diagnostic& diagnostic, const char* language) {
    const Rendered rendered = render(diagnostic, language);
    std::vector<std::string> all = rendered.related;
    all.insert(all.end(), {rendered.message, rendered.cause, rendered.remedy});
    for (const std::string& one : all) {
      INFO(diagnostic.id, " ", language, ": ", one);
      CHECK(one.find_first_of("{}") == std::string::npos);
    }
  }
  [[nodiscard]] std::string text() const {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
      text += "\n" + diagnostic.id + " " + std::to_string(diagnostic.origin.row) + ":" +
              std::to_string(diagnostic.origin.column);
      for (const Related& related : diagnostic.related) {
        text += " > " + related.key + " " + std::to_string(related.origin.row);
      }
    }
    return text;
  }
  Diagnostics diagnostics;
};

TEST_CASE("check_plan: Mali's plan has one wrong row, and it travels") {
  // The fourth axis and the totals of the published budget; the other axes as one row each.
  PlanDraft draft;
  draft.nodes("AI;;I\nAI.1;AI;\nAIV;;IV\nAIV.1;AIV;\nAIV.2;AIV;\nAIV.3;AIV;\nAIV.4;AIV;\n");
  draft.lines(
      "AI.1;AI.1;;404000000;234000000;138000000;776000000\n"
      "AIV.1;AIV.1;;35000000;35000000;20000000;95000000\n"
      "AIV.2;AIV.2;;75000000;35000000;20000000;130000000\n"
      "AIV.3;AIV.3;;75000000;55000000;25000000;155000000\n"
      "AIV.4;AIV.4;;;;120000000;120000000\n");
  draft.totals("t4;AIV;;500000000;Total 4\ntg;;;1276000000;Total général\n");
  const Checked checked(draft);
  REQUIRE(checked.text() == "\nsum-row 3:7 > subtotal 2 > total 3");
  const Diagnostic& finding = checked.diagnostics.all()[0];
  CHECK(severity_of(finding) == Severity::error);
  CHECK(kind_of(finding) == Kind::finding);
  CHECK(finding.origin.column_name == "total");
  CHECK(exit_code_for_faults(checked.diagnostics) == 0);

  const Rendered english = render(finding, "en");
  CHECK(english.message ==
        "The total of AIV.1, “Title of AIV.1”, is declared as 95,000,000, but its periods add up "
        "to 90,000,000.");
  CHECK(english.cause ==
        "35,000,000 (Year 1) + 35,000,000 (Year 2) + 20,000,000 (Year 3) = 90,000,000. The "
        "declared total is 5,000,000 too high, or one of the amounts is wrong.");
  CHECK(english.related[0] ==
        "carried on into Total 4, the total of “Title of AIV”: 500,000,000 declared, 495,000,000 "
        "by the periods");
  CHECK(english.related[1] ==
        "carried on into the grand total (Total général): 1,276,000,000 declared, 1,271,000,000 by "
        "the periods");
  const Rendered french = render(finding, "fr");
  CHECK(french.message ==
        "Le total de AIV.1, «\u00A0Titre de AIV.1\u00A0», est déclaré à 95\u202F000\u202F000, mais "
        "ses périodes donnent 90\u202F000\u202F000.");
  CHECK(french.related[1].find("1\u202F276\u202F000\u202F000 déclarés") != std::string::npos);
}

/// Two axes, A with A1 and B with B1; l1 = 1000 + 2000, l2 = 10000.
PlanDraft small() {
  PlanDraft draft;
  draft.nodes("A;;I\nA1;A;\nB;;II\nB1;B;\n");
  draft.lines("l1;A1;;1000;2000;;3000\nl2;B1;;10000;;;10000\n");
  return draft;
}

TEST_CASE("check_plan: sums that agree say nothing") {
  PlanDraft draft = small();
  draft.totals(
      "a;A;;3000;Total A\nb;B;;10000;\n"
      "g;;;13000;\ng11;;2011;11000;\n");
  CHECK(Checked(draft).text().empty());
}

TEST_CASE("check_plan: causes and consequences") {
  PlanDraft draft = small();
  SUBCASE("a sub-total that disagrees on its own carries into the grand total") {
    draft.totals("a;A;;3500;\nb;B;;10000;\ng;;;13500;\n");
    CHECK(Checked(draft).text() == "\nsum-subtotal 2:4 > total 4");
  }
  SUBCASE("a grand total that disagrees on its own") {
    draft.totals("a;A;;3000;\ng;;;13500;\n");
    CHECK(Checked(draft).text() == "\nsum-total 3:4");
  }
  SUBCASE("a wrong row, no sub-total declared: straight to the grand total") {
    draft.lines("l1;A1;;1;2;;5\nl2;B1;;10;;;10\n");
    draft.totals("g;;;15;\n");
    CHECK(Checked(draft).text() == "\nsum-row 2:7 > total 2");
  }
  SUBCASE("a sub-total that is right stops the error there") {
    draft.lines("l1;A1;;1;2;;5\nl2;B1;;10;;;10\n");
    draft.totals("a;A;;3;\ng;;;15;\n");
    CHECK(Checked(draft).text() == "\nsum-row 2:7\nsum-total 3:4");
  }
  SUBCASE("two wrong rows in one sub-total: both name it") {
    draft.lines("l1;A1;;1;2;;5\nl2;A1;;10;;;11\n");
    draft.totals("a;A;;16;\ng;;;16;\n");
    CHECK(Checked(draft).text() ==
          "\nsum-row 2:7 > subtotal 2 > total 3\nsum-row 3:7 > subtotal 2 > total 3"
          "\nbudget-line-missing 5:0");
  }
  SUBCASE("two wrong rows that cancel out") {
    draft.lines("l1;A1;;1;2;;5\nl2;A1;;10;;;8\n");
    draft.totals("a;A;;13;\n");
    CHECK(Checked(draft).text() == "\nsum-row 2:7\nsum-row 3:7\nbudget-line-missing 5:0");
  }
  SUBCASE("a wrong row and a sub-total with an error of its own") {
    draft.lines("l1;A1;;1;2;;5\nl2;B1;;10;;;10\n");
    draft.totals("a;A;;4;\nb;B;;10;\ng;;;14;\n");
    CHECK(Checked(draft).text() == "\nsum-row 2:7\nsum-subtotal 2:4 > total 4");
  }
  SUBCASE("totals by period: along the period, and into the total over all") {
    draft.totals(
        "a11;A;2011;1100;\na12;A;2012;2000;\na;A;;3100;\ng11;;2011;11100;\ng12;;2012;2000;\n"
        "g;;;13100;\n");
    CHECK(Checked(draft).text() == "\nsum-subtotal 2:4 > subtotal 4 > total 5 > total 7");
  }
}

TEST_CASE("check_plan: missing amounts") {
  PlanDraft draft = small();
  SUBCASE("a memo line is no finding; a line not costed yet, or of kind amount without one, is") {
    draft.lines("l1;A1;blank;;;;\nl2;A1;memo;;;;\nl3;B1;amount;;;;\nl4;B1;;;;;7\n");
    const Checked checked(draft);
    CHECK(checked.text() == "\ncost-blank 2:0\namount-missing 4:0");
    CHECK(severity_of(checked.diagnostics.all()[0]) == Severity::warning);
  }
  SUBCASE("a declared total beside an empty cell: the sum of those present, and how many are not") {
    draft.lines("l1;A1;;1;2;;5\n");
    const Checked checked(draft);
    CHECK(checked.text() == "\nsum-row 2:7\nbudget-line-missing 5:0");
    CHECK(render(checked.diagnostics.all()[0], "en").message ==
          "The total of l1, “Title of A1”, is declared as 5, but its periods add up to 3 (one cell "
          "is empty).");
  }
  SUBCASE("a memo or blank line with an amount") {
    draft.lines("l1;A1;memo;1;;;\nl2;A1;blank;;;;2\n");
    CHECK(Checked(draft).text() == "\nline-kind 2:4\nline-kind 3:7\nbudget-line-missing 5:0");
  }
}

TEST_CASE("check_plan: things said twice") {
  PlanDraft draft = small();
  draft.totals("a;A;;3000;\nb;A;;4000;\n");
  draft.plan.nodes[2].code = "I";
  CHECK(Checked(draft).text() == "\ndeclared-twice 3:4 > first 2\ncode-duplicate 4:0 > first 2");
}

TEST_CASE("check_plan: levels number on their own") {
  PlanDraft draft = small();
  draft.plan.nodes[3].code = "I";  // an activity, where the axis of row 2 has this code
  CHECK(Checked(draft).text().empty());
}

TEST_CASE("check_plan: severity and accepted findings of plan.yaml") {
  PlanDraft draft = small();
  draft.lines("l1;A1;;1;2;;5\nl2;B1;;;;;\n");
  const auto at_line = [](int row) {
    Origin origin;
    origin.file = "a/plan.yaml";  // sorts before the tables
    origin.row = row;
    return origin;
  };
  SUBCASE("levels, off, and a rule that does not exist") {
    draft.plan.severity = {{"sum-row", {"info", at_line(11)}},
                           {"amount-missing", {"off", at_line(12)}},
                           {"sum-rows", {"off", at_line(13)}}};
    const Checked checked(draft);
    CHECK(checked.text() == "\nrule-unknown 13:0\nsum-row 2:7");
    CHECK(checked.diagnostics.sorted()[0].suggestion == "sum-row");
    CHECK_FALSE(checked.diagnostics.has(Severity::error));
  }
  SUBCASE("accepted with its figures: information that says why") {
    draft.plan.accepted = {{"sum-row", "l1", "total", {5, 3}, "Published so", at_line(11)}};
    const Checked checked(draft);
    CHECK(checked.text() == "\nsum-row 2:7 > accepted 11\namount-missing 3:0");
    CHECK(severity_of(checked.diagnostics.sorted()[0]) == Severity::information);
  }
  SUBCASE("other figures: the acceptance is stale; no finding: it is unused") {
    draft.plan.accepted = {{"sum-row", "l1", "", {6, 3}, "r", at_line(12)},
                           {"sum-row", "l2", "", {}, "r", at_line(13)}};
    CHECK(Checked(draft).text() ==
          "\naccepted-stale 12:0\naccepted-unused 13:0\nsum-row 2:7\namount-missing 3:0");
  }
}

TEST_CASE("rules: every id that a rule names has its texts") {
  const std::vector<std::string> known = message_ids();
  for (const check::Rule& rule : check::rules()) {
    for (const std::string& id : split(rule.ids, '|')) {
      INFO(id);
      CHECK(std::ranges::find(known, id) != known.end());
      CHECK_FALSE(help_of(id, "en").empty());
      CHECK_FALSE(help_of(id, "fr").empty());
    }
  }
}

TEST_CASE("figure_text groups in both languages") {
  CHECK(check::figure_text({1276000000, "XOF"}, "en") == "1,276,000,000");
  CHECK(check::figure_text({-123456, "USD"}, "fr") == "-1\u202F234,56");
  CHECK(check::figure_text({999, "XOF"}, "en") == "999");
}

}  // namespace
}  // namespace rapporteur
