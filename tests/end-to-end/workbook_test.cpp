// One plan as CSV files, as XLSX, as ODS and as JSON: the same plan, through a real office; a
// starter that checks and builds.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "../plan_text.hpp"
#include "base/files.hpp"
#include "base/messages.hpp"
#include "exchange/export.hpp"
#include "load/load.hpp"
#include "office/workbooks.hpp"
#include "starter/export.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

Plan loaded(const fs::path& folder, office::Pool& pool) {
  Diagnostics diagnostics;
  auto plan = load_plan(folder, diagnostics, {.workbooks = office::workbook_reader(pool)});
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (kind_of(diagnostic) != Kind::finding) {
      MESSAGE(diagnostic.id, " ", diagnostic.origin.sheet, " ", diagnostic.origin.row, ": ",
              render(diagnostic, "en").message);
    }
  }
  REQUIRE(plan);
  return std::move(*plan);
}

TEST_CASE("the same plan as CSV, XLSX, ODS and JSON gives the same model") {
  office::Pool pool(office::default_options());
  for (const char* const sample : {"pan-1325", "pnlevt", "prosmed"}) {
    const fs::path source = fs::path(SOURCE_DIR "/samples") / sample;
    const Plan plan = loaded(source, pool);
    const std::string expected = test::PlanText::of(plan);
    CHECK(expected.size() > 5000);
    for (const char* const kind : {"xlsx", "ods"}) {
      CAPTURE(sample);
      CAPTURE(kind);
      const TemporaryDirectory folder;
      const fs::path copy = folder.path() / sample;
      fs::copy(source, copy, fs::copy_options::recursive);
      fs::remove_all(copy / "tables");
      Diagnostics diagnostics;
      REQUIRE(office::write_workbook(pool, starter::workbook_of(plan),
                                     copy / (std::string("plan.") + kind), {}, diagnostics));
      const Plan read = loaded(copy, pool);
      CHECK(test::PlanText::of(read) == expected);
      // The document names the sheets; without places it is the one that the CSV files give.
      const fs::path document = copy / "plan.json";
      REQUIRE(write_file(document, exchange::export_text(read, exchange::Origins::cells)));
      const Plan back = loaded(document, pool);
      CHECK(test::PlanText::of(back) == expected);
      CHECK(back.nodes.front().origin.sheet == read.nodes.front().origin.sheet);
      CHECK_FALSE(back.nodes.front().origin.sheet.empty());
      CHECK(exchange::export_text(read, exchange::Origins::none) ==
            exchange::export_text(plan, exchange::Origins::none));
    }
  }
}

TEST_CASE("the sample in a workbook of LibreOffice is the plan of the CSV files") {
  office::Pool pool(office::default_options());
  const fs::path samples = SOURCE_DIR "/samples";
  const fs::path kept = samples / "unite-genre-classeur";
  const Plan plan = loaded(samples / "unite-genre", pool);
  if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
    Diagnostics diagnostics;
    REQUIRE(office::write_workbook(pool, starter::workbook_of(plan), kept / "plan.ods", {},
                                   diagnostics));
    fs::remove_all(kept / "narrative");
    fs::copy(samples / "unite-genre" / "narrative", kept / "narrative");
  }
  const Plan read = loaded(kept, pool);
  CHECK(read.tables.at("key_figures").records.size() == 4);
  CHECK(exchange::export_text(read, exchange::Origins::none) ==
        exchange::export_text(plan, exchange::Origins::none));
  CHECK(read.tables.at("key_figures").origin.sheet == "key_figures");
}

int run(const std::string& command) {
  const int status = std::system((command + " >/dev/null 2>&1").c_str());
  return status < 0 ? -1 : WEXITSTATUS(status);
}

TEST_CASE("a starter checks without an error and builds, in every form") {
  const std::string program = BINARY_DIR "/bin/rapporteur";
  for (const std::string kind : {"csv", "xlsx", "ods"}) {
    CAPTURE(kind);
    const TemporaryDirectory folder;
    const std::string plan = (folder.path() / "depart").string();
    const fs::path out = folder.path() / "out";
    REQUIRE(run(program + " new plan " + plan + " --as " + kind) == 0);
    CHECK(run(program + " check " + plan + " --fail-on warning") == 0);
    CHECK(run(program + " build " + plan + " --to pdf --out " + out.string()) == 0);
    for (const char* const language : {"fr", "en"}) {
      CHECK(fs::exists(out / (std::string("depart.national-budget.") + language + ".pdf")));
    }
    CHECK(run(program + " new plan " + plan) == 2);  // not empty any more
  }
}

}  // namespace
}  // namespace rapporteur
