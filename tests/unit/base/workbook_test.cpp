// Workbooks as bytes, and places in them.
#include "base/workbook.hpp"

#include <doctest/doctest.h>

#include "base/report.hpp"
#include "base/workbook_draft.hpp"

namespace rapporteur {
namespace {

Workbook workbook() {
  Sheet sheet;
  sheet.name = "Nœuds";
  sheet.is_visible = false;
  sheet.last_row = 7;
  sheet.last_column = 2;
  sheet.rows = {{3, {{SheetCellKind::text, "id"}, {}, {SheetCellKind::error, "#REF!"}}},
                {7, {{SheetCellKind::percent, "40"}}}};
  sheet.merges = {{.row = 3, .column = 1, .rows = 2, .columns = 3}};
  Sheet far;
  far.is_too_large = true;
  return {{sheet, far}};
}

TEST_CASE("a workbook crosses the pipe unchanged; cut short anywhere it is none") {
  const std::string bytes = encode(workbook());
  const auto back = decode_workbook(bytes);
  REQUIRE(back);
  REQUIRE(back->sheets.size() == 2);
  const Sheet& sheet = back->sheets[0];
  CHECK(sheet.name == "Nœuds");
  CHECK_FALSE(sheet.is_visible);
  CHECK(sheet.last_row == 7);
  REQUIRE(sheet.rows.size() == 2);
  CHECK(sheet.rows[0].cells == workbook().sheets[0].rows[0].cells);
  CHECK(sheet.rows[1].number == 7);
  CHECK(sheet.merges == workbook().sheets[0].merges);
  CHECK(back->sheets[1].is_too_large);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_workbook(std::string_view(bytes).substr(0, size)));
  }
}

TEST_CASE("a draft crosses the pipe unchanged; cut short anywhere it is none") {
  WorkbookDraft draft;
  draft.title = "Plan";
  draft.language = "fr";
  DraftSheet sheet{.name = "nodes", .is_visible = false, .titles = {"t"}, .notes = {{"a", ""}}};
  sheet.columns = {{.header = "id",
                    .format = DraftFormat::number,
                    .decimals = 2,
                    .width = 9,
                    .choices = {"x", "y"},
                    .choices_from = "nodes"}};
  sheet.rows = {{{SheetCellKind::date, "2012-03-31"}, {}}};
  draft.sheets = {sheet};
  const std::string bytes = encode(draft);
  const auto back = decode_draft(bytes);
  REQUIRE(back);
  CHECK(encode(*back) == bytes);
  const DraftColumn& column = back->sheets.at(0).columns.at(0);
  CHECK(column.format == DraftFormat::number);
  CHECK(column.choices == std::vector<std::string>{"x", "y"});
  CHECK(back->sheets[0].rows == sheet.rows);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_draft(std::string_view(bytes).substr(0, size)));
  }
}

TEST_CASE("cell_name") {
  CHECK(cell_name(14, 3) == "C14");
  CHECK(cell_name(1, 26) == "Z1");
  CHECK(cell_name(1, 27) == "AA1");
  CHECK(cell_name(1048576, 16384) == "XFD1048576");
  CHECK(cell_name(0, 3) == "C");
  CHECK(cell_name(14, 0) == "14");
}

TEST_CASE("place_text: a cell as its name box takes it") {
  Origin origin;
  origin.file = "plan.xlsx";
  origin.sheet = "Budget";
  CHECK(place_text(origin, "en") == "plan.xlsx, sheet “Budget”");
  origin.row = 14;
  CHECK(place_text(origin, "en") == "plan.xlsx, Budget!14");
  origin.column = 3;
  origin.column_name = "total";
  CHECK(place_text(origin, "en") == "plan.xlsx, Budget!C14 “total”");
  origin.sheet = "Cadre logique";
  CHECK(place_text(origin, "fr").starts_with("plan.xlsx, 'Cadre logique'!C14"));
}

}  // namespace
}  // namespace rapporteur
