#include "view/formula.hpp"

#include <doctest/doctest.h>

#include "view/figure_marks.hpp"

namespace rapporteur::view {
namespace {

Origin cell(const char* file, int row, const char* column) {
  Origin place;
  place.file = file;
  place.row = row;
  place.column_name = column;
  return place;
}

TEST_CASE("cells of a formula: by column, rows joined, none twice") {
  std::vector<Cells> cells;
  for (const int row : {4, 9, 5, 6, 4}) {
    add_cell(cells, cell("a.csv", row, "amount"));
  }
  add_cell(cells, cell("a.csv", 7, "total"));
  add_cell(cells, cell("", 1, "amount"));
  REQUIRE(cells.size() == 2);
  CHECK(cells[0].rows == std::vector<std::pair<int, int>>{{4, 6}, {9, 9}});
  CHECK(cells[1].column_name == "total");

  std::vector<Cells> more;
  add_cell(more, cell("a.csv", 7, "amount"));
  add_cell(more, cell("a.csv", 8, "amount"));
  add_cells(cells, more);
  CHECK(cells[0].rows == std::vector<std::pair<int, int>>{{4, 9}});
}

TEST_CASE("marks of figures: three bytes, back again") {
  for (const std::size_t index :
       {std::size_t{0}, std::size_t{63}, std::size_t{64}, most_figures - 1}) {
    const std::string mark = figure_begin(index);
    CHECK(mark.size() == figure_mark_size);
    CHECK(figure_begun(mark + "12") == index);
  }
  CHECK_FALSE(figure_begun(figure_end));
  CHECK_FALSE(figure_begun("abc"));
  CHECK_FALSE(figure_begun(""));
}

}  // namespace
}  // namespace rapporteur::view
