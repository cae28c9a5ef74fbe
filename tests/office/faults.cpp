// Documents, disks and installations that an office cannot use.
#include <doctest/doctest.h>
#include <sys/mount.h>

#include <cstdlib>

#include "office/troubled.hpp"

namespace rapporteur::office {

namespace fs = std::filesystem;

using test::long_document;
using test::Prepared;
using test::require_fault;

TEST_CASE("a full disk: reported, nothing left") {
  const TemporaryDirectory place;
  const std::string disk = place.path().string();
  if (mount("none", disk.c_str(), "tmpfs", 0, "size=300k") != 0) {
    MESSAGE("skipped: this user may mount no small disk");
    return;
  }
  const auto fails = [&](const char* id) {
    Prepared prepared(long_document());
    prepared.job.pdf_path = disk + "/out.pdf";
    Pool pool(default_options());
    Diagnostics diagnostics;
    CHECK_FALSE(pool.run(prepared.job, diagnostics));
    require_fault(diagnostics, id);
    CHECK(prepared.outputs() == 0);
  };
  SUBCASE("where documents go") {
    fails("office-store");
  }
  SUBCASE("where the office works") {
    const Prepared prepared(long_document());
    REQUIRE(setenv("TMPDIR", disk.c_str(), 1) == 0);
    Diagnostics diagnostics;
    {
      Pool pool(default_options());
      CHECK_FALSE(pool.run(prepared.job, diagnostics));
    }
    unsetenv("TMPDIR");
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(exit_code_for_faults(diagnostics) == 4);
    CHECK(prepared.outputs() == 0);
  }
  CHECK(umount(disk.c_str()) == 0);
}

TEST_CASE("documents that cannot be opened") {
  Pool pool(default_options());
  const auto fails = [&](const std::string& package, const std::string& extension) {
    const Prepared prepared(package, extension);
    Diagnostics diagnostics;
    CHECK_FALSE(pool.run(prepared.job, diagnostics));
    require_fault(diagnostics, "office-load");
    CHECK(prepared.outputs() == 0);
  };
  const std::string good = test::odt({.body = test::paragraph("x")});
  fails("no zip at all, just words", ".odt");
  fails("no zip at all, just words", ".docx");
  fails(good.substr(0, good.size() / 2), ".odt");
  fails("", ".odt");
  fails(test::odt({.body = "<text:p>not closed"}), ".odt");
  SUBCASE("a missing file") {
    Prepared prepared(good);
    fs::remove(prepared.job.package_path);
    Diagnostics diagnostics;
    CHECK_FALSE(pool.run(prepared.job, diagnostics));
    require_fault(diagnostics, "office-load");
  }
}

TEST_CASE("a target that cannot be written: reported, nothing left of the others") {
  Prepared prepared(test::odt({.body = test::paragraph("x")}));
  prepared.job.pdf_path = (prepared.folder.path() / "no-such-folder" / "out.pdf").string();
  Pool pool(default_options());
  Diagnostics diagnostics;
  CHECK_FALSE(pool.run(prepared.job, diagnostics));
  require_fault(diagnostics, "office-store");
  CHECK(prepared.outputs() == 0);
  CHECK_FALSE(fs::exists(prepared.folder.path() / "no-such-folder"));
}

TEST_CASE("no office, no component") {
  const Prepared prepared(test::odt({.body = test::paragraph("x")}));
  auto options = default_options();
  std::string id;
  SUBCASE("office") {
    options.program = prepared.folder.path();
    id = "office-missing";
  }
  SUBCASE("component") {
    options.component = prepared.folder.path() / "filler.uno.so";
    id = "office-component";
  }
  SUBCASE("a component that is none") {
    options.component = prepared.folder.path() / "filler.uno.so";
    REQUIRE(write_file(options.component, "not a library"));
    id = "office-start";
  }
  SUBCASE("too old") {
    options.program = prepared.folder.path();
    REQUIRE(write_file(options.program / "soffice.bin", "x"));
    REQUIRE(
        write_file(options.program / "bootstraprc", "[Bootstrap]\nProductKey=LibreOffice 7.3\n"));
    id = "office-too-old";
  }
  SUBCASE("an office that ends at once") {
    options.program = prepared.folder.path();
    fs::copy_file("/bin/true", options.program / "soffice.bin");
    REQUIRE(
        write_file(options.program / "bootstraprc", "[Bootstrap]\nProductKey=LibreOffice 7.4\n"));
    id = "office-start";
  }
  Pool pool(options);
  Diagnostics diagnostics;
  CHECK_FALSE(pool.run(prepared.job, diagnostics));
  require_fault(diagnostics, id);
}

}  // namespace rapporteur::office
