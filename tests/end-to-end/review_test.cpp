// rapporteur review: a report that is built, changed as Word changes it, and read back.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/files.hpp"
#include "base/json.hpp"
#include "documents.hpp"
#include "word_review.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

class Reviewed {
 public:
  Reviewed() {
    fs::copy(SOURCE_DIR "/samples/pan-1325", plan(), fs::copy_options::recursive);
    REQUIRE(write_file(plan() / "tables/facts.csv", "name;value\nwomen;12 345\n"));
    const std::string text = *read_file(introduction());
    lines_ = static_cast<int>(std::ranges::count(text, '\n'));
    REQUIRE(write_file(introduction(), text + "\nAu total, **{{fact.women}} femmes**\nsont "
                                              "attendues[^1].\n\n[^1]: Selon le ministère.\n"));
    int status = -1;
    const std::string said = run(
        in_folder("build pan-1325 --lang fr --format national-budget --to odt,docx 2>&1"), &status);
    INFO(said);
    REQUIRE(status == 0);
  }

  [[nodiscard]] fs::path plan() const { return folder_.path() / "pan-1325"; }
  [[nodiscard]] fs::path introduction() const { return plan() / "narrative/introduction.fr.md"; }
  [[nodiscard]] std::string built(const std::string& kind) const {
    return read_file(folder_.path() / "out" / ("pan-1325.national-budget.fr." + kind)).value_or("");
  }
  /// The line of the text that this test has added.
  [[nodiscard]] int added_line(int number) const { return lines_ + 1 + number; }

  /// The list of the document, each item as "kind|old>new|source file row column".
  std::vector<std::string> review(const std::string& bytes, const std::string& name,
                                  const std::string& words = "") {
    REQUIRE(write_file(folder_.path() / "out" / name, bytes));
    text_ = run(in_folder("review 'out/" + name + "' --messages fr " + words + " 2>&1"));
    const std::string printed =
        run(in_folder("review 'out/" + name + "' --report json " + words), &status_);
    json::Problem problem;
    json_ = json::parse(printed, problem).value_or(json::object());
    std::vector<std::string> items;
    if (const json::Value* list = json_.find("items")) {
      for (const json::Value& item : list->items) {
        items.push_back(line(item));
      }
    }
    return items;
  }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const json::Value& json() const { return json_; }
  [[nodiscard]] int status() const { return status_; }

  [[nodiscard]] std::string in_folder(const std::string& words) const {
    return "cd " + folder_.path().string() + " && " BINARY_DIR "/bin/rapporteur " + words;
  }

 private:
  static std::string line(const json::Value& item) {
    const std::string kind(item.string_at("kind"));
    std::string line = kind + "|";
    line += kind == "comment"
                ? std::string(item.string_at("on"))
                : fmt::format("{}>{}", item.string_at("removed"), item.string_at("added"));
    for (const json::Value& touch : item.find("touches")->items) {
      const json::Value* row = touch.find("row");
      line += fmt::format("|{} {} {} {}", touch.string_at("source"), touch.string_at("file"),
                          row == nullptr ? "" : row->text, touch.string_at("column_name"));
    }
    return plain_spaces(line);
  }

  TemporaryDirectory folder_;
  int lines_ = 0;
  std::string text_;
  json::Value json_ = json::object();
  int status_ = -1;
};

bool has(const std::vector<std::string>& items, const std::string& item) {
  return std::ranges::find(items, item) != items.end();
}

/// The narrow space that French puts between thousands.
std::string amount(const std::string& text) {
  std::string out;
  for (const char sign : text) {
    out += sign == ' ' ? std::string("\u202F") : std::string(1, sign);
  }
  return out;
}

TEST_CASE("rapporteur review: what Word writes into a report") {
  Reviewed report;
  WordReview word(report.built("docx"));
  word.comment("services de l’État", "Lesquels ?", false, "À voir.");
  word.comment(amount("12 000 000"), "À confirmer.", true);
  word.replace("activités datées", "actions datées");
  word.remove("et la médiation");
  word.insert_behind("juger les auteurs de violences", " sans délai");
  word.replace("aucun montant prévu", "rien de prévu");
  word.move("Plaidoyer", "Répertoire");
  word.comment_from("Examen", amount("75 000 000"), "Ces deux lignes.");
  word.comment("345", "Recompter.");
  word.replace("attendues", "espérées");
  word.add_paragraph("rendre compte", "Un axe de plus.");
  word.go_to("word/footnotes.xml");
  word.replace("ministère", "gouvernement");
  const auto items = report.review(word.bytes(), "pan-1325.national-budget.fr – relu.docx");
  std::string all;
  for (const std::string& item : items) {
    all += item + "\n";
  }
  INFO(all);
  CHECK(report.status() == 0);
  const std::string text = "text narrative/introduction.fr.md ";
  CHECK(has(items, "comment|services de l’État|" + text + "5 "));
  CHECK(has(items, "comment|12 000 000|cell tables/budget_lines.csv 2 amount.2012"));
  CHECK(has(items, "replacement|activités datées>actions datées|" + text + "3 "));
  CHECK(has(items, "deletion|et la médiation>|" + text + "11 "));
  CHECK(has(items, "insertion|> sans délai|" + text + "12 "));
  CHECK(has(items, "replacement|aucun montant prévu>rien de prévu|words   "));
  CHECK(has(items,
            "move|Plaidoyer>Plaidoyer|cell tables/nodes.csv 38 title.fr|"
            "cell tables/nodes.csv 40 title.fr"));
  CHECK(has(items, fmt::format("comment|345|cell tables/facts.csv 2 value")));
  CHECK(
      has(items, fmt::format("replacement|attendues>espérées|{}{} ", text, report.added_line(2))));
  CHECK(has(items,
            fmt::format("replacement|ministère>gouvernement|{}{} ", text, report.added_line(4))));
  CHECK(std::ranges::any_of(items, [&](const std::string& item) {
    return item.starts_with("insertion|>Un axe de plus.|" + text);
  }));
  const auto two_lines = std::ranges::find_if(
      items, [](const std::string& item) { return item.starts_with("comment|Examen"); });
  REQUIRE(two_lines != items.end());
  CHECK(two_lines->find("|cell tables/nodes.csv 6 title.fr") != std::string::npos);
  CHECK(two_lines->find("|cell tables/budget_lines.csv 3 amount.2012") != std::string::npos);

  CHECK(report.text().find("> Jean Martin") != std::string::npos);
  CHECK(report.text().find("commentaire (résolu)") != std::string::npos);
  CHECK(report.text().find("4 mars 2024") != std::string::npos);
  CHECK(report.text().find("Le plan a changé") == std::string::npos);
  CHECK(json::write(report.json()).find("\"plan_changed\": false") != std::string::npos);
}

TEST_CASE("rapporteur review: a plan that has changed since") {
  Reviewed report;
  WordReview word(report.built("docx"));
  word.comment(amount("12 000 000"), "À confirmer.");
  word.comment("organisations de femmes", "Toutes ?");
  const std::string text = *read_file(report.introduction());
  std::string changed = text;
  changed.insert(changed.find("Il s’adresse d’abord"), "Un mot de plus.\n\n");
  changed.replace(changed.find("Il s’adresse d’abord"), std::string("Il s’adresse d’abord").size(),
                  "Ce plan va");
  REQUIRE(write_file(report.introduction(), changed));
  const fs::path lines = report.plan() / "tables/budget_lines.csv";
  std::string table = *read_file(lines);
  table.replace(table.find("12.000.000"), 10, "13.000.000");
  REQUIRE(write_file(lines, table));
  const auto items = report.review(word.bytes(), "pan-1325.national-budget.fr.docx");
  std::string all;
  for (const std::string& item : items) {
    all += item + "\n";
  }
  INFO(all);
  CHECK(has(items, "comment|12 000 000|cell tables/budget_lines.csv 2 amount.2012"));
  CHECK(has(items, "comment|organisations de femmes|text narrative/introduction.fr.md 7 "));
  CHECK(report.text().find("Le plan a changé") != std::string::npos);
  CHECK(plain_spaces(report.text()).find("13 000 000") != std::string::npos);
}

TEST_CASE("rapporteur review: a report that nobody touched") {
  Reviewed report;
  for (const char* kind : {"docx", "odt"}) {
    CAPTURE(kind);
    const std::string name = std::string("renamed.") + kind;
    const auto items = report.review(report.built(kind), name, "--plan pan-1325");
    CHECK(report.status() == 0);
    CHECK(items.empty());
    CHECK(report.text().find("aucun commentaire, aucune modification") != std::string::npos);
    CHECK(report.text().find("Le plan a changé") == std::string::npos);
  }
}

}  // namespace
}  // namespace rapporteur::test
