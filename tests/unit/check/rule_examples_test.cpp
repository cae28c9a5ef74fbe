// Rules that have no test of their own elsewhere: an example that each finds, and a near one that
// it passes over. And the number of rules without any example: none.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/files.hpp"
#include "check/check.hpp"
#include "check/manual.hpp"
#include "load/load.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

using Files = std::vector<std::pair<std::string, std::string>>;

struct Example {
  std::string rule;
  std::string file;    ///< the file in which the two differ
  std::string faulty;  ///< its text
  std::string right;
  Files others;
};

constexpr const char* settings = R"(rapporteur: 1
id: example
title: { fr: Un programme, en: A programme }
languages: [fr, en]
currency: USD
periods:
  - { id: 2020, start: 2020-01-01, end: 2020-12-31 }
  - { id: 2021, start: 2021-01-01, end: 2021-12-31 }
  - { id: 2022, start: 2022-01-01, end: 2022-12-31 }
reporting_period: 2021
levels:
  - { id: outcome, label: { fr: Effet, en: Outcome }, numbering: "1" }
  - { id: output, label: { fr: Produit, en: Output }, numbering: "1" }
numbers: { group: space, decimal: "," }
)";
constexpr const char* nodes =
    "id;level;parent;title.fr\nR1;outcome;;Un effet\nP1;output;R1;Un produit\n";

std::vector<Example> examples() {
  const std::string indicators = "id;node;title.fr;type;direction;source.fr\n";
  const std::string one = indicators + "i;P1;Un compte;count;up;\n";
  const std::string three = indicators +
                            "i;P1;Un compte;count;up;\nj;P1;Deux comptes;count;up;\n"
                            "k;P1;Trois comptes;count;up;\n";
  const std::string values = "indicator;kind;period;value;note.fr\n";
  const std::string organisations =
      "id;name.fr;short.fr;kind;type\nA;Une;A;agency;international\nB;Deux;B;agency;national\n"
      "C;Trois;C;agency;national\nD;Quatre;D;agency;national\n";
  const std::string awards = "id;organisation;agency;type;new_partner;amount\n";
  const std::string risks = "id;title.fr;mitigation.fr;owner;frequency\n";
  const std::string practices =
      "id;class;title.fr;description.fr;objective.fr;stakeholders.fr;innovation.fr;challenges.fr;"
      "results.fr\n";
  const std::string partners = "organisation;kind;group.fr;role.fr\n";
  const std::string figures = "id;name.fr;value;unit.fr;period;places\n";
  std::vector<Example> all;
  const auto add = [&](std::string rule, std::string file, std::string faulty, std::string right,
                       Files others = {}) {
    all.push_back(
        {std::move(rule), std::move(file), std::move(faulty), std::move(right), std::move(others)});
  };
  const std::string yearly = "id;node;title.fr;kind;amount.2020;amount.2021;amount.2022\n";
  add("yearly-gap", "tables/budget_lines.csv",
      yearly + "a;P1;Un forum par an;amount;;10;10\nb;P1;Études;amount;5;5;5\n",
      yearly + "a;P1;Un forum par an;amount;10;10;10\nb;P1;Études;amount;5;5;5\n");
  std::string paid = "id;node;kind;partners;amount.2020\n";
  for (const char* const id : {"a", "b", "c", "d", "e"}) {
    paid += std::string(id) + ";P1;amount;A;5\n";
  }
  add("missing-partner", "tables/budget_lines.csv", paid + "f;P1;amount;;5\n",
      paid + "f;P1;amount;B;5\n", {{"tables/organisations.csv", organisations}});
  std::string percents = "id;node;title.fr;type\n";
  std::string percent_values = values;
  for (const char* const id : {"a", "b", "c", "d", "e", "f"}) {
    percents += std::string(id) + ";P1;Part " + id + ";percent\n";
    percent_values += std::string(id) + ";baseline;;20 %;\n" + id + ";target;2022;30 %;\n";
  }
  percents += "z;P1;Part z;percent\n";
  add("percent-as-count", "tables/values.csv",
      percent_values + "z;baseline;;2;\nz;target;2022;12;\n",
      percent_values + "z;baseline;;2 %;\nz;target;2022;12 %;\n",
      {{"tables/indicators.csv", percents}});
  add("milestone-is-baseline", "tables/values.csv",
      values + "i;baseline;;2;\ni;milestone;2021;2;\ni;target;2022;5;\n",
      values + "i;baseline;;2;\ni;milestone;2021;3;\ni;target;2022;5;\n",
      {{"tables/indicators.csv", one}});
  const std::string marks = "i;milestone;2021;3;\nj;milestone;2021;3;\n";
  add("milestone-period", "tables/values.csv", values + marks + "k;milestone;2020;3;\n",
      values + marks + "k;milestone;2021;3;\n", {{"tables/indicators.csv", three}});
  const std::string series = "id;indicator;label.fr\na;i;Un\nb;i;Deux\nc;i;Trois\nd;i;Quatre\n";
  std::string paces = "series;kind;period;value\n";
  for (const char* const id : {"a", "b", "c"}) {
    paces += std::string(id) + ";baseline;;0\n" + id + ";milestone;2021;50\n" + id +
             ";target;2022;100\n";
  }
  add("milestone-odd", "tables/values.csv",
      paces + "d;baseline;;0\nd;milestone;2021;1\nd;target;2022;100\n",
      paces + "d;baseline;;0\nd;milestone;2021;50\nd;target;2022;100\n",
      {{"tables/indicators.csv", one}, {"tables/series.csv", series}});
  const std::string due = "i;baseline;;800;\ni;milestone;2021;900;\n";
  add("actual-unchanged", "tables/values.csv",
      values + due + "i;actual;2021;800;Les chiffres sont des estimations\n",
      values + due + "i;actual;2021;880;Les chiffres sont des estimations\n",
      {{"tables/indicators.csv", one}});
  const std::string sourced =
      indicators + "i;P1;Un;count;up;Registre\nj;P1;Deux;count;up;Registre\n";
  add("missing-source", "tables/indicators.csv", sourced + "k;P1;Trois;count;up;\n",
      sourced + "k;P1;Trois;count;up;Enquête\n");
  add("source-years", "tables/indicators.csv", indicators + "i;P1;Un;count;up;Enquête 2019/2021\n",
      indicators + "i;P1;Un;count;up;Enquête 2019/2022\n",
      {{"tables/values.csv", values + "i;target;2022;5;\n"}});
  std::string asked = "id;node;title.fr;type;disaggregation.fr\n";
  std::string aims = values;
  for (const char* const id : {"a", "b", "c", "d", "e"}) {
    asked += std::string(id) + ";P1;Compte " + id + ";count;par sexe\n";
    aims += std::string(id) + ";target;2022;5;\n";
  }
  add("disaggregation-unfilled", "tables/values.csv", aims, values,
      {{"tables/indicators.csv", asked}});
  std::string outputs = nodes;
  std::string measured = "id;node;title.fr;type\ni1;P1;Compte 1;count\n";
  for (const char* const id : {"2", "3", "4", "5"}) {
    outputs += std::string("P") + id + ";output;R1;Produit " + id + "\n";
    measured += std::string("i") + id + ";P" + id + ";Compte " + id + ";count\n";
  }
  outputs += "P6;output;R1;Produit 6\n";
  add("missing-indicator", "tables/indicators.csv", measured, measured + "i6;P6;Compte 6;count\n",
      {{"tables/nodes.csv", outputs}});
  add("title-repeated", "tables/risks.csv",
      risks + "a;Retards de livraison;Retards de livraison. Commander plus tôt;A;\n",
      risks + "a;Retards de livraison;Commander plus tôt;A;\n",
      {{"tables/organisations.csv", organisations}});
  const std::string sectors = "id;indicator;label.fr\na;i;Santé\nb;i;Justice\n";
  const std::string notes = "series;kind;period;value;note.fr\na;actual;2021;1;Plan de santé\n";
  add("note-slipped", "tables/values.csv", notes + "b;actual;2021;2;Plan de santé\n",
      notes + "b;actual;2021;2;Plan de justice\n",
      {{"tables/indicators.csv", one}, {"tables/series.csv", sectors}});
  const std::string named =
      "id;name.fr;short.fr;kind\nx;Association des puits;APU;cso\ny;Union des greniers;UGR;cso\n";
  add("paragraph-slipped", "tables/partners.csv",
      partners +
          "x;civil_society;;\"Creuse des puits.\nUGR est née en 1998.\"\n"
          "y;civil_society;;Bâtit des greniers.\n",
      partners +
          "x;civil_society;;Creuse des puits.\n"
          "y;civil_society;;\"Bâtit des greniers.\nUGR est née en 1998.\"\n",
      {{"tables/organisations.csv", named}});
  add("text-marker", "tables/risks.csv",
      risks + "a;Crue (ce risque est un nouveau risque);Digue;A;\n", risks + "a;Crue;Digue;A;\n",
      {{"tables/organisations.csv", organisations}});
  const std::string who = "id;level;parent;title.fr;lead;partners\nR1;outcome;;Un effet;;\n";
  add("organisation-twice", "tables/nodes.csv", who + "P1;output;R1;Un produit;A;\"B; C; B\"\n",
      who + "P1;output;R1;Un produit;A;\"B; C; D\"\n",
      {{"tables/organisations.csv", organisations}});
  add("organisation-type", "tables/awards.csv", awards + "1;A;B;National;;5\n",
      awards + "1;A;B;International;;5\n", {{"tables/organisations.csv", organisations}});
  add("new-partner", "tables/awards.csv", awards + "1;A;B;;yes;5\n2;A;B;;no;6\n",
      awards + "1;A;B;;yes;5\n2;A;C;;no;6\n", {{"tables/organisations.csv", organisations}});
  const std::string funded = "id;agency;amount\n1;A;5\n2;B;6\n3;C;7\n4;D;8\n";
  const std::string told = "id;node;claim.fr;agency\n1;P1;Un puits;A\n2;P1;Deux;B\n3;P1;Trois;C\n";
  add("agency-coverage", "tables/claims.csv", told, told + "4;P1;Quatre puits;D\n",
      {{"tables/organisations.csv", organisations}, {"tables/contributions.csv", funded}});
  std::string watched = risks;
  for (const char* const id : {"a", "b", "c", "d", "e", "f"}) {
    watched += std::string(id) + ";Risque " + id + ";Mesure " + id + ";A;mensuelle\n";
  }
  add("cell-empty", "tables/risks.csv", watched + "g;Risque g;Mesure g;A;\n",
      watched + "g;Risque g;Mesure g;A;annuelle\n", {{"tables/organisations.csv", organisations}});
  const std::string sheet = "Clubs;Des clubs;Agir;Tous;Oui;Aucun;Bons\n";
  add("class-missing", "tables/practices.csv", practices + "a;;" + sheet,
      practices + "a;good;" + sheet);
  const std::string grouped = partners + "A;government;État;Finance\nB;government;État;Conseille\n";
  add("heading-missing", "tables/partners.csv", grouped + "C;government;;Suit\n",
      grouped + "C;government;État;Suit\n", {{"tables/organisations.csv", organisations}});
  add("figure-undated", "tables/key_figures.csv", figures + "a;Puits;12;puits;;\n",
      figures + "a;Puits;12;puits;2021;\n");
  add("figure-undivided", "tables/key_figures.csv", figures + "a;Formés;120;personnes;2021;\n",
      figures + "a;Femmes formées;120;femmes;2021;\n");
  add("missing-place", "tables/key_figures.csv",
      figures + "a;Puits;12;puits;2021;Kayes\nb;Écoles;3;écoles;2021;\n",
      figures + "a;Puits;12;puits;2021;Kayes\nb;Écoles;3;écoles;2021;Mopti\n");
  add("narrative-translation", "narrative/b.en.md", "", "The second text.\n",
      {{"narrative/a.fr.md", "Le texte.\n"},
       {"narrative/a.en.md", "The text.\n"},
       {"narrative/b.fr.md", "Le second texte.\n"}});
  add("prose-share", "narrative/a.fr.md",
      "Sur l’année, 1\u202f150 dossiers ont été ouverts, dont 640 clos (65\u202f%).\n",
      "Sur l’année, 1\u202f150 dossiers ont été ouverts, dont 640 clos (56\u202f%).\n");
  add("prose-share", "narrative/a.fr.md",
      "Ainsi 83\u202f% des 12\u202f030 détenus attendent, soit 8\u202f985 personnes.\n",
      "Ainsi 83\u202f% des 12\u202f030 détenus attendent, soit 9\u202f985 personnes.\n");
  add("prose-share", "narrative/a.en.md",
      "Of 200 schools, 40% of the 90 rural ones, or 63, have water.\n",
      "Some 40% of the 90 rural schools, or 20 per district, have water.\n");
  add("prose-sum", "narrative/a.fr.md",
      "Sur 40 greniers prévus, 37 sont bâtis : 22 dans le Guéra, 15 dans le Batha et 10 dans le "
      "Kanem.\n",
      "Sur 40 greniers prévus, 37 sont bâtis : 12 dans le Guéra, 15 dans le Batha et 10 dans le "
      "Kanem.\n");
  add("prose-sum", "narrative/a.fr.md",
      "Sur 65 villages menacés, 6 sont partis et 17 le veulent ; les 52 autres restent.\n",
      "Sur 65 villages menacés, 6 sont partis et 17 le veulent ; les 42 autres restent.\n");
  add("translation-figures", "narrative/a.en.md", "In 2021 we met 344 people in 19 towns.\n",
      "In 2021, we met 334 people in nineteen towns.\n",
      {{"narrative/a.fr.md", "En 2021, nous avons vu 334 personnes dans 19 villes.\n"}});
  const std::string costs = "id;node;kind;amount.2020\na;P1;amount;1 145 000\n";
  add("prose-figure", "narrative/a.fr.md",
      "Le plan coûte 1,245 million de dollars, dont 20\u202f000 dollars pour les études.\n",
      "Le plan coûte 1,145 million de dollars, dont 20\u202f000 dollars pour les études.\n",
      {{"tables/budget_lines.csv", costs}});
  add("prose-figure", "narrative/a.fr.md", "Il faut 1,5 million de dollars pour l’effet 1.\n",
      "Il faut 1,1 million de dollars pour l’effet 1, et 0,2 million de dollars pour les études.\n",
      {{"tables/budget_lines.csv", costs}});
  add("placeholder", "narrative/a.fr.md", "Une charte, dont LNOB ? : Yes.\n",
      "Une charte : oui. Pourquoi ? Pour tous.\n");
  add("name-variant", "narrative/a.fr.md",
      "La CEDEAO agit. La CEDEAO aide. La CEDEAO et la CEDAO.\n",
      "La MINUSMA agit. La MINUSMA aide. La MINUSMA et la MINUSCA.\n");
  add("name-variant", "narrative/a.fr.md",
      "Le ministère de la Sécurité et de la Protection sociale y veille.\n",
      "Le ministère de la Sécurité et de la Protection civile y veille.\n",
      {{"tables/organisations.csv",
        "id;name.fr;short.fr\nm;Ministère de la Sécurité et de la Protection civile;MSPC\n"}});
  const std::string aligned = "id;level;parent;title.fr;alignment.fr\nR1;outcome;;Un effet;";
  add("name-variant", "tables/nodes.csv",
      aligned +
          "Plan d’action 1325 (2019–2023), 2.3\nP1;output;R1;Un;Plan d’action national 1325 "
          "(2019–2023), 2.4\n",
      aligned +
          "Politique de l’eau (2016), 2.3\nP1;output;R1;Un;Politique de la santé (2016), 2.4\n");
  add("announced-missing", "tables/claims.csv",
      "id;node;claim.fr\n1;P1;Les activités suivantes ont été réalisées au titre de ce pilier\n",
      "id;node;claim.fr\n1;P1;Le pilier a formé douze juges de paix\n");
  const std::string claims =
      "id;node;theme;claim.fr;agency\n1;P1;;Un;A\n2;P1;;Deux;A\n3;P1;;Trois;B\n"
      "4;P1;;Quatre;B\n5;P1;;Cinq;C\n6;P1;;Six;C\n7;P1;;Sept;A\n8;P1;;Huit;B\n";
  add("missing-agency", "tables/claims.csv", claims + "9;P1;;Neuf;\n",
      claims + "9;;transversal;Neuf;\n", {{"tables/organisations.csv", organisations}});
  return all;
}

std::vector<std::string> found_in(const Example& example, const std::string& text) {
  const TemporaryDirectory folder;
  const auto write = [&](const std::string& name, const std::string& content) {
    const fs::path file = folder.path() / "plan" / name;
    fs::create_directories(file.parent_path());
    REQUIRE(write_file(file, content));
  };
  write("plan.yaml", settings);
  write("tables/nodes.csv", nodes);
  for (const auto& [name, content] : example.others) {
    write(name, content);
  }
  if (!text.empty()) {
    write(example.file, text);
  }
  Diagnostics diagnostics;
  const auto plan = load_plan(folder.path() / "plan", diagnostics);
  std::vector<std::string> ids;
  if (plan) {
    check_plan(*plan, diagnostics);
  } else {
    ids.emplace_back("(not loaded)");
  }
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    ids.push_back(diagnostic.id);
  }
  return ids;
}

TEST_CASE("rules by example: found in one, passed over in the other") {
  for (const Example& example : examples()) {
    CAPTURE(example.rule);
    const std::vector<std::string> faulty = found_in(example, example.faulty);
    const std::vector<std::string> right = found_in(example, example.right);
    CAPTURE(faulty);
    CAPTURE(right);
    CHECK(std::ranges::count(faulty, example.rule) == 1);
    CHECK(std::ranges::count(right, example.rule) == 0);
    CHECK(std::ranges::count(faulty, "(not loaded)") + std::ranges::count(right, "(not loaded)") ==
          0);
  }
}

/// An id that stands in none of the tests has no example.
TEST_CASE("every rule has a test that names it") {
  std::string tests;
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR "/tests/unit/check")) {
    tests += read_file(entry.path()).value_or("");
  }
  for (const std::string& id : check::finding_ids()) {
    if (check::explain(id, "en").find('\n') != std::string::npos &&
        check::rules_manual().find("| `" + id + "` |") != std::string::npos) {
      INFO(id);
      CHECK(tests.find(id) != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace rapporteur
