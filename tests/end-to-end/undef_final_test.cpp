// The final report to UNDEF, read back: from samples/spotlight-mali-2020, and from a small project
// whose every figure the test knows.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/files.hpp"
#include "mptf_narrative.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_pages = 15;

struct Report {
  std::string place;  ///< folder and name without language and kind
  std::string said;
};

Report build(const fs::path& plan, const std::string& words) {
  Report report;
  const std::string out = (plan.parent_path() / "out").string();
  int status = -1;
  report.said = run(BINARY_DIR "/bin/rapporteur build " + plan.string() + " --messages en --out " +
                        out + " " + words + " 2>&1",
                    &status);
  INFO(report.said);
  REQUIRE(status == 0);
  report.place = out + "/" + plan.filename().string() + ".undef-final.";
  return report;
}

const Report& spotlight_report() {
  static const TemporaryDirectory folder;
  static Report report;
  if (report.place.empty()) {
    const fs::path plan = folder.path() / "spotlight-mali-2020";
    fs::copy(SOURCE_DIR "/samples/spotlight-mali-2020", plan, fs::copy_options::recursive);
    const auto yaml = read_file(plan / "plan.yaml");
    REQUIRE(yaml.has_value());
    REQUIRE(write_file(
        plan / "plan.yaml",
        without_formats(*yaml) + "\nformats:\n  undef-final: { fund: \"Spotlight phase I\" }\n"));
    report = build(plan, "--to odt,docx,pdf");
  }
  return report;
}

/// A project of one outcome and one output; what a test changes it writes over.
fs::path small_project(const fs::path& folder, const std::string& options) {
  fs::path plan = folder / "project";
  fs::create_directories(plan / "tables");
  const auto file = [&](const std::string& name, const std::string& text) {
    REQUIRE(write_file(plan / name, text));
  };
  file("plan.yaml",
       "rapporteur: 1\nid: project\ntitle: { fr: Projet, en: Project }\nlanguages: [fr, en]\n"
       "currency: USD\nperiod: { start: 2022-01-01, end: 2023-12-31 }\nperiods: [2022, 2023]\n"
       "reporting_period: 2023\nlevels:\n"
       "  - { id: outcome, label: { fr: Effet, en: Outcome } }\n"
       "  - { id: output, label: { fr: Produit, en: Output } }\n"
       "numbers: { group: space, decimal: \",\" }\nformats:\n  undef-final: {" +
           options + "}\n");
  file("tables/nodes.csv",
       "id;level;parent;code;title.fr;title.en\no1;outcome;;1;Droits;Rights\n"
       "o1.1;output;o1;1.1;Formations;Training\n");
  file("tables/indicators.csv",
       "id;node;code;title.fr;title.en;type;direction;aggregation\n"
       "i1;o1;1.a;Part informée;Share informed;percent;up;stock\n"
       "i2;o1.1;1.1.a;Personnes formées;People trained;count;up;cumulative\n"
       "i3;o1.1;1.1.b;Guide publié;Guide published;yes_no;up;stock\n");
  file("tables/values.csv",
       "indicator;kind;period;value;note.fr;note.en\n"
       "i1;baseline;;20 %;;\ni1;target;2023;60 %;;\n"
       "i1;actual;2023;52,5 %;Une radio a fermé.;A radio station closed.\n"
       "i2;baseline;;0;;\ni2;target;2023;1 200;;\ni2;actual;2023;1 500;;\n"
       "i3;baseline;;non;;\ni3;target;2023;oui;;\ni3;actual;2023;non;;\n");
  file("tables/contributions.csv",
       "id;donor;fund;amount;status\nc1;UNDEF;UNDEF;200 000;allocated\n"
       "c2;Ville;Ville;15 000;allocated\n");
  return plan;
}

}  // namespace

TEST_CASE("UNDEF report: the form's sections in their order, at most 15 pages before the annex") {
  const Report& report = spotlight_report();
  check_order(
      plain_spaces(text_of(report.place + "fr.odt")),
      {"Rapport narratif final", "1. Informations générales", "2. Situation financière du projet",
       "Observations sur la situation financière", "3. Résumé",
       "Changements par rapport au document de projet", "4. Groupes cibles et bénéficiaires",
       "5. Partenaires", "6. Effets : prévu et réalisé", "7. Produits : prévu et réalisé",
       "8. Difficultés, changements et risques", "Principaux risques", "9. Leçons apprises",
       "10. Durabilité", "Paroles de participants", "11. Documents complémentaires",
       "Annexe. Indicateurs de produit"});
  for (const std::string language : {"fr", "en"}) {
    CAPTURE(language);
    const auto pages = pages_of(report.place + language + ".pdf");
    const auto annex = std::ranges::find_if(pages, [](const std::string& page) {
      return page.find("Annexe. ") != std::string::npos ||
             page.find("Annex. ") != std::string::npos;
    });
    REQUIRE(annex != pages.end());
    CHECK(static_cast<std::size_t>(annex - pages.begin()) <= most_pages);
    CHECK(tables_of(report.place + language + ".odt") ==
          tables_of(report.place + language + ".docx"));
  }
  CHECK(report.said.find("limit-pages") == std::string::npos);
  CHECK(report.said.find("limit-unmeasured") == std::string::npos);
}

TEST_CASE("UNDEF report: every indicator of the sample, the gravest risks only") {
  const Rows rows = rows_below(spotlight_report().place + "fr.odt", "Indicateur");
  const auto indicators =
      std::ranges::count_if(rows, [](const Row& row) { return row.size() == 8; });
  CHECK(indicators == 60);
  const Rows risks = rows_below(spotlight_report().place + "fr.odt", "N°");
  const auto rated = std::ranges::count_if(risks, [](const Row& row) { return row.size() > 5; });
  const std::string text = flat(text_of(spotlight_report().place + "fr.odt"));
  CHECK(text.find("Sur 23 risques inscrits au registre, " + std::to_string(rated) + " sont") !=
        std::string::npos);
}

TEST_CASE("UNDEF report: nothing of people without their consent") {
  const Report& report = spotlight_report();
  const std::string text = flat(text_of(report.place + "en.odt"));
  CHECK(text.find("a person under age (age and place withheld)") != std::string::npos);
  CHECK(text.find("aged 13") == std::string::npos);
  CHECK(text.find("Training young rappers") == std::string::npos);  // consent not recorded
  CHECK(text.find("Women mark the 16 days") == std::string::npos);  // refused
  CHECK(text.find("The night of domestic workers") != std::string::npos);
  CHECK(report.said.find("media/femmes-16-jours.png") != std::string::npos);
}

TEST_CASE("UNDEF report: planned, achieved and the variance, exact; a reason that lacks is loud") {
  const TemporaryDirectory folder;
  const Report report = build(small_project(folder.path(), ""), "--to odt");
  const Rows rows = rows_below(report.place + "fr.odt", "Indicateur");
  const auto row_of = [&](const std::string& title) {
    const Row* row = row_with(rows, title);
    REQUIRE(row != nullptr);
    Row plain;
    for (const std::string& cell : *row) {
      plain.push_back(flat(cell));
    }
    return plain;
  };
  CHECK(row_of("1.a Part informée") ==
        Row{"1.a Part informée", "20 %", "60 %", "52,5 %", "−7,5 %", "81 %", "Une radio a fermé."});
  CHECK(row_of("1.1.a Personnes formées") ==
        Row{"1.1.a Personnes formées", "0", "1 200", "1 500", "+300", "125 %", ""});
  CHECK(row_of("1.1.b Guide publié") ==
        Row{"1.1.b Guide publié", "non", "oui", "non", "–", "0 %", "[raison manquante]"});
  CHECK(report.said.find("indicateurs 1.1.b.") != std::string::npos);
}

TEST_CASE("UNDEF report: the grant, what came of it, budget against expenditure") {
  const TemporaryDirectory folder;
  const fs::path plan = small_project(folder.path(), " fund: UNDEF, received: \"180000.50\" ");
  REQUIRE(write_file(plan / "tables/expenditures.csv",
                     "id;node;period;budgeted;spent\ne1;o1.1;2022;90 000;80 000,25\n"
                     "e2;o1.1;2023;110 000;60 000\n"));
  Report report = build(plan, "--to odt --lang en");
  std::string text = flat(text_of(report.place + "en.odt"));
  CHECK(text.find("a) Amount of the grant 200,000") != std::string::npos);
  CHECK(text.find("c) Used of the funds received 140,000") != std::string::npos);
  CHECK(text.find("d) Balance (b – c) 40,000") != std::string::npos);
  CHECK(text.find("Co-financing 15,000") != std::string::npos);
  const Rows rows = rows_below(report.place + "en.odt", "Line");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == Row{"1.1 Training – 2022", "90,000.00", "80,000.25", "9,999.75", "88.9%"});
  CHECK(rows[2] == Row{"Total", "200,000.00", "140,000.25", "59,999.75", "70.0%"});

  // an amount that is not there is not zero: neither a total nor a balance of a part
  REQUIRE(write_file(plan / "tables/expenditures.csv",
                     "id;node;period;budgeted;spent\ne1;o1.1;2022;90 000;80 000\n"
                     "e2;o1.1;2023;110 000;\n"));
  report = build(plan, "--to odt --lang en");
  const Rows gaps = rows_below(report.place + "en.odt", "Line");
  REQUIRE(gaps.size() == 3);
  CHECK(gaps[2][1] == "200,000.00");
  CHECK(gaps[2][2] == "–");
  text = flat(text_of(report.place + "en.odt"));
  CHECK(text.find("d) Balance (b – c) 40,000") == std::string::npos);
}

TEST_CASE("UNDEF report: what the plan lacks shows in its section") {
  const TemporaryDirectory folder;
  const Report report = build(small_project(folder.path(), ""), "--to odt --lang en");
  const std::string text = flat(text_of(report.place + "en.odt"));
  for (const std::string absent :
       {"no expenditures", "does not count the people", "names no challenge",
        "No risk is registered", "names no partner", "names no lesson", "names no study"}) {
    CHECK_MESSAGE(text.find(absent) != std::string::npos, absent);
  }
  for (const std::string slot : {"summary", "financial-status", "changes", "sustainability"}) {
    CHECK_MESSAGE(report.said.find("“" + slot + "” is missing") != std::string::npos, slot);
  }
}

TEST_CASE("UNDEF report: a sixteenth page is told") {
  const TemporaryDirectory folder;
  const fs::path plan = small_project(folder.path(), "");
  fs::create_directories(plan / "narrative");
  std::string summary;
  for (int i = 0; i < 400; ++i) {
    summary += "The project went on and this sentence makes its report longer than it may be.\n\n";
  }
  REQUIRE(write_file(plan / "narrative/summary.en.md", summary));
  const Report report = build(plan, "--to pdf --lang en");
  CHECK(pages_of(report.place + "en.pdf").size() > most_pages);
  CHECK(report.said.find("limit-pages") != std::string::npos);
}

}  // namespace rapporteur::test
