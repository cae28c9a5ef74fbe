// The annual narrative report of samples/spotlight-mali-2020 in the form of the Spotlight
// Initiative, read back: what the form asks for, in its order, with the figures of the plan.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "base/files.hpp"
#include "mptf_narrative.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

bool is_state(const std::string& cell) {
  return cell.starts_with("●") || cell.starts_with("○");
}

}  // namespace

TEST_CASE("narrative report: the sections of the form, in its order") {
  check_order(text_of(spotlight("fr.odt")),
              {"Fiche d’identification",
               "Liste des acronymes",
               "Résumé exécutif",
               "I. Résultats clés",
               "II. Gouvernance et coordination du programme",
               "III. Les partenariats autour du programme",
               "IV. Les résultats",
               "Résultats transversaux",
               "Résultat 1\u00A0: Cadre légal et politique",
               "Résultat 6\u00A0: Renforcement des mouvements féminins",
               "Santé reproductive",
               "Titulaires de droits (bénéficiaires)",
               "V. Défis et mesures",
               "VI. Leçons apprises et nouvelles opportunités",
               "VII. Pratiques innovantes, prometteuses ou bonnes",
               "VIII. Communication et visibilité",
               "IX. Prochaines étapes",
               "Annexe A. Cadre de résultats",
               "Annexe B. Matrice des risques",
               "Annexe C. Rapport d’engagement des OSC"});
  check_order(text_of(spotlight("en.odt")),
              {"Identification form", "List of acronyms", "Executive summary", "I. Key results",
               "IV. Results", "IX. Next steps", "Annex A. Results framework",
               "Annex D. Innovative, promising or good practices"});
}

TEST_CASE("narrative report: 60 indicators and 118 series, English in every report") {
  for (const std::string language : {"fr", "en"}) {
    CAPTURE(language);
    const Rows rows = rows_below(spotlight(language + ".odt"), "Indicator");
    std::set<std::string> codes;
    std::map<std::string, int> states;
    static const std::regex code("^([0-9.]+) .+");
    for (const Row& row : rows) {
      const auto state = std::ranges::find_if(row, is_state);
      if (state != row.end()) {
        ++states[flat(*state)];
      }
      const std::string first = flat(row[0]);
      std::smatch match;
      if (std::regex_match(first, match, code)) {
        codes.insert(match[1]);
      }
    }
    CHECK(codes.size() == 60);
    int series = 0;
    for (const auto& [state, count] : states) {
      series += count;
    }
    CHECK(series == 118);
    CHECK(states["● Reached"] == 22);  // four of them a yes: 2.1, 2.2, 4.1.3, 4.3
    CHECK(states["○ To check"] == 1);  // 2.2.3: from 4 down to 1, though more is better
  }
}

TEST_CASE("narrative report: one datum, printed as its place asks") {
  const Rows rows = rows_below(spotlight("fr.odt"), "Indicator");
  const auto found =
      std::ranges::find_if(rows, [](const Row& row) { return row[0].starts_with("3.2.1 "); });
  REQUIRE(found != rows.end());
  CHECK(std::ranges::count(*found, "139,327") == 1);
  CHECK(std::ranges::count(*found, "93%") == 1);
  CHECK(std::ranges::count(*found, "23%") == 1);
  CHECK(found->at(0).find("Value of the year alone") != std::string::npos);
  CHECK(text_of(spotlight("fr.odt")).find("139\u202F327\u00A0personnes") != std::string::npos);
}

TEST_CASE("narrative report: the datum changed once changes in the body and in the annex") {
  const TemporaryDirectory folder;
  const fs::path plan = folder.path() / "spotlight-mali-2020";
  fs::copy(SOURCE_DIR "/samples/spotlight-mali-2020", plan, fs::copy_options::recursive);
  std::string results = read_file(plan / "results/unicef.csv").value_or("");
  const std::string typed = "\n3.2.1;s3.2.1;139\u202F327;";
  REQUIRE(results.find(typed) != std::string::npos);
  results.replace(results.find(typed), typed.size(), "\n3.2.1;s3.2.1;139\u202F328;");
  REQUIRE(write_file(plan / "results/unicef.csv", results));
  int status = -1;
  const std::string said = run(BINARY_DIR "/bin/rapporteur build " + plan.string() +
                                   " --lang fr --to odt --out " + folder.path().string() + " 2>&1",
                               &status);
  INFO(said);
  REQUIRE(status == 0);
  const std::string odt = (folder.path() / "spotlight-mali-2020.mptf-narrative.fr.odt").string();
  CHECK(text_of(odt).find("sensibilisé et informé 139\u202F328\u00A0personnes") !=
        std::string::npos);
  const Rows rows = rows_below(odt, "Indicator");
  const auto found =
      std::ranges::find_if(rows, [](const Row& row) { return row[0].starts_with("3.2.1 "); });
  REQUIRE(found != rows.end());
  CHECK(std::ranges::count(*found, "139,328") == 1);
}

TEST_CASE("narrative report: 25 awards, their sub-totals, the total to the cent") {
  const Rows rows = rows_below(spotlight("fr.odt"), "Organisation de la société civile");
  CHECK(std::ranges::count_if(rows, [](const Row& row) { return row.size() == 8; }) == 25);
  const std::vector<std::pair<std::string, std::string>> sums{
      {"Sous-total, Produit 1.1", "507 107,00"}, {"Sous-total, Produit 2.3", "223 718,00"},
      {"Sous-total, Produit 3.1", "404 133,00"}, {"Sous-total, Produit 3.2", "743 288,12"},
      {"Sous-total, Produit 3.3", "757 982,00"}, {"Sous-total, Produit 4.1", "95 256,75"},
      {"Sous-total, Produit 4.2", "369 000,00"}, {"Sous-total, Résultat 3", "1 905 403,12"},
      {"Sous-total, Résultat 4", "464 256,75"},  {"Total des subventions aux OSC", "3 100 484,87"},
  };
  for (const auto& sum : sums) {
    const std::string& label = sum.first;
    CAPTURE(label);
    const Row* row = row_with(rows, label);
    REQUIRE(row != nullptr);
    CHECK(flat(row->at(1)) == sum.second);
  }
  const Row* management = row_with(rows, "Coûts de gestion du programme (préfinancement compris)");
  REQUIRE(management != nullptr);
  CHECK(management->at(1) == "s.o.");

  const Rows agencies = rows_below(spotlight("fr.odt"), "Agence (RUNO)");
  REQUIRE(row_with(agencies, "UNFPA") != nullptr);
  CHECK(flat(row_with(agencies, "UNFPA")->at(2)) == "868 594,87");
  REQUIRE(row_with(agencies, "[à compléter]") != nullptr);  // two awards name no agency
  CHECK(flat(row_with(agencies, "[à compléter]")->at(2)) == "360 912,00");
}

TEST_CASE("narrative report: beneficiaries and funding add up, one dollar apart") {
  const std::string file = spotlight("fr.odt");
  const Row* total = nullptr;
  const Rows people = rows_below(file, "Bénéficiaires");
  total = row_with(people, "Total");
  REQUIRE(total != nullptr);
  CHECK(flat(total->at(1)) == "1 051 244");
  CHECK(flat(total->at(3)) == "1 299 309");
  const Row* women = row_with(people, "dont femmes et filles");
  REQUIRE(women != nullptr);
  CHECK(flat(women->at(2)) == "65,3 %");
  CHECK(flat(women->at(4)) == "55,7 %");

  const Rows funding = rows_below(file, "Agence");
  const Row* sum = row_with(funding, "Total");
  REQUIRE(sum != nullptr);
  CHECK(flat(sum->at(1)) == "18 000 000");
  CHECK(flat(sum->at(3)) == "19 444 519");
  const auto notes = footnotes_of(file);
  CHECK(std::ranges::count_if(notes, [](const std::string& note) {
          return flat(note).find("donnent 18 000 001, soit un écart de 1") != std::string::npos;
        }) == 1);
}

TEST_CASE("narrative report: risks are scored, a slip of word and digit is told") {
  const Rows rows = rows_below(spotlight("fr.odt"), "N°");
  std::vector<std::string> scores;
  for (const Row& row : rows) {
    if (row.size() == 9) {
      scores.push_back(flat(row[4]));
    }
  }
  CHECK(scores.size() == 23);
  CHECK(std::ranges::count(scores, "20 extrême") == 2);
  CHECK(scores.at(0) == "12 élevé");  // "Probable-2": the word counts
  const auto notes = footnotes_of(spotlight("fr.odt"));
  CHECK(std::ranges::count_if(
            notes, [](const std::string& note) { return note.starts_with("Le plan écrit"); }) == 2);
  CHECK(run("pdffonts " + spotlight("fr.pdf")).find("LiberationSans") != std::string::npos);
}

TEST_CASE("narrative report: nothing without consent, nobody under age named or shown") {
  for (const std::string language : {"fr", "en"}) {
    CAPTURE(language);
    const std::string text = text_of(spotlight(language + ".odt"));
    CHECK(text.find("une élève de 13 ans") == std::string::npos);
    CHECK(text.find("a pupil of 13") == std::string::npos);
    CHECK(text.find("One Stop Center\nUne femme a longtemps") == std::string::npos);
    CHECK(text.find("où venait mon mal") == std::string::npos);
    CHECK(text.find("where my illness came") == std::string::npos);
    std::size_t shown = 0;
    const std::string content = part_of(spotlight(language + ".odt"), "content.xml");
    for (std::size_t at = 0; (at = content.find("<draw:image", at)) != std::string::npos; ++at) {
      ++shown;
    }
    CHECK(shown == 6);  // of eight: one refused, one not recorded and of minors
  }
  for (const std::string told : {"récit st-03", "citation q-09", "media/femmes-16-jours.png",
                                 "media/formation-rappeurs.png"}) {
    CAPTURE(told);
    CHECK(built_narrative("spotlight").said.find(told) != std::string::npos);
  }
}

TEST_CASE("narrative report: contents, footnotes and heads of long tables as laid out") {
  for (const std::string language : {"fr", "en"}) {
    CAPTURE(language);
    const auto pages = pages_of(spotlight(language + ".pdf"));
    CHECK(pages.size() > 60);
    const auto contents = contents_of(pages);
    CHECK(contents.size() > 50);
    for (const auto& line : contents) {
      const std::string& title = line.first;
      const std::size_t page = line.second;
      CAPTURE(title);
      REQUIRE(page >= 1);
      REQUIRE(page <= pages.size());
      CHECK(flat(pages[page - 1]).find(flat(title)) != std::string::npos);
    }
    const bool french = language == "fr";
    const std::size_t a = page_of(pages, french ? "Annexe A" : "Annex A");
    const std::size_t b = page_of(pages, french ? "Annexe B" : "Annex B");
    const std::size_t c = page_of(pages, french ? "Annexe C" : "Annex C");
    REQUIRE(a > 0);
    REQUIRE(b > a);
    REQUIRE(c > b);
    for (std::size_t page = a; page < b; ++page) {
      CAPTURE(page);
      CHECK(flat(pages[page - 1]).find("Reporting notes") != std::string::npos);
    }
    for (std::size_t page = b + 1; page < c; ++page) {
      CAPTURE(page);
      CHECK(flat(pages[page - 1]).find(french ? "Périodicité" : "Periodicity") !=
            std::string::npos);
    }
    const std::string content = part_of(spotlight(language + ".odt"), "content.xml");
    static const std::regex citation("<text:note-citation>([0-9]+)</text:note-citation>");
    int expected = 0;
    for (std::sregex_iterator note(content.begin(), content.end(), citation), end; note != end;
         ++note) {
      CHECK(std::stoi((*note)[1]) == ++expected);
    }
    CHECK(expected == static_cast<int>(footnotes_of(spotlight(language + ".odt")).size()));
    CHECK(expected > 10);
  }
}

TEST_CASE("narrative report: the same tables in DOCX") {
  const std::string file = spotlight("fr.docx");
  int series = 0;
  for (const Row& row : rows_below(file, "Indicator")) {
    series += std::ranges::any_of(row, is_state) ? 1 : 0;
  }
  CHECK(series == 118);
  const Rows awards = rows_below(file, "Organisation de la société civile");
  const Row* total = row_with(awards, "Total des subventions aux OSC");
  REQUIRE(total != nullptr);
  CHECK(flat(total->at(1)) == "3 100 484,87");
  CHECK(footnotes_of(file).size() == footnotes_of(spotlight("fr.odt")).size());
}

TEST_CASE("narrative report: items of a checklist in the language of their place") {
  const auto general = flat(text_of(built_narrative("general").place + "fr.odt"));
  CHECK(general.find("Fondé sur des faits, Chiffré, Élaboration participative") !=
        std::string::npos);
  CHECK(general.find("Evidence-based") == std::string::npos);
  // Annex A has English labels in every report
  const auto annex = text_of(spotlight("fr.odt"));
  CHECK(annex.find("Evidence-based") != std::string::npos);
  CHECK(annex.find("Fondé sur des faits") == std::string::npos);
}

}  // namespace rapporteur::test
