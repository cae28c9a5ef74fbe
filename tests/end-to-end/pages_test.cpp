// Pages as pictures, with tolerance: what no comparison of text sees (a column that slips, a rule
// that is lost, a page that breaks elsewhere). RAPPORTEUR_ACCEPT=1 rewrites tests/end-to-end/pages:
// look at the pages before you commit them.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "base/files.hpp"
#include "documents.hpp"

namespace rapporteur::test {

namespace {

struct Picture {
  int width = 0;
  int height = 0;
  std::string grey;  ///< a byte a pixel
};

/// A binary PGM as pdftoppm writes it.
Picture read_picture(const std::filesystem::path& file) {
  const std::string bytes = read_file(file).value_or("");
  std::istringstream in(bytes);
  std::string magic;
  Picture picture;
  int white = 0;
  in >> magic >> picture.width >> picture.height >> white;
  REQUIRE(magic == "P5");
  REQUIRE(white == 255);
  picture.grey = bytes.substr(static_cast<std::size_t>(in.tellg()) + 1);
  REQUIRE(picture.grey.size() ==
          static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  return picture;
}

struct Difference {
  double mean = 0;   ///< of all pixels, 0 to 255
  double share = 0;  ///< of pixels that differ by more than a quarter of the scale
};

Difference compare(const Picture& a, const Picture& b) {
  double sum = 0;
  double many = 0;
  for (std::size_t i = 0; i < a.grey.size(); ++i) {
    const int away =
        std::abs(static_cast<unsigned char>(a.grey[i]) - static_cast<unsigned char>(b.grey[i]));
    sum += away;
    many += away > 64 ? 1 : 0;
  }
  const auto size = static_cast<double>(a.grey.size());
  return {sum / size, many / size};
}

}  // namespace

TEST_CASE("the pages look as they were accepted") {
  const TemporaryDirectory folder;
  const std::filesystem::path accepted = SOURCE_DIR "/tests/end-to-end/pages";
  int status = -1;
  (void)run(BINARY_DIR "/bin/rapporteur build " SOURCE_DIR
                       "/samples/pan-1325 --lang fr,en --to pdf --out " +
                folder.path().string() + " 2>/dev/null",
            &status);
  REQUIRE(status == 0);
  for (const std::string language : {"fr", "en"}) {
    const std::string pdf =
        (folder.path() / ("pan-1325.national-budget." + language + ".pdf")).string();
    (void)run("pdftoppm -r 16 -gray " + pdf + " " + (folder.path() / language).string());
    int pages = 0;
    for (int page = 1; page <= 9; ++page) {
      const std::string name = language + "-" + std::to_string(page) + ".pgm";
      CAPTURE(name);
      const bool made = std::filesystem::exists(folder.path() / name);
      if (made && std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
        std::filesystem::copy_file(folder.path() / name, accepted / name,
                                   std::filesystem::copy_options::overwrite_existing);
      }
      REQUIRE(made == std::filesystem::exists(accepted / name));
      if (!made) {
        continue;
      }
      ++pages;
      const Picture now = read_picture(folder.path() / name);
      const Picture then = read_picture(accepted / name);
      REQUIRE(now.width == then.width);
      REQUIRE(now.height == then.height);
      const Difference difference = compare(now, then);
      CHECK(difference.mean < 1.5);
      CHECK(difference.share < 0.004);
    }
    CHECK(pages == 6);
  }
}

}  // namespace rapporteur::test
