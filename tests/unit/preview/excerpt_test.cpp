#include <doctest/doctest.h>

#include <numeric>

#include "base/files.hpp"
#include "preview/excerpt.hpp"

namespace rapporteur::preview {

namespace {

const FindWorkbook no_workbook = [](const std::string&) { return nullptr; };

Place at(const std::string& file, int row, int column = 0) {
  return {{.file = file, .row = row, .column = column}, {}};
}

std::vector<int> numbers(const Excerpt& excerpt) {
  std::vector<int> list;
  for (const ExcerptRow& row : excerpt.rows) {
    list.push_back(row.number);
  }
  return list;
}

std::string table() {
  std::string text = "id;title;total\n";
  for (int i = 2; i <= 9; ++i) {
    text += "A" + std::to_string(i) + ";\"two\nlines\";" + std::to_string(i * 100) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a cell is shown with its header and the rows around it") {
  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "lines.csv").string();
  REQUIRE(write_file(file, "\xEF\xBB\xBF" + table()));
  // Each row takes two lines of the file: rows begin on 2, 4, 6 …
  const Excerpt excerpt = excerpt_of(at(file, 10, 3), no_workbook);
  CHECK(excerpt.is_table);
  CHECK(excerpt.header == std::vector<std::string>{"id", "title", "total"});
  CHECK(numbers(excerpt) == std::vector{4, 6, 8, 10, 12, 14, 16});
  CHECK(excerpt.rows[3].is_here);
  CHECK(excerpt.rows[3].cells[2] == "600");
  CHECK(excerpt.column == 3);
  CHECK(excerpt_of(at(file, 11), no_workbook).rows[3].is_here);  // the second line of that row
}

TEST_CASE("the header itself can be the place") {
  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "lines.csv").string();
  REQUIRE(write_file(file, "id;totl\nA;1\n"));
  const Excerpt excerpt = excerpt_of(at(file, 1, 2), no_workbook);
  CHECK(numbers(excerpt) == std::vector{1, 2});
  CHECK(excerpt.rows[0].is_here);
}

TEST_CASE("the cells of a formula: the rows that it names, its column found by name") {
  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "lines.csv").string();
  REQUIRE(write_file(file, table()));
  const Excerpt excerpt =
      excerpt_of({{.file = file, .column_name = "total"}, {{4, 6}, {14, 14}}}, no_workbook);
  CHECK(numbers(excerpt) == std::vector{4, 6, 14});
  CHECK(excerpt.column == 3);
  CHECK(excerpt.left_off == 0);
}

TEST_CASE("of very many rows some are left off, and it says how many") {
  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "lines.csv").string();
  std::string text = "id;total\n";
  for (int i = 0; i < 100; ++i) {
    text += "A;1\n";
  }
  REQUIRE(write_file(file, text));
  const Excerpt excerpt =
      excerpt_of({{.file = file, .column_name = "total"}, {{2, 101}}}, no_workbook);
  CHECK(excerpt.rows.size() == 60);
  CHECK(excerpt.left_off == 40);
}

TEST_CASE("a line of a text, YAML or Lua") {
  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "view.lua").string();
  REQUIRE(write_file(file, "a\nb\nc\nd\ne\n"));
  const Excerpt excerpt = excerpt_of(at(file, 2, 1), no_workbook);
  CHECK_FALSE(excerpt.is_table);
  CHECK(numbers(excerpt) == std::vector{1, 2, 3, 4, 5});
  CHECK(excerpt.rows[1].is_here);
  CHECK(excerpt_of(at(file, 99), no_workbook).rows.empty());
  CHECK(excerpt_of(at(file + ".gone", 1), no_workbook).rows.empty());
}

TEST_CASE("a sheet has letters, and what is no text is not shown") {
  Workbook workbook;
  workbook.sheets.push_back({.name = "Budget"});
  for (int i = 3; i < 12; ++i) {
    workbook.sheets[0].rows.push_back(
        {i, {{SheetCellKind::text, "A" + std::to_string(i)}, {SheetCellKind::number, "5"}}});
  }
  const FindWorkbook find = [&](const std::string& name) {
    return name == "plan.xlsx" ? &workbook : nullptr;
  };
  Place place = at("plan.xlsx", 7, 2);
  place.origin.sheet = "Budget";
  const Excerpt excerpt = excerpt_of(place, find);
  CHECK(excerpt.is_sheet);
  CHECK(numbers(excerpt) == std::vector{4, 5, 6, 7, 8, 9, 10});
  place.origin.sheet = "Gone";
  CHECK(excerpt_of(place, find).rows.empty());

  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "broken.csv").string();
  REQUIRE(write_file(file, std::string("a;b\n\0\0;c\n", 10)));
  CHECK(excerpt_of(at(file, 2), no_workbook).rows.empty());
}

TEST_CASE("a place keeps its number; what cannot be shown has none") {
  Places places;
  const int first = places.number_of(at("a.csv", 3, 2));
  CHECK(places.number_of(at("a.csv", 4, 2)) != first);
  CHECK(places.number_of(at("a.csv", 3, 2)) == first);
  CHECK(places.find(first)->origin.row == 3);
  CHECK(places.number_of({}) == -1);
  CHECK(places.number_of(at("a.csv", 0)) == -1);
  Place drawn = at("x.odt", 3);
  drawn.origin.part = "body";
  CHECK(places.number_of(drawn) == -1);
  CHECK_FALSE(places.find(-1).has_value());
  CHECK_FALSE(places.find(99).has_value());
}

}  // namespace rapporteur::preview
