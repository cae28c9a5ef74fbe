// The sample that its ministry keeps in a workbook is the plan of the CSV files, word for word.
#include "ministry_workbook.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "../plan_text.hpp"
#include "base/files.hpp"
#include "check/check.hpp"
#include "exchange/export.hpp"
#include "load/load.hpp"
#include "office/package.hpp"
#include "office/workbooks.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t drawn_at = 1'606'780'800;  // 2020-12-01, when such a plan is drawn up
const fs::path tables = SOURCE_DIR "/samples/pnlevt";
const fs::path kept = SOURCE_DIR "/samples/pnlevt-classeur";

Plan loaded(const fs::path& folder, Diagnostics& diagnostics, const LoadOptions& options = {}) {
  auto plan = load_plan(folder, diagnostics, options);
  REQUIRE(plan);
  return std::move(*plan);
}

/// How often each finding is made.
std::map<std::string, int> counted(const Diagnostics& diagnostics) {
  std::map<std::string, int> counts;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    ++counts[diagnostic.id];
  }
  return counts;
}

TEST_CASE("the ministry's workbook is the one that is drawn from the tables") {
  Diagnostics diagnostics;
  const auto drawn = test::ministry_workbook(loaded(tables, diagnostics));
  if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
    REQUIRE(write_file(kept / "plan.xlsx", office::pack(drawn, drawn_at)));
    fs::remove_all(kept / "narrative");
    fs::copy(tables / "narrative", kept / "narrative");
  }
  const auto parts = office::unpack(read_file(kept / "plan.xlsx").value_or(""));
  REQUIRE(parts);
  REQUIRE(parts->size() == drawn.size());
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    CAPTURE(drawn[i].name);
    CHECK((*parts)[i].name == drawn[i].name);
    CHECK(((*parts)[i].bytes == drawn[i].bytes));
  }
  for (const auto& entry : fs::directory_iterator(tables / "narrative")) {
    const fs::path name = entry.path().filename();
    CHECK_MESSAGE(read_file(entry.path()) == read_file(kept / "narrative" / name), name);
  }
}

TEST_CASE("the ministry's workbook and the tables give the same plan and the same findings") {
  office::Pool pool(office::default_options());
  Diagnostics of_tables;
  Diagnostics of_workbook;
  const Plan plan = loaded(tables, of_tables);
  const Plan read = loaded(kept, of_workbook, {.workbooks = office::workbook_reader(pool)});
  CHECK(test::PlanText::of(read) == test::PlanText::of(plan));
  CHECK(exchange::export_text(read, exchange::Origins::none) ==
        exchange::export_text(plan, exchange::Origins::none));
  const auto line = std::ranges::find(read.budget_lines, "P1-MARCC", &BudgetLine::id);
  REQUIRE(line != read.budget_lines.end());
  CHECK(line->declared->origin.sheet == "Budget");

  check_plan(plan, of_tables);
  check_plan(read, of_workbook);
  auto expected = counted(of_tables);
  CHECK(expected.at("sum-row") == 3);
  expected["sheet-not-read"] += 2;  // the title page and the hidden sums
  CHECK(counted(of_workbook) == expected);
}

}  // namespace
}  // namespace rapporteur
