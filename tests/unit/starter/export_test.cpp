// A plan as a workbook is the same plan.
#include "starter/export.hpp"

#include <algorithm>

#include "../../plan_text.hpp"
#include "support.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;
using test::loaded;
using test::PlanText;

/// The folder without its tables, beside a plan.xlsx that the draft stands for.
void without_tables(const fs::path& from, const fs::path& to) {
  fs::copy(from, to, fs::copy_options::recursive);
  fs::remove_all(to / "tables");
  REQUIRE(write_file(to / "plan.xlsx", ""));
}

TEST_CASE("every sample as a workbook gives the same plan, field by field") {
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR "/samples")) {
    if (!fs::exists(entry.path() / "tables")) {
      continue;
    }
    CAPTURE(entry.path().filename().string());
    Diagnostics ignored;
    const TemporaryDirectory folder;
    const fs::path csv = folder.path() / "csv" / "plan";
    fs::create_directories(csv.parent_path());
    fs::copy(entry.path(), csv, fs::copy_options::recursive);
    fs::remove_all(csv / "results");
    const auto plan = load_plan(csv, ignored);
    if (!plan) {
      continue;  // a sample under work has its own tests
    }
    const fs::path book = folder.path() / "book" / "plan";
    fs::create_directories(book.parent_path());
    without_tables(csv, book);
    const WorkbookDraft draft = starter::workbook_of(*plan);
    CHECK(PlanText::of(*plan) == PlanText::of(loaded(book, test::reading(draft))));
  }
}

TEST_CASE("workbook_of: amounts and dates are numbers and dates, keys are text") {
  Diagnostics diagnostics;
  const auto plan = load_plan(SOURCE_DIR "/samples/pan-1325", diagnostics);
  REQUIRE(plan);
  const WorkbookDraft draft = starter::workbook_of(*plan);
  CHECK(draft.title == plan->title.in("fr").text);
  REQUIRE(draft.sheets.size() == 8);
  CHECK(draft.sheets[0].name == "nodes");
  const auto found = std::ranges::find(draft.sheets, "budget_lines", &DraftSheet::name);
  REQUIRE(found != draft.sheets.end());
  const DraftSheet& lines = *found;
  const auto column = std::ranges::find(lines.columns, "amount.2012", &DraftColumn::header);
  REQUIRE(column != lines.columns.end());
  CHECK(column->format == DraftFormat::number);
  CHECK(column->decimals == 0);
  const auto& cell = lines.rows.at(0).at(static_cast<std::size_t>(column - lines.columns.begin()));
  CHECK(cell == SheetCell{SheetCellKind::number, "12000000"});
  CHECK(lines.columns.at(0).format == DraftFormat::text);
  // Columns that hold nothing are left out.
  CHECK(std::ranges::find(lines.columns, "category", &DraftColumn::header) == lines.columns.end());
}

}  // namespace
}  // namespace rapporteur
