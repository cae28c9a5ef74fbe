// A plan and its export are one model.
#include <cstdlib>

#include "../../samples.hpp"
#include "base/json.hpp"
#include "exchange/export.hpp"
#include "full_plan.hpp"
#include "model_text.hpp"

namespace rapporteur::exchange {
namespace {

using test::model_text;
using test::Places;
using test::PlanFolder;

Plan load(const std::filesystem::path& path) {
  Diagnostics diagnostics;
  Result<Plan> plan = load_plan(path, diagnostics);
  std::string told;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    told += diagnostic.id + " " + diagnostic.origin.file + ":" +
            std::to_string(diagnostic.origin.row) + "\n";
  }
  INFO(path, "\n", told);
  REQUIRE(plan.has_value());
  return std::move(*plan);
}

Plan read_back(const std::string& text, const std::filesystem::path& folder) {
  REQUIRE(write_file(folder / "export.json", text));
  return load(folder / "export.json");
}

void check_round_trip(const std::filesystem::path& folder) {
  const TemporaryDirectory elsewhere;
  const Plan plan = load(folder);
  const std::string text = export_text(plan, Origins::cells);
  const Plan back = read_back(text, elsewhere.path());
  CHECK(model_text(back, Places::yes) == model_text(plan, Places::yes));
  CHECK(export_text(back, Origins::cells) == text);
  const Plan rows = read_back(export_text(plan, Origins::rows), elsewhere.path());
  CHECK(export_text(rows, Origins::rows) == export_text(plan, Origins::rows));
  const std::string bare = export_text(plan, Origins::none);
  CHECK(bare.find("\"_origin\"") == std::string::npos);
  if (plan.result_files.empty()) {
    CHECK(export_text(read_back(bare, elsewhere.path()), Origins::none) == bare);
  }
}

TEST_CASE("export: every sample reads back as the same model, with the same places") {
  for (const std::filesystem::path& folder : test::samples_of_text()) {
    INFO(folder);
    check_round_trip(folder);
  }
}

TEST_CASE("export: every key, type and kind of value reads back") {
  PlanFolder folder;
  folder.remove("tables/nodes.csv");  // stands under its French name
  write_full_plan(folder);
  check_round_trip(folder.path());
}

TEST_CASE("export: without places, a value of results/ keeps its period") {
  PlanFolder folder;
  folder.remove("tables/nodes.csv");
  write_full_plan(folder);
  const TemporaryDirectory elsewhere;
  const Plan back = read_back(export_text(load(folder.path()), Origins::none), elsewhere.path());
  const Measure* const sent = find_measure(back.series[0].measures, Measured::actual, "2013");
  REQUIRE(sent != nullptr);
  CHECK(std::get<Decimal>(sent->value.data) == Decimal{12345, 1});
  CHECK(find_measure(back.series[0].measures, Measured::actual, "2014")->value.before ==
        "au moins");
}

TEST_CASE("export: what two sources say is told as numbers in both, in no style of theirs") {
  PlanFolder folder;
  folder.remove("tables/nodes.csv");
  write_full_plan(folder);
  const std::string before = export_text(load(folder.path()), Origins::none);
  const std::string value = R"("value": {"number": "1234.5"})";
  CHECK(before.find(value) == before.rfind(value));
  folder.write("results/undp.csv",
               "code;series;kind;value\n1.4;Femmes;actual;1,234.5\n1.4;Femmes;actual;1,234.5\n"
               "1.4;Femmes;actual;1,234.6\n");
  const std::string text = export_text(load(folder.path()), Origins::none);
  CHECK(text.find(value) != text.rfind(value));
  CHECK(text.find(R"("value": {"number": "1234.6"})") != std::string::npos);
  CHECK(text.find("1,234") == std::string::npos);
}

TEST_CASE("export: the bytes do not depend on how the folder was named") {
  PlanFolder folder;
  const std::string text = export_text(load(folder.path()), Origins::cells);
  CHECK(export_text(load(folder.path() / ""), Origins::cells) == text);
  CHECK(export_text(load(folder.path() / "tables" / ".."), Origins::cells) == text);
  CHECK(text.find(folder.path().string()) == std::string::npos);
}

}  // namespace
}  // namespace rapporteur::exchange
