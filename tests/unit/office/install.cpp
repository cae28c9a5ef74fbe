#include "office/install.hpp"

#include <doctest/doctest.h>

#include "base/files.hpp"
#include "office/fonts.hpp"
#include "office/install.hpp"

namespace rapporteur::office {

TEST_CASE("office_version") {
  const TemporaryDirectory folder;
  CHECK_FALSE(office_version(folder.path()));
  REQUIRE(write_file(folder.path() / "soffice.bin", "x"));
  CHECK_FALSE(office_version(folder.path()));
  const auto version = [&](const std::string& product) {
    REQUIRE(write_file(folder.path() / "bootstraprc",
                       "[Bootstrap]\nProductKey=" + product + "\nOther=1\n"));
    return office_version(folder.path());
  };
  CHECK(version("LibreOffice 7.4") == Version{7, 4});
  CHECK(version("LibreOffice 24.2") == Version{24, 2});
  CHECK(version("LibreOfficeDev 25.8") == Version{25, 8});
  CHECK_FALSE(version("nothing"));
  CHECK(Version{7, 3} < minimum_version);
  CHECK(minimum_version < Version{24, 2});
  CHECK_FALSE(minimum_version < minimum_version);
}

TEST_CASE("office_build_id") {
  const TemporaryDirectory folder;
  CHECK(office_build_id(folder.path()).empty());
  REQUIRE(write_file(folder.path() / "versionrc", "[Version]\r\nbuildid=40(Build:2)\r\n"));
  CHECK(office_build_id(folder.path()) == "40(Build:2)");
}

TEST_CASE("missing_fonts: by family, whatever the case; never by an alias") {
  const std::vector<std::string> names = {"No Such Font Anywhere 7", "carlito", "Carlito",
                                          "Calibri"};
  CHECK(missing_fonts(names) == std::vector<std::string>{"No Such Font Anywhere 7", "Calibri"});
}

}  // namespace rapporteur::office
