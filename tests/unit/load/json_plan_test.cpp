// A plan as a JSON document: what people and programs write by hand, and every fault at its place.
#include "plan_folder.hpp"

namespace rapporteur {
namespace {

using test::PlanFolder;

constexpr std::string_view settings = R"({"rapporteur_export": 1,
 "plan": {"rapporteur": 1, "id": "small", "title": {"fr": "Un plan", "en": "A plan"},
  "languages": ["fr", "en"], "currency": "USD", "periods": ["2012", "2013"],
  "levels": [{"id": "axis", "label": "Axe"}], "numbers": {"group": ".", "decimal": ","}},
)";

class Document {
 public:
  explicit Document(std::string_view rest) {
    REQUIRE(write_file(path(), std::string(settings) + std::string(rest)));
  }
  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "mine.json"; }

  Result<Plan> load() { return load_plan(path(), diagnostics_); }

  Plan loaded() {
    Result<Plan> plan = load();
    INFO(places());
    REQUIRE(plan.has_value());
    return std::move(*plan);
  }

  /// "id line:column" of each diagnostic, one a line.
  [[nodiscard]] std::string places() const {
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics_.sorted()) {
      CHECK(diagnostic.origin.file == path().generic_string());
      all += "\n" + diagnostic.id + " " + std::to_string(diagnostic.origin.row) + ":" +
             std::to_string(diagnostic.origin.column);
    }
    PlanFolder::check_texts(diagnostics_);
    return all;
  }

 private:
  TemporaryDirectory folder_;
  Diagnostics diagnostics_;
};

std::string refused(std::string_view rest) {
  Document document(rest);
  CHECK_FALSE(document.load().has_value());
  return document.places();
}

TEST_CASE("json plan: written by hand, without places") {
  Document document(R"( "nodes": [
  {"id": "A", "level": "axis", "title": {"fr": "Axe \u00e9\ud83d\ude00"}},
  {"id": "B", "level": "axis", "title": "Sans langue"}],
 "budget_lines": [
  {"id": "l1", "node": "A", "amount": {"2012": {"amount": "1234.50", "currency": "USD"},
    "2013": 7}, "total": "1241.50"},
  {"id": "l2", "node": "B", "period": "2012", "amount": {"amount": "0.10"}},
  {"id": "l3", "node": "B", "amount": {"2013": {"missing": "no_data"}}, "total": null}],
 "narratives": [{"slot": "intro", "language": "fr", "markdown": "Bonjour"}]}
)");
  const Plan plan = document.loaded();
  CHECK(plan.name == "mine");
  CHECK(plan.nodes[0].title.in("fr").text == "Axe é😀");
  CHECK(plan.nodes[1].title.in("fr").text == "Sans langue");
  REQUIRE(plan.budget_lines.size() == 3);
  CHECK(plan.budget_lines[0].id == "l1");
  CHECK(plan.budget_lines[0].amounts.at("2012").value == Money{123450, "USD"});
  CHECK(plan.budget_lines[0].amounts.at("2013").value == Money{700, "USD"});
  CHECK(plan.budget_lines[0].amounts.at("2013").origin.row == 10);
  CHECK(plan.budget_lines[0].declared->value == Money{124150, "USD"});
  CHECK(plan.budget_lines[1].amounts.at("2012").value == Money{10, "USD"});
  CHECK(plan.budget_lines[2].amounts.empty());
  const Record& last = plan.tables.at("budget_lines").records[2];
  CHECK(std::get<Missing>(last.find("amount", "2013")->value) == Missing::no_data);
  CHECK(plan.narratives[0].markdown == "Bonjour");
}

TEST_CASE("json plan: a changed value counts, whatever its _cells say") {
  Document document(R"( "nodes": [{"id": "A", "level": "axis", "title": {"fr": "Axe"}}],
 "budget_lines": [
  {"id": "l1", "node": "A", "amount": {"2012": "1000.00", "2013": "2.50"},
   "_origin": {"file": "tables/budget.csv", "row": 7},
   "_cells": {"amount.2012": {"column": 3, "header": "Montant.2012", "typed": "1.000"},
              "amount.2013": {"column": 4, "typed": "3,50"}}}]}
)");
  const Plan plan = document.loaded();
  const BudgetLine& line = plan.budget_lines[0];
  CHECK(line.amounts.at("2012").origin.file == "tables/budget.csv");
  CHECK(line.amounts.at("2012").origin.column == 3);
  CHECK(line.amounts.at("2012").origin.column_name == "Montant.2012");
  CHECK(line.amounts.at("2012").origin.text == "1.000");
  CHECK(line.amounts.at("2013").value == Money{250, "USD"});
  CHECK(line.amounts.at("2013").origin.row == 7);
  CHECK(line.amounts.at("2013").origin.column == 0);
  CHECK(line.amounts.at("2013").origin.text == "2.50");
}

TEST_CASE("json plan: every fault at its line and column") {
  CHECK(refused("nodes") == "\njson-broken 5:1");
  CHECK(refused(R"( "nodes": {}, "noeudz": [], "noeuds": [], "narratives": [{"slot": "a"}]})") ==
        "\njson-shape 5:11\njson-table-unknown 5:25\njson-shape 5:58");
  CHECK(refused(R"( "nodes": [
  {"id": "A", "level": "axis", "titel": {"fr": "Axe"}},
  {"id": "A", "level": "axes", "title": {"de": "Achse"}}, 7]})") ==
        "\ncolumn-unknown 6:41\nid-duplicate 7:10\ncolumn-language 7:48\njson-shape 7:59");
  CHECK(refused(R"( "nodes": [{"id": "A", "level": "axis", "title": {"fr": "Axe"}}],
 "budget_lines": [
  {"id": "l1", "node": "A", "amount": {"2012": {"amount": "1", "currency": "EUR"}}},
  {"id": "l2", "node": "A", "amount": {"2012": {"missing": "lost"}, "2013": [1]}},
  {"id": "l3", "node": "A", "amount": {"2012": "1.000,50", "2013": "1.005"}},
  {"id": "l4", "amount": {"2014": 1}}]})") ==
        "\njson-currency 7:48\njson-missing-kind 8:48\njson-shape 8:77\n"
        "amount-not-a-number 9:48\namount-decimals 9:68\ncell-missing 10:0\ncolumn-period 10:35");
}

TEST_CASE("json plan: settings are told at their lines too") {
  PlanFolder folder;
  folder.write("x.json",
               "{\n\t\"plan\": {\"rapporteur\": 1, \"id\": \"a b\",\n"
               "\t\"title\": \"\\ud83d\\ude00\", \"languages\": [\"fr\"],\n"
               "\t\"colour\": \"blue\"}}\n");
  Diagnostics diagnostics;
  CHECK_FALSE(load_plan(folder.path() / "x.json", diagnostics).has_value());
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    all += diagnostic.id + " " + std::to_string(diagnostic.origin.row) + ":" +
           std::to_string(diagnostic.origin.column) + "\n";
  }
  CHECK(all == "plan-value 2:34\nplan-key-unknown 4:2\n");
}

TEST_CASE("json plan: what is no export") {
  PlanFolder folder;
  for (const auto& [text, id] : std::vector<std::pair<std::string, std::string>>{
           {"[]", "json-not-a-plan"},
           {"{\"plan\": 5}", "json-not-a-plan"},
           {"", "json-broken"},
           {"{\"plan\": {}, \"rapporteur_export\": 2}", "json-version"}}) {
    folder.write("x.json", text);
    Diagnostics diagnostics;
    CHECK_FALSE(load_plan(folder.path() / "x.json", diagnostics).has_value());
    INFO(text);
    CHECK(std::ranges::any_of(diagnostics.all(),
                              [&](const Diagnostic& one) { return one.id == id; }));
  }
}

}  // namespace
}  // namespace rapporteur
