// The pages of every report look as they were accepted, and paint nothing outside their margins.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

#include "built.hpp"
#include "difference_sheet.hpp"
#include "goldens.hpp"
#include "layout.hpp"

namespace rapporteur::pages {

namespace {

namespace fs = std::filesystem;

DocumentDifference compare(const DocumentSet& set, const std::vector<Picture>& before,
                           const std::vector<Picture>& after) {
  DocumentDifference document{set.name, set.pdf, {}};
  for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
    PageDifference page{static_cast<int>(i) + 1,
                        i < before.size() ? before[i] : Picture{},
                        i < after.size() ? after[i] : Picture{},
                        {}};
    page.spots = differences(page.before, page.after);
    if (page.spots.size() >= 2) {
      document.pages.push_back(std::move(page));
    }
  }
  return document;
}

}  // namespace

TEST_CASE("the pages of every report look as they were accepted") {
  const bool accept = std::getenv("RAPPORTEUR_ACCEPT") != nullptr;
  const std::string folder = BINARY_DIR "/pages";
  std::vector<DocumentDifference> differing;
  for (const DocumentSet& set : built_sets()) {
    const std::vector<Picture> now = draw_pages(set.pdf, golden_resolution);
    REQUIRE(!now.empty());
    DocumentDifference document = compare(set, read_golden(golden_file(set.name)), now);
    if (document.pages.empty()) {
      continue;
    }
    if (accept) {
      REQUIRE(write_golden(golden_file(set.name), now));
    }
    differing.push_back(std::move(document));
  }
  fs::remove_all(folder);
  if (!differing.empty()) {
    const std::string sheet = write_sheet(folder, differing);
    for (const DocumentDifference& document : differing) {
      const std::string said = document.name + ": " + std::to_string(document.pages.size()) +
                               " pages differ, the first is page " +
                               std::to_string(document.pages.front().page) + ": see " + sheet;
      if (accept) {
        MESSAGE("accepted: " << said);
      } else {
        CHECK_MESSAGE(false, said);
      }
    }
  }
}

TEST_CASE("no golden is left of a report that is gone") {
  std::set<std::string> known;
  for (const DocumentSet& set : built_sets()) {
    known.insert(golden_file(set.name));
  }
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR "/tests/pages/goldens")) {
    CAPTURE(entry.path().string());
    CHECK(known.count(entry.path().string()) == 1);
  }
}

TEST_CASE("nothing is painted outside the margins") {
  constexpr int resolution = 72;
  for (const DocumentSet& set : built_sets()) {
    CAPTURE(set.name);
    const Layout layout = read_layout(set.odt, set.pdf);
    const std::vector<Picture> pages = draw_pages(set.pdf, resolution);
    REQUIRE(pages.size() == layout.styles.size());
    Faults faults;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      append(faults, ink_outside(pages[i], resolution, layout.styles[i], static_cast<int>(i) + 1));
    }
    const Waived waived = without_waived(faults, *set.report, Waiver::ink);
    CHECK_MESSAGE(waived.faults.empty(), described(waived.faults));
    CHECK_MESSAGE(waived.stale.empty(), waived.stale);
  }
}

}  // namespace rapporteur::pages
