// The annual narrative report of samples/spotlight-mali-2020 in both its forms, read back: what the
// form asks for, in its order, with the figures of the plan.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "base/files.hpp"
#include "documents.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

struct Built {
  std::string place;  ///< folder and name without language and kind
  std::string said;
};

/// The sample in one of the forms, both languages, built once.
const Built& built(const std::string& form) {
  static const TemporaryDirectory folder;
  static std::map<std::string, Built> done;
  Built& report = done[form];
  if (report.place.empty()) {
    const fs::path plan = folder.path() / form / "spotlight-mali-2020";
    fs::create_directories(plan.parent_path());
    fs::copy(SOURCE_DIR "/samples/spotlight-mali-2020", plan, fs::copy_options::recursive);
    const auto yaml = read_file(plan / "plan.yaml");
    REQUIRE(yaml.has_value());
    // the options of the sample are of the first form
    const std::string own = yaml->substr(0, yaml->find("\nformats:"));
    REQUIRE(write_file(plan / "plan.yaml",
                       own + "\nformats:\n  mptf-narrative: { form: " + form + " }\n"));
    const std::string out = (folder.path() / form / "out").string();
    int status = -1;
    report.said = run(BINARY_DIR "/bin/rapporteur build " + plan.string() +
                          " --to odt,docx,pdf --messages en --out " + out + " 2>&1",
                      &status);
    INFO(report.said);
    REQUIRE(status == 0);
    report.place = out + "/spotlight-mali-2020.mptf-narrative.";
  }
  return report;
}

std::string spotlight(const std::string& end) {
  return built("spotlight").place + end;
}

/// White space of any kind as one space.
std::string flat(const std::string& text) {
  static const std::regex spaces("\\s+");
  return std::regex_replace(plain_spaces(text), spaces, " ");
}

/// Each of these texts stands behind the one before it.
void check_order(const std::string& text, const std::vector<std::string>& wanted) {
  std::size_t at = 0;
  for (const std::string& one : wanted) {
    CAPTURE(one);
    const std::size_t found = text.find("\n" + one + "\n", at);
    REQUIRE(found != std::string::npos);
    at = found + 1;
  }
}

/// Titles of the contents list with their pages, as a PDF prints it.
std::vector<std::pair<std::string, std::size_t>> contents_of(
    const std::vector<std::string>& pages) {
  static const std::regex entry("^\\s*(\\S.*?)\\s*\\.{4,}\\s*([0-9]+)\\s*$");
  std::vector<std::pair<std::string, std::size_t>> entries;
  for (const std::string& page : pages) {
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (std::regex_match(line, match, entry)) {
        entries.emplace_back(match[1], std::stoul(match[2]));
      }
    }
  }
  return entries;
}

std::size_t page_of(const std::vector<std::string>& pages, const std::string& title) {
  for (const auto& [name, page] : contents_of(pages)) {
    if (name.starts_with(title)) {
      return page;
    }
  }
  return 0;
}

/// Rows of all tables whose first cell is `heading`, their heads left out.
Rows rows_below(const std::string& file, const std::string& heading) {
  Rows found;
  for (const Rows& table : tables_of(file)) {
    if (!table.empty() && !table[0].empty() && flat(table[0][0]) == heading) {
      std::copy(table.begin() + 1, table.end(), std::back_inserter(found));
    }
  }
  return found;
}

const Row* row_with(const Rows& rows, const std::string& first) {
  const auto found = std::ranges::find_if(
      rows, [&](const Row& row) { return !row.empty() && flat(row[0]) == first; });
  return found == rows.end() ? nullptr : &*found;
}

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
    CHECK(states["● Reached"] == 18);
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
                                 "media/formation-rappeurs.png", "Taux d’exécution"}) {
    CAPTURE(told);
    CHECK(built("spotlight").said.find(told) != std::string::npos);
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

TEST_CASE("general form: its sections, 10 to 15 pages, what the plan lacks left out") {
  const Built& report = built("general");
  check_order(
      text_of(report.place + "fr.odt"),
      {"Résumé exécutif", "I. Objectif", "II. Résultats", "i) Rapport descriptif sur les résultats",
       "Effets", "Produits", "Retards, défis, leçons apprises et meilleures pratiques",
       "Évaluation qualitative", "ii) Évaluation de la performance sur la base des indicateurs",
       "iii) Histoire spécifique", "III. Autres évaluations"});
  CHECK(text_of(report.place + "fr.odt").find("IV. Révisions programmatiques") ==
        std::string::npos);
  CHECK(report.said.find("Révisions programmatiques") != std::string::npos);
  for (const std::string language : {"fr", "en"}) {
    CAPTURE(language);
    const auto pages = pages_of(report.place + language + ".pdf");
    const std::size_t first =
        page_of(pages, language == "fr" ? "Résumé exécutif" : "Executive summary");
    REQUIRE(first > 0);
    const std::size_t body = pages.size() - first + 1;  // cover, contents, acronyms not counted
    CHECK(body >= 10);
    CHECK(body <= 15);
  }
  const Rows rows =
      rows_below(report.place + "fr.odt", "Indicateur – référence / jalon / cible prévue");
  std::size_t indicators = 0;
  for (const Row& row : rows) {
    indicators += row.size() == 4 ? 1 : 0;
  }
  CHECK(indicators == 60);
}

}  // namespace rapporteur::test
