#include "office/pdf_links.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace rapporteur::office {
namespace {

/// A PDF of these objects, in the form that Writer gives its files.
std::string pdf_of(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.7\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = pdf.size();
  return pdf + table + "trailer\n<</Root 1 0 R>>\nstartxref\n" + std::to_string(start) +
         "\n%%EOF\n";
}

const char* const link =
    "<</Type/Annot/Subtype/Link/Rect[65 771.5 104.5 "
    "785]/A<</S/URI/URI(https://figure.invalid/7)>>>>";

TEST_CASE("read_links: pages in the order of the page tree, from the top left corner") {
  const std::string pdf =
      pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[ 4 0 R 3 0 R ]/Count 2>>",
              "<</Type/Page/MediaBox[0 0 595 842]/Annots[5 0 R ]>>",
              "<</Type/Page/MediaBox[0 0 842 595]/Annots[6 0 R 5 0 R ]>>", link,
              "<</Type/Annot/Subtype/Link/Rect[1 2 3 4]/Dest[3 0 R/XYZ 0 0 0]>>"});
  const auto links = read_links(pdf);
  REQUIRE(links.size() == 2);
  CHECK(links[0].address == "https://figure.invalid/7");
  CHECK(links[0].page == 1);
  CHECK(links[0].x == doctest::Approx(65));
  CHECK(links[0].y == doctest::Approx(595 - 785));
  CHECK(links[1].page == 2);
  CHECK(links[1].y == doctest::Approx(57));
  CHECK(links[1].width == doctest::Approx(39.5));
  CHECK(links[1].height == doctest::Approx(13.5));
}

TEST_CASE("read_links: what is no such PDF has none; a page tree that closes on itself ends") {
  CHECK(read_links("").empty());
  CHECK(read_links("%PDF-1.7\nstartxref\n9\n").empty());
  CHECK(read_links(pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[ 2 0 R ]>>"}))
            .empty());
}

}  // namespace
}  // namespace rapporteur::office
