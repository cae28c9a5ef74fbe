// Every format on every sample: a plan may lack what a format prints, but no plugin and no template
// may fail for it.
#include <doctest/doctest.h>

#include <filesystem>

#include "build/limits.hpp"
#include "build/target.hpp"

namespace rapporteur::build {
namespace {

namespace fs = std::filesystem;

bool is_fault(const Diagnostic& diagnostic) {
  if (diagnostic.id == "plugin-print") {
    return false;  // what a format leaves out, and says so
  }
  return diagnostic.id.starts_with("plugin-") || diagnostic.id.starts_with("template-") ||
         diagnostic.id.starts_with("table-") || diagnostic.id.starts_with("option-") ||
         diagnostic.id.starts_with("catalogue-");
}

void expect_no_fault(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (is_fault(diagnostic)) {
      std::string said = diagnostic.id + " " + diagnostic.origin.file + ":" +
                         std::to_string(diagnostic.origin.row);
      for (const auto& [name, value] : diagnostic.args) {
        const auto* text = std::get_if<std::string>(&value);
        said += " " + name + "=" + (text == nullptr ? std::string("…") : *text);
      }
      CHECK_MESSAGE(false, said);
    }
  }
}

}  // namespace

TEST_CASE("every format on every sample: views and expansions without a fault") {
  const fs::path root(SOURCE_DIR);
  Diagnostics listed;
  Formats formats({{root / "plugins"}, {root / "templates"}}, listed);
  expect_no_fault(listed);
  std::vector<std::string> ids;
  for (const auto& entry : fs::directory_iterator(root / "plugins")) {
    if (fs::exists(entry.path() / "plugin.lua")) {
      ids.push_back(entry.path().filename().string());
    }
  }
  std::size_t made = 0;
  for (const auto& sample : fs::directory_iterator(root / "samples")) {
    if (!fs::exists(sample.path() / "tables")) {
      continue;  // a workbook: the same plan as its neighbour, read through an office
    }
    CAPTURE(sample.path().filename().string());
    Request request;
    request.formats = ids;
    request.languages = {"fr", "en"};
    std::vector<std::string> failed;
    Diagnostics diagnostics;
    for (const Target& target : prepare(sample.path(), request, formats, failed, diagnostics)) {
      ++made;
      Diagnostics expanding;
      const auto expansion = target.drawn->expand({.view = target.view,
                                                   .terms = target.terms,
                                                   .formats = target.format->formats,
                                                   .language = target.language,
                                                   .nonce = "0",
                                                   .limits = limit_names(target.format->limits)},
                                                  expanding);
      CHECK_MESSAGE(expansion.has_value(), target.name);
      expect_no_fault(expanding);
    }
    expect_no_fault(diagnostics);
  }
  CHECK(made >= 20);
}

}  // namespace rapporteur::build
