// What the rules over sums and money find in each sample: tests/samples/<sample>.findings.money, a
// line a finding, "severity rule file:row:column". RAPPORTEUR_ACCEPT=1 rewrites the lists.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "../../samples.hpp"
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
  for (const fs::path& folder : test::samples_of_text()) {
    const std::string sample = folder.filename().string();
    INFO(sample);
    const fs::path file = fs::path(SOURCE_DIR "/tests/samples") / (sample + ".findings.money");
    const std::string found = findings_of(sample);
    if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
      REQUIRE(write_file(file, found));
    }
    CHECK(found == read_file(file).value_or("(no list)"));
  }
}

/// A copy of a sample with its figures corrected.
class Corrected {
 public:
  explicit Corrected(const std::string& sample) {
    fs::copy(fs::path(SOURCE_DIR "/samples") / sample, folder_.path() / "plan",
             fs::copy_options::recursive);
  }

  /// In the row of this id: one text for another, which must be there.
  void correct(const std::string& table, const std::string& row, const std::string& from,
               const std::string& to) const {
    const fs::path file = folder_.path() / "plan" / "tables" / (table + ".csv");
    std::string text = read_file(file).value_or("");
    std::size_t start = text.starts_with(row + ";") ? 0 : text.find("\n" + row + ";");
    REQUIRE(start != std::string::npos);
    const std::size_t at = text.find(from, start);
    INFO(row, " ", from);
    REQUIRE(at < text.find('\n', start + 1));
    REQUIRE(write_file(file, text.replace(at, from.size(), to)));
  }

  [[nodiscard]] std::string errors() const {
    static const std::set<std::string> ids = ids_of_topic();
    Diagnostics diagnostics;
    const auto plan = load_plan(folder_.path() / "plan", diagnostics);
    REQUIRE(plan.has_value());
    check_plan(*plan, diagnostics);
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
      if (ids.contains(diagnostic.id) && severity_of(diagnostic) == Severity::error) {
        text += "\n" + diagnostic.id + " " + fs::path(diagnostic.origin.file).filename().string() +
                ":" + std::to_string(diagnostic.origin.row);
      }
    }
    return text;
  }

 private:
  TemporaryDirectory folder_;
};

TEST_CASE("samples: a source of funds whose total and line see one difference is told once") {
  const Corrected plan("pnlevt");
  plan.correct("budget_lines", "P1-MARCC", "4 250 000 000", "4 260 000 000");
  plan.correct("budget_lines", "P2-MSPC", "12 000 000 000", "11 980 000 000");
  plan.correct("budget_lines", "P4-MSDS", "5 820 000 000", "5 870 000 000");
  plan.correct("declared_totals", "total-general", "51 750", "51 790");
  plan.correct("contributions", "P1-MARCC-exterieur", "3 115", "3 125");
  plan.correct("contributions", "P2-MSPC-exterieur", "8 650", "8 630");
  plan.correct("contributions", "P4-MSDS-exterieur", "3 650", "3 700");
  plan.correct("declared_totals", "total-exterieur", "33 415", "33 455");
  plan.correct("budget_lines", "A1.3.3.1", "4 750 000 000", "535 000 000");
  plan.correct("budget_lines", "A2.2.3.2", "2 500", "8 460");
  plan.correct("budget_lines", "A3.3.1.1", "2 500", "2 320");
  plan.correct("budget_lines", "A4.2.2.2", "4 500", "2 955");
  plan.correct("budget_lines", "A5.2.1.2", "3 500", "4 090");
  CHECK(plan.errors() == "");
  // Each source of funds is told once, where its total and its line see the same difference.
  plan.correct("contributions", "P3-MJDH-exterieur", "3 125", "3 225");
  CHECK(plan.errors() == "\nsum-sources declared_totals.csv:9");
}

}  // namespace
}  // namespace rapporteur
