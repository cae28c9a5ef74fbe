// What differs between two plans, and what stands unchanged that should not.
#include "exchange/difference.hpp"

#include "../load/plan_folder.hpp"

namespace rapporteur::exchange {
namespace {

using test::PlanFolder;

/// Two copies of a small plan, reporting on 2012 and 2013, each of which a test may change.
class Pair {
 public:
  Pair() {
    for (const PlanFolder* const folder : {&old, &later}) {
      const bool is_old = folder == &old;
      folder->write("plan.yaml",
                    std::string(test::small_plan) +
                        (is_old ? "reporting_period: 2012\n" : "reporting_period: 2013\n"));
    }
  }

  const Comparison& compared() {
    before_ = old.load();
    after_ = later.load();
    REQUIRE(before_.has_value());
    REQUIRE(after_.has_value());
    comparison_ = compare(*before_, *after_);
    return comparison_;
  }

  /// "table row column: before → after (difference; percent)" of every changed cell of the tables,
  /// "+ table row" and "- table row" of the others; one a line.
  std::string lines() {
    compared();
    std::string all;
    for (const Change& change : comparison_.changes) {
      if (change.table != "plan.yaml") {
        all += change.table + " " + change.row + " " + change.column +
               (change.difference ? " " + to_string(*change.difference) : "") +
               (change.percent ? " " + to_string(*change.percent) + "%" : "") + "\n";
      }
    }
    for (const RowChange& row : comparison_.rows) {
      all += (row.is_new ? "+ " : "- ") + row.table + " " + row.row + "\n";
    }
    return all;
  }

  [[nodiscard]] const TextChange& text(const std::string& slot) const {
    const auto found = std::ranges::find(comparison_.texts, slot, &TextChange::slot);
    REQUIRE(found != comparison_.texts.end());
    return *found;
  }

  PlanFolder old;
  PlanFolder later;

 private:
  Result<Plan> before_;
  Result<Plan> after_;
  Comparison comparison_;
};

TEST_CASE("compare: two copies of a plan do not differ") {
  PlanFolder one;
  PlanFolder other;
  const auto before = one.load();
  const auto after = other.load();
  const Comparison comparison = compare(*before, *after);
  CHECK(comparison.empty());
  CHECK(comparison_text(comparison, "en").find("No difference.") != std::string::npos);
}

TEST_CASE("compare: figures with difference and per cent, at both places") {
  Pair pair;
  pair.later.write("tables/budget_lines.csv",
                   "id;node;total;amount.2012;amount.2013\n"
                   "l2;B1;10.000;10.000;5\n"
                   "l1;A1;3.000;1.500;\n");
  CHECK(pair.lines() ==
        "budget_lines l2 amount.2013\n"
        "budget_lines l1 amount.2012 500 50.0%\n"
        "budget_lines l1 amount.2013\n");
  const Change& change = pair.compared().changes[2];
  CHECK(change.column == "amount.2012");
  CHECK(change.before.origin.row == 2);
  CHECK(change.before.origin.column == 3);
  CHECK(change.after.origin.row == 3);
  CHECK(change.after.origin.column == 4);
  CHECK(std::get<CellValue>(change.after.value) == CellValue(Money{1500, "XOF"}));
}

TEST_CASE("compare: rows by id only; a renamed row is a dropped and a new one") {
  Pair pair;
  pair.later.write("tables/budget_lines.csv",
                   "id;node;amount.2012;amount.2013;total\n"
                   "L1;A1;1.000;2.000;3.000\n"
                   "l2;A1;10.000;;10.000\n");
  CHECK(pair.lines() == "budget_lines l2 node\n+ budget_lines L1\n- budget_lines l1\n");
}

TEST_CASE("compare: tables without ids are matched by what names their rows") {
  Pair pair;
  pair.old.write("tables/exchange_rates.csv",
                 "from;to;rate;date\nUSD;XOF;600;2012\nEUR;XOF;656;2012\nEUR;XOF;656;2012\n");
  pair.later.write("tables/exchange_rates.csv",
                   "from;to;rate;date\nEUR;XOF;655,957;2012\nUSD;XOF;600,0;2012\n");
  CHECK(pair.lines() ==
        "exchange_rates EUR / XOF / 2012 rate -0.043 0.0%\n"
        "- exchange_rates EUR / XOF / 2012 #2\n");
}

TEST_CASE("compare: values of indicators, whichever way they are typed") {
  Pair pair;
  const std::string indicators =
      "id;node;code;title.fr;type\ni1;A1;1.1;Part;percent\ni2;A1;1.2;Nombre;count\n"
      "i3;A1;1.3;Plan;text\n";
  pair.old.write("tables/indicators.csv", indicators);
  pair.later.write("tables/indicators.csv", indicators);
  pair.old.write("tables/series.csv", "id;indicator;label.fr\ns1;i2;Femmes\n");
  pair.later.write("tables/series.csv", "id;indicator;label.fr\ns1;i2;Femmes\n");
  pair.old.write("tables/values.csv",
                 "indicator;series;kind;period;value;missing;note.fr\n"
                 "i1;;target;2012;40 %;;\n"
                 "i1;;actual;2012;;no_data;\n"
                 "i2;s1;actual;2012;1.200;;Ancienne\n"
                 "i2;s1;actual;2013;5;;\n"
                 "i3;;milestone;2012;Projet;;\n");
  pair.later.write("tables/values.csv",
                   "indicator;series;target.2012;actual.2012;milestone.2012;note.fr\n"
                   "i1;;42,5;38 %;;\n"
                   "i2;s1;;1.200;;Nouvelle\n"
                   "i3;;;;Plan adopté;\n");
  CHECK(pair.lines() ==
        "values i1 target.2012 2.5\n"
        "values i1 actual.2012\n"
        "values i2 / s1 actual.2012 note.fr\n"
        "values i2 / s1 actual.2013\n"
        "values i3 milestone.2012\n");
  const std::string text = comparison_text(pair.compared(), "fr");
  CHECK(text.find("target.2012 : 40\u00A0% → 42,5\u00A0% (+2,5 point)") != std::string::npos);
  CHECK(text.find("actual.2012 : n.d. → 38\u00A0%") != std::string::npos);
  CHECK(text.find("actual.2013 : 5 → rien") != std::string::npos);
}

TEST_CASE("compare: texts that stand since the report on another period") {
  Pair pair;
  pair.old.write("narrative/same.fr.md", "# Titre\n\nEn 2012, 5 femmes\nformées.\n\nFin.\n");
  pair.later.write("narrative/same.fr.md", "# Titre\n\nEn 2012,  5 femmes formées.\n\nFin.\n");
  pair.old.write("narrative/part.fr.md", "Un.\n\nDeux.\n\nTrois de 2012.\n");
  pair.later.write("narrative/part.fr.md",
                   "Un.\n\nDeux.\n\nPlan 2012–2014, A12012.\n\nDepuis 2012.\n");
  pair.later.write("narrative/new.fr.md", "Neuf.\n");
  pair.old.write("narrative/gone.fr.md", "Parti.\n");
  pair.compared();
  CHECK(pair.text("same").state == TextState::unchanged);
  REQUIRE(pair.text("same").mentions.size() == 1);
  CHECK(pair.text("same").mentions[0].line == 3);
  CHECK(pair.text("same").mentions[0].is_unchanged);
  const TextChange& part = pair.text("part");
  CHECK(part.state == TextState::changed);
  CHECK(part.paragraphs == 4);
  CHECK(part.same == 2);
  REQUIRE(part.mentions.size() == 1);
  CHECK(part.mentions[0].line == 7);
  CHECK_FALSE(part.mentions[0].is_unchanged);
  CHECK(pair.text("new").state == TextState::added);
  CHECK(pair.text("gone").state == TextState::dropped);
}

TEST_CASE("compare: within one period, unchanged text is no finding") {
  Pair pair;
  pair.old.write("plan.yaml", test::small_plan);
  pair.later.write("plan.yaml", test::small_plan);
  pair.old.write("narrative/same.fr.md", "En 2012.\n");
  pair.later.write("narrative/same.fr.md", "En 2012.\n");
  pair.old.write("tables/lessons.csv", "id;text.fr\nl1;Une leçon\n");
  pair.later.write("tables/lessons.csv", "id;text.fr\nl1;Une leçon\n");
  CHECK(pair.compared().empty());
}

TEST_CASE("compare: rows of prose that nobody touched") {
  Pair pair;
  pair.old.write("tables/lessons.csv", "id;text.fr\nl1;Une leçon\nl2;Deux\nl3;Trois\n");
  pair.later.write("tables/lessons.csv", "id;text.fr\nl1;Une leçon\nl2;Autre\nl4;Quatre\n");
  const Comparison& comparison = pair.compared();
  REQUIRE(comparison.stale.size() == 1);
  CHECK(comparison.stale[0].table == "lessons");
  CHECK(comparison.stale[0].rows == std::vector<std::string>{"l1"});
  CHECK(comparison.stale[0].of == 2);
}

TEST_CASE("compare: settings by their path") {
  Pair pair;
  std::string yaml(test::small_plan);
  yaml.replace(yaml.find("Axe, en"), 3, "Pan");
  pair.later.write("plan.yaml", yaml + "missing: { N/D: no_data }\n");
  std::string all;
  for (const Change& change : pair.compared().changes) {
    all += change.column + "\n";
  }
  CHECK(all == "levels.axis.label.fr\nmissing.N/D\nreporting_period\n");
}

TEST_CASE("comparison_text: long texts are shown where they part") {
  Pair pair;
  const std::string start = "Une très longue phrase qui commence dans les deux plans de la même ";
  pair.old.write("tables/lessons.csv", "id;text.fr\nl1;" + start + "façon.\n");
  pair.later.write("tables/lessons.csv", "id;text.fr\nl1;" + start + "manière.\n");
  const std::string text = comparison_text(pair.compared(), "en");
  CHECK(text.find("text.fr: …façon. → …manière.\n") != std::string::npos);
}

TEST_CASE("comparison_json: exact values, both places") {
  Pair pair;
  pair.later.write("tables/budget_lines.csv",
                   "id;node;amount.2012;amount.2013;total\n"
                   "l1;A1;1.000;2.000;3.000\nl2;B1;9.000;;10.000\n");
  const json::Value document = comparison_json(pair.compared());
  const json::Value& change = document.find("changes")->items.at(1);
  CHECK(change.string_at("row") == "l2");
  CHECK(change.string_at("difference") == "-1000");
  CHECK(change.string_at("percent") == "-10.0");
  CHECK(change.find("new")->string_at("amount") == "9000");
  CHECK(change.find("old_place")->find("row")->text == "3");
}

}  // namespace
}  // namespace rapporteur::exchange
