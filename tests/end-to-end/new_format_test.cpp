// A donor's blank form to a finished PDF with the commands of a first-time user: new plan, new
// format
// --from, build. What the plan has stands in the donor's own document.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "base/files.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

const std::string binary = BINARY_DIR "/bin/rapporteur";

int run(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str());
}

std::string text_of(const fs::path& pdf) {
  const fs::path text = pdf.string() + ".txt";
  REQUIRE(run("pdftotext -layout '" + pdf.string() + "' '" + text.string() + "'") == 0);
  return read_file(text).value_or("");
}

bool holds(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("three blank forms, from Word and from Writer, become formats that build at once") {
  const TemporaryDirectory folder;
  const std::string root = folder.path().string();
  const std::vector<std::string> plans{root + "/plan", SOURCE_DIR "/samples/prosmed"};
  REQUIRE(run(binary + " new plan " + plans[0] + " --lang fr,en") == 0);
  for (const std::string name : {"fund-progress", "rapport-intermediaire", "partner-request"}) {
    for (const std::string kind : {"docx", "odt"}) {
      CAPTURE(name);
      CAPTURE(kind);
      const std::string id = name + "-" + kind;
      REQUIRE(run(binary + " new format " + root + "/formats/" + id + " --lang fr,en --from " +
                  SOURCE_DIR "/tests/forms/" + name + "/" + name + "." + kind) == 0);
      CHECK(run("luacheck -q --config " SOURCE_DIR "/.luacheckrc " + root + "/formats/" + id) == 0);
      for (const std::string& plan : plans) {
        CHECK(run(binary + " build " + plan + " --format " + id + " --plugins " + root +
                  "/formats --to pdf --out " + root + "/out") == 0);
      }
      for (const std::string language : {"fr", "en"}) {
        CHECK(fs::exists(root + "/out/plan." + id + "." + language + ".pdf"));
        const std::string text = text_of(root + "/out/prosmed." + id + "." + language + ".pdf");
        CHECK(holds(text, language == "fr" ? "République du Mali" : "Republic of Mali"));
        CHECK(holds(text, "PROSMED"));
        CHECK_FALSE(holds(text, "{{"));
        CHECK_FALSE(holds(text, "____"));
      }
    }
  }
}

TEST_CASE("a donor's words stay, instructions to the writer do not") {
  const TemporaryDirectory folder;
  const std::string root = folder.path().string();
  REQUIRE(run(binary + " new format " + root +
              "/formats/fund --lang en --from " SOURCE_DIR
              "/tests/forms/fund-progress/fund-progress.docx") == 0);
  REQUIRE(run(binary + " build " SOURCE_DIR "/samples/prosmed --lang en --format fund --plugins " +
              root + "/formats --to pdf --out " + root + "/out") == 0);
  const std::string text = text_of(root + "/out/prosmed.fund.en.pdf");
  CHECK(holds(text, "PART 1: OVERALL PROJECT PROGRESS"));
  CHECK(holds(text, "Did the Secretariat review the report:"));
  CHECK_FALSE(holds(text, "Briefly outline the status"));
}

}  // namespace rapporteur
