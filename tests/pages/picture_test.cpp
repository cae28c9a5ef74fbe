// When two pages count as the same: tried on a page of the accepted ones, changed by hand.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/files.hpp"
#include "built.hpp"
#include "difference_sheet.hpp"
#include "goldens.hpp"

namespace rapporteur::pages {

namespace {

/// The first page of the budget table of pan-1325: four columns of figures, shaded bands.
const Picture& budget_page() {
  static const std::vector<Picture> pages = read_golden(golden_file("pan-1325.national-budget.fr"));
  REQUIRE(pages.size() > 3);
  return pages[3];
}

struct Area {
  int left, top, right, bottom;
};

/// `page` with an area moved; what it leaves is white.
Picture moved(const Picture& page, const Area& area, int dx, int dy) {
  Picture result = page;
  for (int y = area.top; y < area.bottom; ++y) {
    for (int x = area.left; x < area.right; ++x) {
      result.set(x, y, 255);
    }
  }
  for (int y = area.top; y < area.bottom; ++y) {
    for (int x = area.left; x < area.right; ++x) {
      const int u = x + dx;
      const int v = y + dy;
      if (u >= 0 && v >= 0 && u < page.width && v < page.height && page.at(x, y) < 255) {
        result.set(u, v, std::min(result.at(u, v), page.at(x, y)));
      }
    }
  }
  return result;
}

Area whole(const Picture& page) {
  return {0, 0, page.width, page.height};
}

// Where the table is on that page, in pixels at 24 dots an inch.
const Area last_column = {156, 68, 176, 262};
const Area body_of_table = {20, 60, 180, 255};

}  // namespace

TEST_CASE("a page is the same as itself, and as itself a pixel aside") {
  const Picture& page = budget_page();
  CHECK(differences(page, page).empty());
  for (const Spot& by : {Spot{1, 0}, Spot{-1, 0}, Spot{0, 1}, Spot{0, -1}, Spot{1, 1}}) {
    CAPTURE(by.x);
    CAPTURE(by.y);
    CHECK(same(page, moved(page, whole(page), by.x, by.y)));
  }
}

TEST_CASE("a page is not the same once something has moved") {
  const Picture& page = budget_page();
  CHECK(!same(page, moved(page, body_of_table, 0, 3)));  // a table that slid down
  CHECK(!same(page, moved(page, last_column, -4, 0)));   // figures set to the left
  CHECK(!same(page, moved(page, last_column, 0, 6)));    // figures one row lower
  CHECK(!same(page, moved(page, whole(page), 0, 3)));    // everything three millimetres lower
  CHECK(!same(page, moved(page, last_column, 400, 0)));  // a column that is gone
}

TEST_CASE("other figures in a column are seen when their ink is not the same") {
  const Picture& page = budget_page();
  Picture shorter = page;  // "12 000 000" → "12 000": the first half of each figure is gone
  for (int y = last_column.top; y < last_column.bottom; ++y) {
    for (int x = last_column.left; x < last_column.left + 10; ++x) {
      shorter.set(x, y, 255);
    }
  }
  CHECK(!same(page, shorter));
}

TEST_CASE("a shading that is gone is seen, however pale") {
  const Picture& page = budget_page();
  Picture bare = page;
  int pale = 0;
  for (char& pixel : bare.grey) {
    const int value = static_cast<unsigned char>(pixel);
    if (value >= 228 && value < 245) {
      pixel = static_cast<char>(255);
      ++pale;
    }
  }
  REQUIRE(pale > 500);
  CHECK(!same(page, bare));
}

TEST_CASE("pages of two sizes are never the same") {
  Picture wide = budget_page();
  std::swap(wide.width, wide.height);
  CHECK(!same(budget_page(), wide));
}

TEST_CASE("ink outside the margins") {
  const PageStyle style{"Page", "", 100, 200, 10, 10, 10, 10};
  Picture page{100, 200, std::string(20000, static_cast<char>(255))};
  page.set(50, 100, 0);
  page.set(9, 100, 0);  // a rule may reach a little beyond
  CHECK(ink_outside(page, 72, style, 3).empty());
  page.set(95, 100, 200);
  const Faults faults = ink_outside(page, 72, style, 3);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].page == 3);
  CHECK(faults[0].what.find("95 pt from the left and 100 pt") != std::string::npos);
}

TEST_CASE("a golden is read back as it was, to a shade") {
  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "a.pgm.gz").string();
  REQUIRE(write_golden(file, {budget_page(), budget_page()}));
  const std::vector<Picture> read = read_golden(file);
  REQUIRE(read.size() == 2);
  CHECK(read[1].grey == budget_page().grey);
  CHECK(read_golden((folder.path() / "none").string()).empty());
  CHECK(read_pictures("P5\n3 3\n255\nabc").empty());  // cut off
}

TEST_CASE("the difference sheet shows old page, new page and what differs") {
  const TemporaryDirectory folder;
  const Picture& page = budget_page();
  PageDifference difference{4, page, moved(page, last_column, -4, 0), {}};
  difference.spots = differences(difference.before, difference.after);
  const std::string file = write_sheet((folder.path() / "sheet").string(),
                                       {{"report", built_sets().front().pdf, {difference}}});
  const std::string html = read_file(file).value_or("");
  for (const char* name : {"report-4-old.png", "report-4-new.png", "report-4-difference.png"}) {
    CHECK(html.find(name) != std::string::npos);
  }
  CHECK(
      read_file(folder.path() / "sheet" / "report-4-new.png").value_or("").starts_with("\x89PNG"));
  const std::string png = read_file(folder.path() / "sheet" / "report-4-old.png").value_or("");
  CHECK(png.starts_with("\x89PNG"));
  const Picture dark = marked(difference);
  CHECK(std::any_of(dark.grey.begin(), dark.grey.end(),
                    [](char pixel) { return static_cast<unsigned char>(pixel) < 130; }));
}

}  // namespace rapporteur::pages
