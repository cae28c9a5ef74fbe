// Plans with a workbook, without an office: what it would have read is made here.
#include "load/workbook.hpp"

#include <map>

#include "plan_folder.hpp"
#include "sheets.hpp"

namespace rapporteur {
namespace {

using test::PlanFolder;
using test::put;
using test::sheet;

/// The small plan without its CSV files; workbooks are handed out by file name.
class WorkbookPlan {
 public:
  WorkbookPlan() {
    folder_.remove("tables/nodes.csv");
    folder_.remove("tables/budget_lines.csv");
  }
  void add(const std::string& name, Workbook workbook) {
    folder_.write(name, "");
    workbooks_[std::filesystem::path(name).filename().string()] = std::move(workbook);
  }
  Result<Plan> load() {
    return folder_.load({.workbooks = [this](const std::filesystem::path& file, Diagnostics&) {
      return Result<Workbook>(workbooks_.at(file.filename().string()));
    }});
  }
  PlanFolder& folder() { return folder_; }
  void finds(const std::vector<std::string>& expected) {
    CHECK(PlanFolder::lines_of(folder_.cells()) == PlanFolder::lines_of(expected));
    PlanFolder::check_texts(folder_.diagnostics());
  }

 private:
  PlanFolder folder_;
  std::map<std::string, Workbook> workbooks_;
};

Sheet nodes() {
  return sheet("Nœuds", {{"Plan d’action, chaîne de résultats"},
                         {},
                         {"id", "niveau", "rattache_a", "titre.fr", "titre.en"},
                         {"A", "axis", "", "Premier axe", "First axis"},
                         {"A1", "activity", "A", "Former", "Train"},
                         {"B", "axis", "", "Second axe", "Second axis"},
                         {"B1", "activity", "B", "Bâtir", "Build"}});
}

Sheet budget() {
  Sheet result = sheet("Budget", {{"id", "node", "amount.2012", "amount.2013", "total"},
                                  {"l1", "A1", "?", "?", "3.000"},
                                  {"l2", "B1", "?"}});
  put(result, 2, 3, SheetCellKind::number, "1000");
  put(result, 2, 4, SheetCellKind::number, "2000");
  put(result, 3, 3, SheetCellKind::number, "10000");
  return result;
}

TEST_CASE("a plan in one workbook: titles above, French names, numbers and texts") {
  WorkbookPlan plan;
  plan.add("plan.xlsx", {{nodes(), budget(), sheet("Feuil3", {})}});
  const auto loaded = plan.load();
  plan.finds({});
  REQUIRE(loaded);
  CHECK(loaded->nodes.size() == 4);
  REQUIRE(loaded->budget_lines.size() == 2);
  const auto& amount = loaded->budget_lines[0].amounts.at("2013");
  CHECK(amount.value == Money{2000, "XOF"});
  CHECK(amount.origin.sheet == "Budget");
  CHECK(amount.origin.row == 2);
  CHECK(amount.origin.column == 4);
  CHECK(amount.origin.text == "2000");
  CHECK(loaded->budget_lines[0].declared->value.minor == 3000);
  CHECK(loaded->nodes[0].origin.row == 4);
  CHECK(loaded->files_read.back() == (plan.folder().path() / "plan.xlsx").generic_string());
}

TEST_CASE("a workbook beside CSV files; a table that comes twice names both places") {
  WorkbookPlan plan;
  plan.folder().write("tables/nodes.csv", "id;level;title.fr;title.en\nA;axis;Axe;Axis\n");
  plan.add("plan.ods", {{nodes(), sheet("nodes", {{"id", "level", "title"}})}});
  CHECK_FALSE(plan.load());
  plan.finds({"table-twice plan.ods, Nœuds", "table-twice plan.ods, nodes"});
  const Diagnostic& twice = plan.folder().find("table-twice");
  CHECK(twice.related.at(0).origin.file.ends_with("tables/nodes.csv"));
}

TEST_CASE(
    "a workbook in tables/ named like a table holds that table, whatever its sheet is named") {
  WorkbookPlan plan;
  Sheet lone = budget();
  lone.name = "Feuil1";
  plan.add("plan.xlsx", {{nodes()}});
  plan.add("tables/Lignes budgétaires.xlsx", {{lone, sheet("Feuil2", {})}});
  const auto loaded = plan.load();
  plan.finds({});
  REQUIRE(loaded);
  CHECK(loaded->budget_lines.size() == 2);
}

TEST_CASE("sheets that are no table are told, by how likely it is a mistake") {
  WorkbookPlan plan;
  Sheet hidden = budget();
  hidden.is_visible = false;
  Sheet near = sheet("indicateur", {{"id", "node", "titre"}, {"i1", "A1", "Part des femmes"}});
  plan.add("plan.xlsx",
           {{nodes(), hidden, near, sheet("Notes", {{"à revoir"}}), sheet("#calculs", {{"1"}}),
             sheet("_listes", {{"1"}}), sheet("acronymes", {})}});
  REQUIRE(plan.load());
  plan.finds({"sheet-hidden plan.xlsx, Budget", "sheet-not-read plan.xlsx, Notes",
              "sheet-empty plan.xlsx, acronymes", "sheet-misspelt plan.xlsx, indicateur"});
  CHECK(plan.folder().find("sheet-misspelt").suggestion == "indicateurs");
  CHECK(severity_of(plan.folder().find("sheet-not-read")) == Severity::information);
}

TEST_CASE("a sheet without a header, and one whose cells reach too far, are faults") {
  WorkbookPlan plan;
  Sheet far = budget();
  far.rows.clear();
  far.is_too_large = true;
  far.last_row = 1048576;
  far.last_column = 12;
  plan.add("plan.xlsx", {{sheet("nodes", {{"Axe 1", "Former"}}), far}});
  CHECK_FALSE(plan.load());
  plan.finds({"sheet-too-large plan.xlsx, Budget", "sheet-header-missing plan.xlsx, nodes"});
}

TEST_CASE("formulas that failed: each a fault at its cell, and nothing that follows from it") {
  WorkbookPlan plan;
  Sheet lines = budget();
  put(lines, 2, 3, SheetCellKind::error, "#DIV/0!");
  put(lines, 3, 1, SheetCellKind::error, "#REF!");
  put(lines, 3, 6, SheetCellKind::error, "#N/A");  // beside the table: not read
  Sheet actions =
      sheet("actions", {{"id", "node", "text", "budget_lines"}, {"x", "A1", "Faire", "l2"}});
  plan.add("plan.xlsx", {{nodes(), lines, actions}});
  CHECK_FALSE(plan.load());
  plan.finds({"cell-error plan.xlsx, Budget!C2", "cell-error plan.xlsx, Budget!A3"});
}

TEST_CASE("merged cells: keys repeat, amounts do not") {
  WorkbookPlan plan;
  Sheet lines =
      sheet("Budget",
            {{"id", "node", "amount.2012"}, {"l1", "A1", "?"}, {"l2", "", ""}, {"l3", "B1", "?"}});
  put(lines, 2, 3, SheetCellKind::number, "900");
  put(lines, 4, 3, SheetCellKind::number, "5");
  lines.merges = {{.row = 2, .column = 2, .rows = 2}, {.row = 2, .column = 3, .rows = 2}};
  plan.add("plan.xlsx", {{nodes(), lines}});
  const auto loaded = plan.load();
  plan.finds({"cell-merged-amount plan.xlsx, Budget!C2"});
  REQUIRE(loaded);
  REQUIRE(loaded->budget_lines.size() == 3);
  CHECK(loaded->budget_lines[1].node == 1);
  CHECK(loaded->budget_lines[1].amounts.empty());
}

TEST_CASE("a code that became a date, and notes beside a table") {
  WorkbookPlan plan;
  Sheet chain = sheet("nodes", {{"id", "level", "code", "title.fr", "title.en"},
                                {"A", "axis", "?", "Axe", "Axis", "", "voir avec la DNPF"},
                                {"B", "axis", "2", "Axe 2", "Axis 2", "", "idem"}});
  put(chain, 2, 3, SheetCellKind::date, "2024-02-01");
  plan.add("plan.xlsx", {{chain}});
  CHECK_FALSE(plan.load());
  plan.finds({"cell-code-date plan.xlsx, nodes!C2", "column-unnamed plan.xlsx, nodes!G2"});
}

TEST_CASE("results of an agency in a workbook: its only sheet, or the sheet of values") {
  PlanFolder folder;
  folder.write("tables/indicators.csv",
               "id;node;code;title.fr;title.en;type\ni1;A1;1.1;Part;Share;percent\n");
  folder.write("results/onu.xlsx", "");
  Sheet lone = sheet("Feuil1", {{"Résultats de l’agence"},
                                {"Indicateur", "Nature", "Période", "Valeur"},
                                {"1.1", "réalisé", "2012", "?"}});
  put(lone, 3, 1, SheetCellKind::number, "1.1");  // a code that Excel took for a number
  put(lone, 3, 3, SheetCellKind::number, "2012");
  put(lone, 3, 4, SheetCellKind::percent, "40.5");
  const auto plan = folder.load({.workbooks = [&](const std::filesystem::path&, Diagnostics&) {
    return Result<Workbook>(Workbook{{lone}});
  }});
  CHECK(folder.cells() == std::vector<std::string>{});
  REQUIRE(plan);
  REQUIRE(plan->indicators.at(0).measures.size() == 1);
  const Measure& measure = plan->indicators[0].measures[0];
  CHECK(measure.period == "2012");
  CHECK(measure.value.is_percent);
  CHECK(std::get<Decimal>(measure.value.data) == Decimal{405, 1});
  CHECK(measure.origin.sheet == "Feuil1");
}

TEST_CASE("without somebody to read it, a workbook is told and left alone") {
  PlanFolder folder;
  folder.write("plan.ods", "");
  REQUIRE(folder.load());
  CHECK(folder.places() == std::vector<std::string>{"file-not-read plan.ods:0:0"});
}

TEST_CASE("a workbook that cannot be read is one fault: what refers into it is not judged") {
  PlanFolder folder;
  folder.remove("tables/nodes.csv");
  folder.write("plan.xlsx", "");
  CHECK_FALSE(folder.load({.workbooks = [](const auto& file, Diagnostics& diagnostics) {
    diagnostics.add({.id = "workbook-encrypted",
                     .origin = {.file = file.generic_string()},
                     .args = {{"detail", std::string("none")}}});
    return Result<Workbook>();
  }}));
  CHECK(folder.places() == std::vector<std::string>{"workbook-encrypted plan.xlsx:0:0"});
}

}  // namespace
}  // namespace rapporteur
