// A second build does what is left to do, and nothing else.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <thread>
#include <vector>

#include "documents.hpp"
#include "scratch.hpp"

namespace rapporteur::test {
namespace {

namespace fs = std::filesystem;

/// A report with a text of each language and a picture.
class Report {
 public:
  Report() {
    scratch_.draw_odt(
        "<text:p>{{text}}</text:p><text:p><draw:frame draw:style-name=\"fr1\" draw:name=\"box\" "
        "text:anchor-type=\"as-char\" svg:width=\"2cm\" svg:height=\"2cm\"><draw:image "
        "xlink:href=\"Pictures/box.png\"/><svg:desc>{{logo}}</svg:desc></draw:frame></text:p>",
        "<style:style style:name=\"fr1\" style:family=\"graphic\" "
        "style:parent-style-name=\"Graphics\"/>");
    scratch_.draw_docx("<w:p><w:r><w:t>{{text}}</w:t></w:r></w:p>");
    for (const char* const language : {"fr", "en"}) {
      write(std::string("plan/narrative/context.") + language + ".md",
            std::string("Texte ") + language + ".\n");
    }
    show("samples/spotlight-mali-2020/media/echange-one-stop.png");
  }

  /// The picture of the plan.
  void show(const std::string& source) const {
    scratch_.copy_to_plan("media/logo", fs::path(SOURCE_DIR) / source);
  }
  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((scratch_.root() / file).parent_path());
    REQUIRE(write_file(scratch_.root() / file, text));
  }

  /// Each line "TARGET: why" in the order of names, the status behind.
  std::string build(const std::string& words = "") const {
    int status = -1;
    std::istringstream said(run(command(words), &status));
    std::vector<std::string> lines;
    for (std::string line; std::getline(said, line);) {
      if (line.starts_with("plan.scratch.")) {
        lines.push_back(line.substr(std::string("plan.scratch.").size()));
      }
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) {
      text += line + "\n";
    }
    return text + std::to_string(status);
  }

  [[nodiscard]] std::string command(const std::string& words) const {
    return "cd " + scratch_.root().string() +
           " && " BINARY_DIR
           "/bin/rapporteur build plan --format scratch --plugins plugins --templates templates "
           "--messages en --why " +
           (words.starts_with("--to") ? words : "--to odt,pdf " + words) + " 2>stderr";
  }
  [[nodiscard]] std::string said() const { return bytes("stderr"); }
  [[nodiscard]] std::string bytes(const std::string& file) const {
    return read_file(scratch_.root() / file).value_or("nothing");
  }
  [[nodiscard]] std::string text(const std::string& file) const {
    return text_of((scratch_.root() / file).string());
  }
  [[nodiscard]] const fs::path& root() const { return scratch_.root(); }

 private:
  ScratchReport scratch_{
      "return { text = plan.narratives.context, logo = r.image('media/logo', 'logo') }"};
};

constexpr const char* current = "en: up to date\nfr: up to date\n0";
constexpr const char* first =
    "en: no earlier build is on record\nfr: no earlier build is on record\n0";

std::string changed(const std::string& path, bool fr, bool en) {
  const std::string why = "“" + path + "” has changed";
  const std::string nothing = " – nothing that this document shows";
  return "en: " + why + (en ? "" : nothing) + "\nfr: " + why + (fr ? "" : nothing) + "\n0";
}

}  // namespace

TEST_CASE("incremental: only what read a changed file is built again") {
  const Report report;
  CHECK(report.build() == first);
  const std::string findings = report.said();
  CHECK(report.build() == current);
  CHECK(report.said() == findings);  // said again, though nothing was looked into

  report.write("plan/narrative/context.fr.md", "Autre texte.\n");
  CHECK(report.build() == changed("plan/narrative/context.fr.md", true, false));
  CHECK(report.text("out/plan.scratch.fr.odt").find("Autre texte") != std::string::npos);
  CHECK(report.build() == current);

  // A file that was looked for and was not there.
  report.write("plan/narrative/other.fr.md", "Un texte que rien ne montre.\n");
  CHECK(report.build() == changed("plan/narrative", false, false));

  // The picture, the template, the plugin.
  report.show("tests/end-to-end/media/brown.jpg");
  CHECK(report.build() == changed("plan/media/logo", true, true));
  report.write("plugins/scratch/view.lua",
               "local r = require 'rapporteur'\nreturn function(plan)\n"
               "  return { text = 'Tout autre', logo = r.image('media/logo', 'logo') }\nend\n");
  CHECK(report.build().find("plugins/scratch” has changed") != std::string::npos);
  CHECK(report.text("out/plan.scratch.en.odt").find("Tout autre") != std::string::npos);
  CHECK(report.build() == current);
}

TEST_CASE("incremental: an output that is gone is made again, an edited one is left") {
  const Report report;
  REQUIRE(report.build() == first);
  const std::string pdf = report.bytes("out/plan.scratch.fr.pdf");
  fs::remove(report.root() / "out/plan.scratch.fr.pdf");
  CHECK(report.build().find("fr: “out/plan.scratch.fr.pdf” is gone\n") != std::string::npos);
  CHECK(report.bytes("out/plan.scratch.fr.pdf") == pdf);

  report.write("out/plan.scratch.fr.odt", "corrected by hand");
  CHECK(report.build() == "en: up to date\nfr: someone wrote to “out/plan.scratch.fr.odt”\n4");
  CHECK(report.said().find("output-edited") != std::string::npos);
  report.write("plan/narrative/context.fr.md", "Autre texte.\n");
  report.write("plan/narrative/context.en.md", "Another text.\n");
  CHECK(report.build().ends_with("4"));
  CHECK(report.bytes("out/plan.scratch.fr.odt") == "corrected by hand");
  CHECK(report.bytes("out/plan.scratch.fr.pdf") == pdf);
  CHECK(report.text("out/plan.scratch.en.odt").find("Another") != std::string::npos);
  CHECK(report.build("--force").ends_with("0"));
  CHECK(report.text("out/plan.scratch.fr.odt").find("Autre") != std::string::npos);
}

TEST_CASE("incremental: another wish makes its own documents and keeps the others") {
  const Report report;
  REQUIRE(report.build() == first);
  CHECK(report.build("--to docx --lang fr").ends_with("0"));
  CHECK(report.build() == current);
  CHECK(report.build("--period 2020") ==
        "en: it was asked for in another way than before – nothing that this document shows\n"
        "fr: it was asked for in another way than before – nothing that this document shows\n0");
}

TEST_CASE("incremental: a store gives the same bytes to another folder, and mends itself") {
  const Report report;
  REQUIRE(report.build("--store store") == first);
  const auto same = [&] {
    for (const char* const name : {"plan.scratch.fr.odt", "plan.scratch.en.pdf"}) {
      CHECK(report.bytes(std::string("out/") + name) == report.bytes(std::string("two/") + name));
    }
  };
  CHECK(report.build("--store store --out two") == first);
  same();
  fs::remove_all(report.root() / "two");
  for (const auto& file : fs::recursive_directory_iterator(report.root() / "store")) {
    if (file.path().extension() == ".odt") {
      REQUIRE(write_file(file.path(), "damaged"));
    }
  }
  CHECK(report.build("--store store --out two") == first);
  CHECK(report.said().find("store-damaged") != std::string::npos);
  same();
  fs::remove_all(report.root() / "two");
  CHECK(report.build("--store store --out two") == first);
  CHECK(report.said().find("store-damaged") == std::string::npos);
  same();
}

TEST_CASE("incremental: two builds at once in one folder and one store") {
  const Report report;
  const std::string words = "--store store 2>&1 >said.";
  std::vector<int> statuses(2, -1);
  {
    std::vector<std::jthread> builds;
    for (std::size_t i = 0; i < 2; ++i) {
      builds.emplace_back(
          [&, i] { (void)run(report.command(words + std::to_string(i)), &statuses[i]); });
    }
  }
  CHECK(statuses == std::vector<int>{0, 0});
  CHECK(report.build("--store store") == current);
  CHECK(report.text("out/plan.scratch.fr.odt").find("Texte fr") != std::string::npos);
  for (const auto& file : fs::directory_iterator(report.root() / "out")) {
    CHECK_FALSE(file.path().filename().string().starts_with(".rapporteur-"));
  }
}

}  // namespace rapporteur::test
