// The general form of the MPTF Office, from the same plan as the Spotlight form: its sections, its
// length, and what it leaves out for want of data.
#include <doctest/doctest.h>

#include "base/files.hpp"
#include "mptf_narrative.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

}  // namespace

TEST_CASE("general form: its sections, 10 to 15 pages, what the plan lacks left out") {
  const Built& report = built_narrative("general");
  check_order(
      text_of(report.place + "fr.odt"),
      {"Résumé exécutif", "I. Objectif", "II. Résultats", "i) Rapport descriptif sur les résultats",
       "Effets", "Produits", "Retards, défis, leçons apprises et meilleures pratiques",
       "Évaluation qualitative", "ii) Évaluation de la performance sur la base des indicateurs",
       "iii) Histoire spécifique", "III. Autres évaluations"});
  CHECK(text_of(report.place + "fr.odt").find("IV. Révisions programmatiques") ==
        std::string::npos);
  CHECK(report.said.find("Révisions programmatiques") != std::string::npos);
  CHECK(report.said.find("Taux d’exécution") != std::string::npos);
  for (const std::string language : {"fr", "en"}) {
    CAPTURE(language);
    const std::size_t pages = pages_of(report.place + language + ".pdf").size();
    CHECK(pages >= 10);
    CHECK(pages <= 15);
  }
  CHECK(report.said.find("limit-pages") == std::string::npos);
  CHECK(report.said.find("“Résumé exécutif” has 565 words") != std::string::npos);
  const Rows rows = rows_below(report.place + "fr.odt", "Indicateur : référence / cible prévue");
  std::size_t indicators = 0;
  for (const Row& row : rows) {
    indicators += row.size() == 4 ? 1 : 0;
  }
  CHECK(indicators == 60);
}

TEST_CASE("general form: what expenditures and dated reviews of the plan add to it") {
  const TemporaryDirectory folder;
  const fs::path plan = plan_for("general", folder.path());
  REQUIRE(write_file(plan / "tables/expenditures.csv",
                     "id;agency;period;budgeted;committed;spent\n"
                     "e1;undp;2020;1 000 000;900 000;500 000,50\n"
                     "e2;unfpa;2020;1 000 000;;750 000\ne3;undp;2019;5;5;5\n"));
  REQUIRE(write_file(plan / "tables/monitoring_events.csv",
                     "id;kind;title.fr;title.en;date\n"
                     "v1;mid_term;Mi-parcours;Mid-term;2021-06\nv2;review;Revue;Review;2020-11\n"));
  const std::string out = (folder.path() / "out").string();
  int status = -1;
  std::string said = run(BINARY_DIR "/bin/rapporteur build " + plan.string() +
                             " --lang fr --to odt --messages en --out " + out + " 2>&1",
                         &status);

  REQUIRE(status == 0);
  const std::string text = flat(text_of(out + "/spotlight-mali-2020.mptf-narrative.fr.odt"));
  CHECK(text.find("Sur 2 000 000 USD prévus en 2020, 1 250 000,50 USD ont été "
                  "dépensés, soit un taux d’exécution de 62,5 %.") != std::string::npos);
  CHECK(text.find(" V. Ressources ") != std::string::npos);
  CHECK(said.find("Taux d’exécution") == std::string::npos);
  CHECK(text.find("le cas échéant : ☑ oui ☐ non (novembre 2020)") != std::string::npos);
  CHECK(text.find("le cas échéant : ☐ oui ☑ non") != std::string::npos);

  // an amount that is not there is not zero: no rate of a part
  REQUIRE(write_file(plan / "tables/expenditures.csv",
                     "id;agency;period;budgeted;spent\ne1;undp;2020;1 000;500\n"
                     "e2;unfpa;2020;1 000;\n"));
  said = run(BINARY_DIR "/bin/rapporteur build " + plan.string() +
                 " --lang fr --to odt --messages en --out " + out + " 2>&1",
             &status);
  REQUIRE(status == 0);
  CHECK(said.find("Taux d’exécution") != std::string::npos);
  CHECK(text_of(out + "/spotlight-mali-2020.mptf-narrative.fr.odt").find("taux d’exécution de") ==
        std::string::npos);
}

}  // namespace rapporteur::test
