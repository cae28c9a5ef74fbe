// What the rules over sums and money find in each sample: tests/samples/<sample>.findings.money, a
// line a finding, "severity rule file:row:column". RAPPORTEUR_ACCEPT=1 rewrites the lists.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "check/check.hpp"
#include "check/coverage.hpp"
#include "check/rule.hpp"
#include "load/load.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

std::set<std::string> ids_of_topic() {
  std::set<std::string> ids;
  for (const std::span<const check::Rule> topic : {check::budget_rules(), check::money_rules()}) {
    for (const check::Rule& rule : topic) {
      for (std::string& id : split(rule.ids, '|')) {
        ids.insert(std::move(id));
      }
    }
  }
  ids.erase("code-duplicate");  // belongs to the registers
  return ids;
}

const char* name_of(Severity severity) {
  return severity == Severity::error     ? "error"
         : severity == Severity::warning ? "warning"
                                         : "information";
}

std::string findings_of(const std::string& sample) {
  static const std::set<std::string> ids = ids_of_topic();
  const fs::path folder = fs::path(SOURCE_DIR "/samples") / sample;
  Diagnostics diagnostics;
  const auto plan = load_plan(folder, diagnostics);
  REQUIRE(plan.has_value());
  check_plan(*plan, diagnostics);
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (!ids.contains(diagnostic.id)) {
      continue;
    }
    for (const char* const language : {"fr", "en"}) {
      const Rendered text = render(diagnostic, language);
      std::vector<std::string> all = text.related;
      all.insert(all.end(), {text.message, text.cause, text.remedy});
      for (const std::string& one : all) {
        INFO(diagnostic.id, " ", language, ": ", one);
        CHECK(one.find_first_of("{}") == std::string::npos);
      }
    }
    const std::string file =
        fs::path(diagnostic.origin.file).lexically_relative(folder).generic_string();
    lines.push_back(std::string(name_of(severity_of(diagnostic))) + " " + diagnostic.id + " " +
                    file + ":" + std::to_string(diagnostic.origin.row) + ":" +
                    std::to_string(diagnostic.origin.column));
  }
  std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) {
    text.append(line).append("\n");
  }
  return text;
}

TEST_CASE("samples: what the rules over sums and money find") {
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR "/samples")) {
    const std::string sample = entry.path().filename().string();
    if (!fs::exists(entry.path() / "plan.yaml")) {
      continue;
    }
    INFO(sample);
    const fs::path file = fs::path(SOURCE_DIR "/tests/samples") / (sample + ".findings.money");
    const std::string found = findings_of(sample);
    if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
      REQUIRE(write_file(file, found));
    }
    CHECK(found == read_file(file).value_or("(no list)"));
  }
}

}  // namespace
}  // namespace rapporteur
