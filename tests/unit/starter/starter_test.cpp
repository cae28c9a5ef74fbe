// Starters: whole, explained, and plans that load at once.
#include "starter/starter.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "plan/schema.hpp"
#include "support.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;
using starter::make_starter;
using starter::Starter;
using starter::Tables;
using starter::Wishes;

const std::vector<std::vector<std::string>> language_sets = {
    {"fr", "en"}, {"en", "fr"}, {"fr"}, {"en"}};

void write(const Starter& starter, const fs::path& folder) {
  for (const starter::File& file : starter.files) {
    fs::create_directories((folder / file.path).parent_path());
    REQUIRE(write_file(folder / file.path, file.text));
  }
  if (starter.workbook) {
    REQUIRE(write_file(folder / "plan.xlsx", ""));
  }
}

/// Loads the starter; nothing at all may be found in it.
Plan clean(const Starter& starter) {
  const TemporaryDirectory folder;
  write(starter, folder.path());
  Diagnostics diagnostics;
  auto plan = load_plan(folder.path(), diagnostics,
                        starter.workbook ? test::reading(*starter.workbook) : LoadOptions{});
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    MESSAGE(diagnostic.origin.file, ":", diagnostic.origin.row, " ",
            render(diagnostic, "en").message);
  }
  CHECK(diagnostics.empty());
  REQUIRE(plan);
  return std::move(*plan);
}

const std::string& text_of(const Starter& starter, const std::string& path) {
  const auto found = std::ranges::find(starter.files, path, &starter::File::path);
  REQUIRE(found != starter.files.end());
  return found->text;
}

TEST_CASE("a starter loads without a word, in every form and set of languages") {
  for (const auto& languages : language_sets) {
    for (const Tables tables : {Tables::csv, Tables::workbook}) {
      const Plan plan = clean(
          make_starter({.id = "essai", .languages = languages, .year = 2030, .tables = tables}));
      CHECK(plan.tables.size() == schema().size());
      CHECK(plan.languages == languages);
      CHECK(plan.periods.size() == 3);
      CHECK(plan.periods[0].id == "2030");
      CHECK(plan.nodes.size() == 4);
      CHECK(plan.nodes[1].code == "1.1");
      REQUIRE(plan.budget_lines.size() == 2);
      CHECK(plan.budget_lines[0].amounts.at("2032").value.minor ==
            (plan.currency == "XOF" ? 1'000'000 : 100'000'000));
      CHECK(plan.indicators.at(0).measures.size() == 4);
    }
  }
}

TEST_CASE("a workbook explains every column in both languages, above the header") {
  const Starter starter = make_starter(
      {.id = "x", .languages = {"fr", "en"}, .year = 2030, .tables = Tables::workbook});
  REQUIRE(starter.workbook);
  CHECK(starter.workbook->sheets.size() == schema().size() + 1);
  for (const TableSpec& table : schema()) {
    CAPTURE(table.name);
    const auto sheet =
        std::ranges::find(starter.workbook->sheets, std::string(table.name), &DraftSheet::name);
    REQUIRE(sheet != starter.workbook->sheets.end());
    CHECK(sheet->name.size() <= 31);  // Excel's limit
    REQUIRE(sheet->notes.size() == 2);
    for (const auto& note : sheet->notes) {
      CHECK(note.size() == sheet->columns.size());
      CHECK(std::ranges::none_of(note, [](const std::string& text) { return text.empty(); }));
    }
    for (const DraftColumn& column : sheet->columns) {
      std::size_t length = 0;
      for (const std::string& choice : column.choices) {
        length += choice.size() + 3;
        CHECK(choice.find_first_of(",\"") == std::string::npos);
      }
      CHECK(length <= 250);  // Excel takes no longer list
      CHECK((column.choices_from.empty() || find_table(column.choices_from) != nullptr));
    }
  }
}

TEST_CASE("the guide names every table and column, in both languages") {
  const Starter starter = make_starter({.id = "x", .languages = {"en"}, .year = 2030});
  for (const char* const file : {"GUIDE.fr.md", "GUIDE.en.md"}) {
    const std::string& guide = text_of(starter, file);
    const bool is_french = std::string(file) == "GUIDE.fr.md";
    std::size_t at = 0;
    for (const TableSpec& table : schema()) {
      at = guide.find("# " + std::string(table.name) + "\n", at);
      REQUIRE(at != std::string::npos);
      for (const ColumnSpec& column : table.columns) {
        const char* const end = column.spread == Spread::single ? "`" : ".";
        const std::size_t row = guide.find("| `" + std::string(column.name) + end, at);
        CAPTURE(column.name);
        REQUIRE(row != std::string::npos);
        const std::string line = guide.substr(row, guide.find('\n', row) - row);
        CHECK(line.find(is_french ? column.help_fr : column.help_en) != std::string::npos);
      }
    }
    CHECK(guide.find("<!--") == std::string::npos);
  }
}

TEST_CASE("CSV files open in Excel: marked as UTF-8, semicolons, numbers in the author's style") {
  const Starter french = make_starter({.id = "x", .languages = {"fr"}, .year = 2030});
  const std::string& lines = text_of(french, "tables/budget_lines.csv");
  CHECK(lines.starts_with("\xEF\xBB\xBFid;node;"));
  CHECK(lines.find(";1 500 000;") != std::string::npos);
  const Starter english = make_starter({.id = "x", .languages = {"en"}, .year = 2030});
  CHECK(text_of(english, "tables/budget_lines.csv").find(";1,500,000;") != std::string::npos);
}

}  // namespace
}  // namespace rapporteur
