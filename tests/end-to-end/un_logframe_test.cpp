// The project document of samples/prosmed, read back and compared with the plan as it is typed,
// figure by figure; its three column profiles beside golden tables (RAPPORTEUR_ACCEPT=1 rewrites
// them).
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "base/files.hpp"
#include "base/text.hpp"
#include "documents.hpp"
#include "load/load.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

const fs::path goldens(SOURCE_DIR "/tests/end-to-end/un_logframe");
const std::string amounts_none = "–";
constexpr std::size_t years = 5;

/// The sample with options of the format, built once: "columns: eu" -> folder of documents.
const std::string& built(const std::string& options, const std::string& languages,
                         const std::string& kinds) {
  static const TemporaryDirectory folder;
  static std::map<std::string, std::string> done;
  std::string& out = done[options];
  if (out.empty()) {
    const fs::path place = folder.path() / std::to_string(done.size());
    fs::create_directories(place);
    fs::copy(SOURCE_DIR "/samples/prosmed", place / "prosmed", fs::copy_options::recursive);
    const auto yaml = read_file(place / "prosmed/plan.yaml");
    REQUIRE(yaml.has_value());
    REQUIRE(write_file(place / "prosmed/plan.yaml",
                       without_formats(*yaml) + "\nformats:\n  un-logframe: {" + options + "}\n"));
    out = (place / "out").string();
    int status = -1;
    const std::string said =
        run(BINARY_DIR "/bin/rapporteur build " + (place / "prosmed").string() + " --lang " +
                languages + " --to " + kinds + " --messages en --out " + out + " 2>&1",
            &status);
    INFO(said);
    REQUIRE(status == 0);
  }
  return out;
}

std::string declared(const std::string& language, const std::string& kind) {
  return built("totals: declared", "fr,en", "odt,docx") + "/prosmed.un-logframe." + language + "." +
         kind;
}

std::string with_options(const std::string& options) {
  return built(options, "fr", "odt") + "/prosmed.un-logframe.fr.odt";
}

const Plan& plan() {
  static const Plan loaded = [] {
    Diagnostics diagnostics;
    auto read = load_plan(SOURCE_DIR "/samples/prosmed", diagnostics);
    REQUIRE(read.has_value());
    return std::move(*read);
  }();
  return loaded;
}

/// The tables whose first cell is `heading`, with their place among all tables.
std::vector<std::pair<std::size_t, Rows>> tables_headed(const std::string& file,
                                                        const std::string& heading) {
  std::vector<std::pair<std::size_t, Rows>> found;
  const auto all = tables_of(file);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].empty() && !all[i][0].empty() && all[i][0][0] == heading) {
      found.emplace_back(i, all[i]);
    }
  }
  return found;
}

Rows table_headed(const std::string& file, const std::string& heading) {
  const auto found = tables_headed(file, heading);
  REQUIRE(!found.empty());
  return found[0].second;
}

/// Without spaces of any kind, the minus as it is typed: what is typed beside what is printed.
std::string bare(const std::string& text) {
  std::string result;
  for (const char c : plain_spaces(text)) {
    result += c == ' ' || c == '\n' ? "" : std::string(1, c);
  }
  for (std::size_t at = 0; (at = result.find("−")) != std::string::npos;) {
    result.replace(at, std::string("−").size(), "-");
  }
  return result;
}

std::string typed(const Record& record, std::string_view column, std::string_view key = {}) {
  const Cell* cell = record.find(column, key);
  return cell == nullptr ? "" : cell->typed;
}

/// What an amount must be printed as, bare: nothing and a dash are no amount.
std::string amount(const std::string& text) {
  const std::string digits = bare(text);
  return digits.empty() || digits == "-" ? amounts_none : digits;
}

Row last_six(const Row& row) {
  Row cells(row.end() - 6, row.end());
  std::ranges::transform(cells, cells.begin(), bare);
  return cells;
}

bool is_body(const Row& row) {
  return row.size() > 7;  // a total is a label and six amounts, a band one cell
}

/// The six amounts of the first row with this label.
Row total(const Rows& rows, const std::string& label) {
  const auto found = std::ranges::find_if(
      rows, [&](const Row& row) { return row.size() == 7 && row[0] == label; });
  REQUIRE_MESSAGE(found != rows.end(), label);
  return last_six(*found);
}

void compare_with_golden(const std::string& name, const Rows& rows) {
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (const std::string& cell : row) {
      std::string flat = cell;
      std::ranges::replace(flat, '\n', ' ');
      line += (line.empty() ? "" : " | ") + flat;
    }
    text += line + "\n";
  }
  const fs::path file = goldens / (name + ".expected");
  if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
    REQUIRE(write_file(file, text));
  }
  CHECK(read_file(file) == text);
}

}  // namespace

TEST_CASE("project document: 95 budget lines, each amount as typed") {
  for (const std::string kind : {"odt", "docx"}) {
    for (const std::string language : {"fr", "en"}) {
      CAPTURE(kind);
      CAPTURE(language);
      const Rows rows = table_headed(declared(language, kind),
                                     language == "fr" ? "Produits attendus" : "Expected outputs");
      std::vector<Row> printed;
      for (std::size_t i = 2; i < rows.size(); ++i) {
        if (is_body(rows[i])) {
          printed.push_back(last_six(rows[i]));
        }
      }
      std::vector<Row> expected;
      for (const Record& line : plan().tables.at("budget_lines").records) {
        if (line.word("category") != "activity") {
          continue;
        }
        Row cells;
        for (const Period& period : plan().periods) {
          cells.push_back(amount(typed(line, "amount", period.id)));
        }
        cells.push_back(amount(typed(line, "total")));
        expected.push_back(cells);
      }
      if (language == "en") {
        for (Row& row : printed) {
          for (std::string& cell : row) {
            std::erase(cell, ',');
          }
        }
      }
      REQUIRE(expected.size() == 95);
      REQUIRE(printed.size() == 95);
      for (std::size_t i = 0; i < expected.size(); ++i) {
        CAPTURE(i);
        // A line of dashes and zeros adds up to the 0 that it prints, where the plan types a dash.
        const bool is_zero = expected[i][years] == amounts_none && printed[i][years] == "0";
        CHECK(std::equal(expected[i].begin(), expected[i].end() - 1, printed[i].begin()));
        CHECK((is_zero || expected[i][years] == printed[i][years]));
      }
    }
  }
}

TEST_CASE("project document: every total of the work plan as declared") {
  const Rows rows = table_headed(declared("fr", "odt"), "Produits attendus");
  std::map<std::string, Row> expected;  // label -> amounts
  const auto label_of = [](const Record& record) -> std::string {
    const std::string node = record.word("node");
    const std::string id = record.id.substr(0, record.id.find('-'));
    if (id == "TACT" || id == "TPROJET" || id == "TGEST") {
      return id == "TACT"      ? "Total des activités"
             : id == "TPROJET" ? "Total du budget du projet"
                               : "Total des coûts de gestion";
    }
    if (id == "TTOTAL") {
      return "Total général";
    }
    if (node == "GMS" || node == "LEVY") {
      return node == "GMS" ? "GMS (8 %)" : "Levy (1 %)";
    }
    const bool is_output = node.starts_with("P");
    return std::string("Sous-total ") + (is_output ? "Produit " : "Résultat ") + node.substr(1);
  };
  for (const Record& record : plan().tables.at("declared_totals").records) {
    const bool on_cover = !record.word("of").empty();
    const bool is_support = record.id.find("-AT-") != std::string::npos;
    if (on_cover || is_support || record.id.ends_with("-p65")) {
      continue;
    }
    Row& row = expected[label_of(record)];
    row.resize(years + 1);
    const std::string period = record.word("period");
    const auto at = std::ranges::find(plan().periods, period, &Period::id);
    row[static_cast<std::size_t>(at - plan().periods.begin())] = amount(typed(record, "amount"));
  }
  CHECK(expected.size() == 14 + 4 + 6);
  for (const auto& entry : expected) {
    const std::string& label = entry.first;
    CAPTURE(label);
    const auto found = std::ranges::find_if(
        rows, [&](const Row& row) { return row.size() == 7 && bare(row[0]) == bare(label); });
    REQUIRE(found != rows.end());
    CHECK(last_six(*found) == entry.second);
  }
  const auto support = std::ranges::count_if(rows, [](const Row& row) {
    return row.size() == 7 && row[0] == "Sous-total Appui technique";
  });
  CHECK(support == 3);
}

TEST_CASE("project document: the grand total as the option says, the difference in a footnote") {
  const std::string file = declared("fr", "odt");
  CHECK(total(table_headed(file, "Produits attendus"), "Total général").back() == "32000000");
  const std::string computed = with_options("columns: undp-rrf, totals: computed");
  // With these columns the framework is headed alike, and stands before the work plan.
  const auto headed = tables_headed(computed, "Produits attendus");
  const auto work_plan = std::ranges::find_if(
      headed, [](const auto& table) { return table.second.back().size() == 7; });
  REQUIRE(work_plan != headed.end());
  CHECK(total(work_plan->second, "Total général").back() == "32000003");
  const auto told = [](const std::string& document, const std::string& other) {
    const auto notes = footnotes_of(document);
    return std::ranges::count_if(notes, [&](const std::string& note) {
      return bare(note).find(other) != std::string::npos;
    });
  };
  CHECK(told(file, "32000003") == 1);
  CHECK(told(computed, "32000000") == 2);  // on the cover, too
}

TEST_CASE("project document: 53 indicators in two target sets, each target as typed") {
  for (const std::string kind : {"odt", "docx"}) {
    CAPTURE(kind);
    const auto frameworks = tables_headed(declared("fr", kind), "Résultats et produits");
    REQUIRE(frameworks.size() == 2);
    std::size_t compared = 0;
    for (std::size_t which = 0; which < 2; ++which) {
      const std::string set = which == 0 ? "" : "annex4";
      const Rows& rows = frameworks[which].second;
      std::size_t at = 2;
      for (const Record& indicator : plan().tables.at("indicators").records) {
        if (!indicator.id.starts_with("I-")) {
          continue;  // an indicator of a framework: a line at the head of the table
        }
        while (at < rows.size() && rows[at].size() < 10) {
          ++at;
        }
        REQUIRE(at < rows.size());
        const Row& row = rows[at++];
        CAPTURE(indicator.id);
        const std::string code = indicator.word("code") + " ";
        CHECK(std::ranges::any_of(row,
                                  [&](const std::string& cell) { return cell.starts_with(code); }));
        for (std::size_t year = 0; year < years; ++year) {
          std::string expected = amounts_none;
          for (const Record& value : plan().tables.at("values").records) {
            if (value.word("indicator") == indicator.id && value.word("kind") == "target" &&
                value.word("period") == plan().periods[year].id && value.word("set") == set &&
                typed(value, "value") != "/") {
              expected = bare(typed(value, "value") + typed(value, "qualifier"));
            }
          }
          CHECK(bare(row[row.size() - 1 - years + year]) == expected);
          ++compared;
        }
      }
      while (at < rows.size() && rows[at].size() < 10) {
        ++at;
      }
      CHECK(at == rows.size());
    }
    CHECK(compared == 53 * 2 * 5);
  }
}

TEST_CASE("project document: as many rows as the plan has in every other table") {
  const std::string file = declared("fr", "odt");
  const auto rows_of = [](const Rows& rows, std::size_t cells) {
    return std::ranges::count_if(rows.begin() + 1, rows.end(),
                                 [&](const Row& row) { return row.size() >= cells; });
  };
  const auto projects = tables_headed(file, "Projet");  // contributions, then other projects
  REQUIRE(projects.size() == 2);
  CHECK(rows_of(projects[0].second, 2) == 12 + 1);
  CHECK(bare(projects[0].second.back().back()) == "3138393");
  CHECK(rows_of(projects[1].second, 6) == 61);
  CHECK(rows_of(table_headed(file, "Poste"), 2) == 19);
  CHECK(rows_of(table_headed(file, "Activité de suivi"), 3) == 13);
  CHECK(rows_of(table_headed(file, "Membre"), 2) == 11);
  CHECK(rows_of(table_headed(file, "Acteur"), 3) == 43);
  const auto numbered = tables_headed(file, "N°");  // areas, then risks
  REQUIRE(numbered.size() == 2);
  CHECK(rows_of(numbered[0].second, 3) == 21);
  CHECK(numbered[0].second.back() == Row{"Total", "277"});
  CHECK(rows_of(numbered[1].second, 6) == 9);
  CHECK(rows_of(table_headed(file, "Signataire"), 3) == 7);
}

TEST_CASE("project document: header rows repeat, in ODT and in DOCX") {
  for (const std::string kind : {"odt", "docx"}) {
    CAPTURE(kind);
    const std::string file = declared("fr", kind);
    for (const std::string heading : {"Résultats et produits", "Produits attendus"}) {
      for (const auto& [at, rows] : tables_headed(file, heading)) {
        CHECK(repeated_rows(file, at) == 2);
      }
    }
  }
}

TEST_CASE("project document: what a plan lacks is left out with its heading") {
  const TemporaryDirectory folder;
  int status = -1;
  const std::string said =
      run(BINARY_DIR "/bin/rapporteur build " SOURCE_DIR
                     "/samples/pan-1325 --format un-logframe --lang fr --to odt --out " +
              folder.path().string() + " 2>&1",
          &status);
  INFO(said);
  REQUIRE(status == 0);
  CHECK(said.find("narrative-missing") == std::string::npos);
  const std::string text = text_of((folder.path() / "pan-1325.un-logframe.fr.odt").string());
  CHECK(text.find("V. Plan de travail") != std::string::npos);
  for (const std::string heading :
       {"I. Défis de développement", "VII. Cadre juridique", "VIII. Gestion des risques",
        "Annexe 1.", "Annexe 3.", "Annexe 4.", "Signatures", "Hypothèses"}) {
    CAPTURE(heading);
    CHECK(text.find("\n" + heading) == std::string::npos);
  }
}

TEST_CASE("project document: three column profiles of one framework") {
  compare_with_golden("project", table_headed(declared("fr", "odt"), "Résultats et produits"));
  compare_with_golden("undp-rrf", table_headed(with_options("columns: undp-rrf, totals: computed"),
                                               "Produits attendus"));
  compare_with_golden("eu", table_headed(with_options("columns: eu"), "Résultats"));
  compare_with_golden("side-by-side",
                      table_headed(with_options("target_set: side-by-side"), "Indicateurs"));
}

}  // namespace rapporteur::test
