// The rules over prose: each fires, and keeps silent on the near miss.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/text.hpp"
#include "check/check.hpp"
#include "check/rule.hpp"
#include "check/text_words.hpp"
#include "load/load.hpp"

namespace rapporteur {
namespace {

/// A plan of texts: its narrative in French and whatever tables a test adds.
class Written {
 public:
  explicit Written(std::string_view french = {}, std::string_view english = {}) {
    write("plan.yaml",
          "rapporteur: 1\nid: texts\ntitle: {fr: Un plan, en: A plan}\nlanguages: [fr, en]\n"
          "currency: XOF\nperiods: [2020]\nreporting_period: 2020\n"
          "levels:\n  - {id: axis, label: {fr: Axe, en: Axis}}\n"
          "  - {id: project, label: {fr: Projet, en: Project}}\n"
          "numbers: {group: space, decimal: \",\"}\n");
    if (!french.empty()) {
      write("narrative/text.fr.md", french);
    }
    if (!english.empty()) {
      write("narrative/text.en.md", english);
    }
  }
  void write(const std::string& name, std::string_view text) const {
    std::filesystem::create_directories((path() / name).parent_path());
    REQUIRE(write_file(path() / name, text));
  }
  /// "rule row" of the findings of these rules, in their order.
  [[nodiscard]] std::string finds(std::string_view rules) const {
    Diagnostics diagnostics;
    const auto plan = load_plan(path(), diagnostics);
    REQUIRE(plan.has_value());
    check_plan(*plan, diagnostics);
    std::string found;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
      for (const std::string& rule : split(rules, ' ')) {
        if (diagnostic.id == rule) {
          found += (found.empty() ? "" : ", ") + rule + " " + std::to_string(diagnostic.origin.row);
        }
      }
    }
    return found;
  }

 private:
  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "texts"; }
  TemporaryDirectory folder_;
};

std::string in_french(std::string_view text, std::string_view rules) {
  return Written(text).finds(rules);
}
std::string in_english(std::string_view text, std::string_view rules) {
  return Written({}, text).finds(rules);
}

TEST_CASE("tokens_of: figures by the language of the text") {
  const auto number = [](std::string_view text, std::string_view language) {
    const std::vector<check::Token> tokens = check::tokens_of(text, language);
    REQUIRE(!tokens.empty());
    return (tokens[0].is_quantity() ? "" : "no quantity ") + to_string(tokens[0].number);
  };
  CHECK(number("8.219 garçons", "fr") == "8219");
  CHECK(number("8.219 kg", "en") == "8.219");
  CHECK(number("74\u202F861 personnes", "fr") == "74861");
  CHECK(number("12,5 %", "fr") == "12.5");
  CHECK(number("douze", "fr") == "12");
  CHECK(number("2020", "fr") == "no quantity 2020");
  CHECK(number("2e année", "fr") == "no quantity 2");
  CHECK(number("10-18 ans", "fr") == "no quantity 10");
  CHECK(number("31.12.2020", "fr") == "no quantity 0");
  CHECK(check::tokens_of("966 836/600 000 personnes", "fr").size() == 2);
}

TEST_CASE("prose-sum") {
  const char* const rule = "prose-sum";
  CHECK(in_french("Ont été formés 746 acteurs : 190 chefs, 230 leaders et 290 élus.", rule) ==
        "prose-sum 1");
  CHECK(in_french("74 861 personnes (15 577 hommes et 39 514 femmes) sont venues.", rule) ==
        "prose-sum 1");
  CHECK(in_french("Il y eut 2 171 porteurs, dont 1 227 femmes et 900 hommes.", rule) ==
        "prose-sum 1");
  CHECK(in_french("36 acteurs à A (16 dont 08 femmes), à B (15 dont 05 femmes) et à C (15 dont 09 "
                  "femmes).",
                  rule) == "prose-sum 1");
  CHECK(in_french("| Quoi | Total | Dont |\n|---|---|---|\n| Gens | 100 | 30 hommes, 60 femmes |",
                  rule) == "prose-sum 3");
  CHECK(in_english("We met 300 people (120 men, 140 women).", rule) == "prose-sum 1");
  // One cause in two languages.
  CHECK(Written("Ont été formés 30 acteurs : 9 chefs, 9 leaders et 9 élus.",
                "Trained: 30 actors: 9 chiefs, 9 leaders and 9 councillors.")
            .finds(rule) == "prose-sum 1");
  for (const char* const right : {
           "Ont été formés 710 acteurs : 190 chefs, 230 leaders et 290 élus.",
           "Il y eut 60 personnes, dont 20 femmes et 30 jeunes.",            // they may overlap
           "Il y eut 60 personnes, dont 20 femmes.",                         // a part
           "Une réunion de 45 personnes (2 jours, 3 salles, 1 animateur).",  // other units
           "80 participants (20 élus, 15 femmes leaders et 45 cadres).",
           "60 cadres, soit 20 par commune (20 à A, 20 à B et 20 à C).",
           "Ont été formés 90 agents : 40 élus, 30 chefs et 20 agents ; 12 sont partis.",
           "Il y eut 5 000 personnes au semestre (2 000 femmes et 1 500 hommes au Nord).",
           "Le coût est de 2 millions (900 000 en 2021 et 900 000 en 2022).",
           "45 % des femmes, 30 % des hommes et 20 % des jeunes sont venus.",
       }) {
    INFO(right);
    CHECK(in_french(right, rule).empty());
  }
  CHECK(in_english("123 women’s rights defenders and 20 men came.", rule).empty());
  CHECK(in_french("C’est vrai de A (65 %), de B (18 %), de C (14 %) et de D (2 %).",
                  "prose-rounding") == "prose-rounding 1");
  CHECK(in_french("La corruption vient en tête (2156 %).", "percent-over") == "percent-over 1");
  CHECK(in_french("Les prix sont en hausse de 1500 %.", "percent-over").empty());
}

TEST_CASE("prose-count") {
  const char* const rule = "prose-count";
  CHECK(in_french("Trois critères : l’âge ; le lieu ; le sexe ; la langue.", rule) ==
        "prose-count 1");
  CHECK(in_french("Une analyse dans 4 localités (Ségou, Sikasso et Kayes).", rule) ==
        "prose-count 1");
  CHECK(in_french("Quatre résultats y mènent :\n\n- paix ;\n- eau ;\n- santé.\n", rule) ==
        "prose-count 1");
  CHECK(in_french("Il y eut neuf (09) sessions. Les sessions se sont tenues à A, B, C, D, E, F, G, "
                  "H, I et J.",
                  rule) == "prose-count 1");
  CHECK(in_french("Il existe cinq (06) études.", rule) == "prose-count 1");
  for (const char* const right : {
           "Quatre critères : l’âge ; le lieu ; le sexe ; la langue.",
           "Une analyse dans 4 localités (Ségou, Sikasso, Koulikoro et Kayes).",
           "Elle couvre 8 régions (Kayes, Ségou, etc.).",
           "Il vient de 3 ministères : Santé, Économie et Finances, Justice.",
           "Ils étaient 25 personnes (Mali, Niger, Burkina).",
           "Les 3 produits sont les suivants.\n\n- un ;\n- deux.\n",
       }) {
    INFO(right);
    CHECK(in_french(right, rule).empty());
  }
  Written plan;
  plan.write("tables/nodes.csv",
             "id;level;parent;title.fr;description.fr\nA;axis;;Axe;L’axe a deux projets.\n"
             "P1;project;A;Un;\nP2;project;A;Deux;\n");
  CHECK(plan.finds(rule).empty());
  plan.write("tables/nodes.csv",
             "id;level;parent;title.fr;description.fr\nA;axis;;Axe;L’axe a trois projets.\n"
             "P1;project;A;Un;\nP2;project;A;Deux;\n");
  CHECK(plan.finds(rule) == "prose-count 2");
}

TEST_CASE("prose-figure and fact-two-values") {
  Written plan("Le plan coûtera 51,75 milliards de francs CFA.");
  plan.write("tables/nodes.csv", "id;level;title.fr\nA;axis;Axe\n");
  plan.write("tables/budget_lines.csv", "id;node;amount.2020\nl;A;51 750 000 000\n");
  CHECK(plan.finds("prose-figure").empty());
  plan.write("tables/budget_lines.csv", "id;node;amount.2020\nl;A;51 790 000 000\n");
  CHECK(plan.finds("prose-figure") == "prose-figure 1");

  Written key;
  key.write("tables/key_figures.csv",
            "id;name.fr;value;unit.fr;text.fr\n"
            "r;Résolution;520;femmes;La résolution 1325 a été lue à 520 femmes\n");
  CHECK(key.finds("prose-figure").empty());
  key.write("tables/key_figures.csv",
            "id;name.fr;value;unit.fr;text.fr\n"
            "r;Résolution;520;femmes;La résolution 1325 a été lue à 502 femmes\n");
  CHECK(key.finds("prose-figure") == "prose-figure 2");

  Written facts;
  facts.write("tables/facts.csv",
              "name;value;same_as\na;76,97 %;\nb;77 %;a\nc;60,44 %;\nd;60,6 %;c\n");
  CHECK(facts.finds("fact-two-values") == "fact-two-values 4");
  CHECK(in_french("Près de 70 % au 31 décembre 2020 (4 780 au 31.12.2021).", "fact-two-values") ==
        "fact-two-values 1");
  CHECK(in_french("Du 31 décembre 2019 au 31 décembre 2020.", "fact-two-values").empty());
  CHECK(in_french("Sur l’année, 746 acteurs : 190 chefs, 230 leaders et 290 élus.\n\nAu pilier 1, "
                  "710 acteurs (190 chefs, 230 leaders et 290 élus).",
                  "fact-two-values") == "fact-two-values 1");
}

TEST_CASE("near-duplicate") {
  const std::string head = "id;text.fr\n";
  const std::string text =
      "Suivre les recommandations faites aux partenaires pour s’assurer que "
      "les insuffisances de 2020 sont bien corrigées";
  Written plan;
  plan.write("tables/lessons.csv",
             head + "a;" + text + ".\nb;" + text +
                 " partout.\nc;Former tôt les comités de gestion "
                 "évite les pannes et les conflits autour des points d’eau du village.\n");
  CHECK(plan.finds("near-duplicate") == "near-duplicate 3");
  // Made to a pattern, with figures of its own.
  plan.write("tables/lessons.csv", head + "a;" + text + " en 3 mois.\nb;" + text + " en 9 mois.\n");
  CHECK(plan.finds("near-duplicate").empty());
}

TEST_CASE("acronyms") {
  Written plan("Le PNUD et le CTC ont siégé. **ALORS** tout va. L’OMS aussi, en 2020 : II.");
  plan.write("tables/acronyms.csv",
             "short;meaning.fr\nPNUD;Programme des Nations Unies pour le développement\n"
             "OMS;Organisation mondiale de la santé\nS&E;Suivi et évaluation\n");
  CHECK(plan.finds("acronym-unlisted acronym-unused") == "acronym-unlisted 1, acronym-unused 4");

  Written meanings("La Direction nationale de la pédagogie (DNP) et le centre de santé (CS).");
  meanings.write("tables/acronyms.csv",
                 "short;meaning.fr\nDNP;Direction nationale de la population\n"
                 "CS;Centres de santé\nVFF;Violences aux femmes et aux filles\n"
                 "VFFF;Violences faites aux femmes et aux filles\n");
  CHECK(meanings.finds("acronym-meanings") == "acronym-meanings 2, acronym-meanings 5");
}

TEST_CASE("name-variant and spelling-variant") {
  Written plan("L’ONU Femmes et l’ONUFEMMES, à Segou puis à Ségou.");
  plan.write("tables/organisations.csv",
             "id;name.fr;short.fr;aliases\nw;Entité des Nations Unies;ONU Femmes;ONUFEMMES\n");
  plan.write("tables/areas.csv", "id;name.fr\ns;Ségou\n");
  CHECK(plan.finds("name-variant") == "name-variant 1, name-variant 1");
  CHECK(in_french("Contre la Covid-19, la COVID 19 et la Covid-19.", "spelling-variant") ==
        "spelling-variant 1");
  CHECK(in_french("Les Nations Unies et les Nations unies.", "spelling-variant") ==
        "spelling-variant 1");
  CHECK(in_french("La phase 2 suit la phase 1. Les Nations Unies.", "spelling-variant").empty());
}

TEST_CASE("typography-fr and number-style") {
  CHECK(in_french("L'eau manque: voici.", "typography-fr") == "typography-fr 1, typography-fr 1");
  CHECK(in_french("L’eau manque\u00A0: voici 40\u202F% de «\u00A0tout\u00A0», à 12:30, sur "
                  "https://exemple.org/a:b et [là](https://exemple.org/?q=1).",
                  "typography-fr")
            .empty());
  CHECK(in_english("It's 40%: \"fine\"!", "typography-fr").empty());
  CHECK(in_french("15\u202F577 hommes, 8.219 garçons.", "number-style") == "number-style 1");
  CHECK(in_french("15\u202F577 hommes en 2020, le 06 février.", "number-style").empty());
  CHECK(in_french("Dans 05 localités.", "number-style") == "number-style 1");
}

TEST_CASE("form of a narrative") {
  CHECK(in_french("# Vide\n\n# Plein\n\nDu texte.\n", "heading-empty") == "heading-empty 1");
  CHECK(in_french("# Plein\n\n## Dessous\n\nDu texte.\n", "heading-empty").empty());
  CHECK(in_french("Un appel[^2].\n\n[^1]: Une note.\n", "footnote-orphan") ==
        "footnote-orphan 1, footnote-orphan 3");
  CHECK(in_french("Un appel[^1].\n\n[^1]: Une note.\n", "footnote-orphan").empty());
  CHECK(in_french("Voir [l’étude](file:///C:/Users/x/etude.pdf).", "local-link") == "local-link 1");
  CHECK(in_french("Voir [l’étude](https://exemple.org/etude.pdf).", "local-link").empty());
  CHECK(in_french("Le renforcement des capacités de\n\nUne phrase.", "sentence-cut") ==
        "sentence-cut 1");
  CHECK(in_french("Trois axes :\n\n- l’eau ;\n- la santé\n\nUn point.", "sentence-cut").empty());
  CHECK(in_english("It depends on whom you talk to.", "sentence-cut").empty());
  CHECK(in_french("Le texte est à compléter.", "placeholder") == "placeholder 1");
  CHECK(in_french("Au total, xxx personnes.", "placeholder") == "placeholder 1");
  CHECK(in_french("Il dit : « La paix […] revient. » Le XXIe siècle.", "placeholder").empty());
  CHECK(
      in_french("Pour cette 2e année, tout va.\n\nTout au long de la première année, la DUE a agi.",
                "stale-period") == "stale-period 3");
  CHECK(in_french("Pour cette 2e année, tout va.\n\nLa première année avait montré le chemin.",
                  "stale-period")
            .empty());
  CHECK(in_french("Sa diffusion est prévue pour décembre 2020.", "stale-period") ==
        "stale-period 1");
  CHECK(in_french("Sa diffusion est prévue pour mars 2021.", "stale-period").empty());
}

}  // namespace
}  // namespace rapporteur
