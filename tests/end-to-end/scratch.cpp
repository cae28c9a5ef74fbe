#include "scratch.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <optional>

#include "../office/documents.hpp"
#include "base/json.hpp"
#include "documents.hpp"

namespace rapporteur::test {

namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, const std::string& text) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  REQUIRE(write_file(file, text));
}

// The parent of drawn pictures: without it they are imported as shapes.
constexpr const char* odt_styles =
    "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
    "<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" "
    "style:family=\"paragraph\" style:parent-style-name=\"Standard\" "
    "style:default-outline-level=\"1\"/>"
    "<style:style style:name=\"Graphics\" style:family=\"graphic\"/>";

}  // namespace

ScratchReport::ScratchReport(const std::string& view, const std::string& declaration) {
  put(root() / "plugins/scratch/plugin.lua",
      "return { id = 'scratch', version = '1', api = 1, name = { fr = 'Essai', en = 'Trial' },\n"
      "  languages = { 'fr', 'en' }, templates = { odt = 'scratch.odt', docx = 'scratch.docx' "
      "},\n" +
          declaration + "}\n");
  put(root() / "plugins/scratch/view.lua",
      "local r = require 'rapporteur'\nreturn function(plan, context)\n" + view + "\nend\n");
  for (const char* language : {"fr", "en"}) {
    put(root() / "plugins/scratch" / ("terms." + std::string(language) + ".yaml"), "word: word\n");
  }
  add_to_plan("plan.yaml",
              "rapporteur: 1\nid: plan\ntitle: { fr: Essai, en: Trial }\nlanguages: [fr, en]\n"
              "currency: XOF\nperiods:\n  - { id: 2020, start: 2020-01-01, end: 2020-12-31 }\n"
              "reporting_period: 2020\nformats: { scratch: {} }\n");
}

void ScratchReport::add_to_plan(const std::string& file, const std::string& text) const {
  put(root() / "plan" / file, text);
}

void ScratchReport::copy_to_plan(const std::string& file, const fs::path& source) const {
  put(root() / "plan" / file, read_file(source).value_or(""));
}

void ScratchReport::draw_odt(const std::string& body, const std::string& automatic) const {
  put(root() / "templates/scratch/scratch.odt",
      office::test::odt({.body = body, .automatic = automatic, .styles = odt_styles}));
}

void ScratchReport::draw_docx(const std::string& body) const {
  put(root() / "templates/scratch/scratch.docx", office::test::docx({.body = body}));
}

std::string ScratchReport::build(const std::string& words, int* status) const {
  const std::string said =
      run("cd " + root().string() +
              " && " BINARY_DIR
              "/bin/rapporteur build plan --format scratch --plugins plugins --templates templates "
              "--messages en --report json " +
              words,
          status);
  json::Problem problem;
  const auto parsed = json::parse(said, problem);
  std::string lines;
  const json::Value* list = parsed ? parsed->find("diagnostics") : nullptr;
  if (list == nullptr) {
    return said;
  }
  for (const json::Value& item : list->items) {
    const json::Value* row = item.find("row");
    lines += std::string(item.string_at("id")) + " " + std::string(item.string_at("file")) + " " +
             (row == nullptr ? "" : row->text) + "\n";
  }
  return lines;
}

std::string ScratchReport::out(const std::string& file) const {
  return (root() / "out" / file).string();
}

}  // namespace rapporteur::test
