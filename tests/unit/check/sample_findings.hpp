// The findings of one topic's rules on every sample, against
// tests/samples/<sample>.findings.<topic>: lines "severity rule file:row:column", sorted.
// ACCEPT_FINDINGS=1 in the environment rewrites them.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "check/rule.hpp"
#include "load/load.hpp"

namespace rapporteur::test {

inline std::string findings_of(const Plan& plan, std::span<const check::Rule> rules) {
  const std::vector<check::Finding> findings = check::run(rules, plan);
  std::vector<std::string> lines;
  for (const check::Finding& finding : findings) {
    const Diagnostic& diagnostic = finding.diagnostic;
    for (const char* const language : {"fr", "en"}) {
      const Rendered text = render(diagnostic, language);
      std::vector<std::string> all = text.related;
      all.insert(all.end(), {text.message, text.cause, text.remedy});
      for (const std::string& one : all) {
        INFO(diagnostic.id, " ", language, ": ", one);
        CHECK(one.find_first_of("{}") == std::string::npos);
      }
    }
    const Severity severity = severity_of(diagnostic);
    const std::string prefix = plan.folder + "/";
    const Origin& origin = diagnostic.origin;
    lines.push_back(
        (severity == Severity::error     ? "error "
         : severity == Severity::warning ? "warning "
                                         : "information ") +
        diagnostic.id + " " +
        (origin.file.starts_with(prefix) ? origin.file.substr(prefix.size()) : origin.file) + ":" +
        std::to_string(origin.row) + ":" + std::to_string(origin.column) + "\n");
  }
  std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) {
    text.append(line);
  }
  return text;
}

inline void check_samples(const std::string& topic, std::span<const check::Rule> rules) {
  for (const char* const name :
       {"pan-1325", "pnlevt", "prosmed", "spotlight-mali-2020", "unite-genre"}) {
    Diagnostics diagnostics;
    const auto plan = load_plan(std::filesystem::path(SOURCE_DIR "/samples") / name, diagnostics);
    REQUIRE(plan.has_value());
    const std::filesystem::path expected = std::filesystem::path(SOURCE_DIR "/tests/samples") /
                                           (std::string(name) + ".findings." + topic);
    const std::string found = findings_of(*plan, rules);
    if (std::getenv("ACCEPT_FINDINGS") != nullptr) {
      REQUIRE(write_file(expected, found));
    }
    INFO(name);
    CHECK(found == read_file(expected).value_or(""));
  }
}

}  // namespace rapporteur::test
