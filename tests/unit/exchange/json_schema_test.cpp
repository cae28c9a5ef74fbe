// The schemas say what the readers read and the export writes; their files in docs/ are theirs.
#include "exchange/json_schema.hpp"

#include <yaml-cpp/yaml.h>

#include <cstdlib>

#include "../../samples.hpp"
#include "exchange/export.hpp"
#include "exchange/guide.hpp"
#include "full_plan.hpp"
#include "json_schema_check.hpp"
#include "plan/plan_keys.hpp"

namespace rapporteur::exchange {
namespace {

using test::PlanFolder;
using test::SchemaCheck;

void compare(const std::string& file, const std::string& text) {
  const std::filesystem::path path = std::filesystem::path(SOURCE_DIR) / file;
  if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    REQUIRE(write_file(path, text));
  }
  INFO("stale: " << file << "; run unit-exchange with RAPPORTEUR_ACCEPT=1");
  CHECK(read_file(path) == text);
}

/// YAML as a program reads it that knows nothing of plans: bare numbers are numbers.
json::Value from_yaml(const YAML::Node& node) {
  if (node.IsMap()) {
    json::Value object = json::object();
    for (const auto& item : node) {
      object.set(item.first.Scalar(), from_yaml(item.second));
    }
    return object;
  }
  if (node.IsSequence()) {
    json::Value list = json::array();
    for (const YAML::Node& item : node) {
      list.push(from_yaml(item));
    }
    return list;
  }
  const bool is_bare = node.IsScalar() && node.Tag() == "?";
  const bool is_number = is_bare && !node.Scalar().empty() &&
                         node.Scalar().find_first_not_of("0123456789") == std::string::npos;
  if (is_number) {
    json::Value number = json::number(0);
    number.text = node.Scalar();
    return number;
  }
  return node.IsNull() ? json::Value() : json::string(node.Scalar());
}

std::string plan_faults(const std::string& yaml) {
  const json::Value schema = plan_schema("en");
  return SchemaCheck(schema).faults(from_yaml(YAML::Load(yaml)));
}

std::string export_faults(const std::filesystem::path& folder, Origins origins) {
  Diagnostics diagnostics;
  const auto plan = load_plan(folder, diagnostics);
  REQUIRE(plan.has_value());
  const json::Value schema = export_schema("fr");
  return SchemaCheck(schema).faults(export_plan(*plan, origins));
}

TEST_CASE("schema plan: every sample's plan.yaml is valid") {
  for (const auto& entry : std::filesystem::directory_iterator(SOURCE_DIR "/samples")) {
    if (const auto yaml = read_file(entry.path() / "plan.yaml")) {
      INFO(entry.path());
      CHECK(plan_faults(*yaml) == "");
    }
  }
}

TEST_CASE("schema plan: what the reader refuses, the schema refuses") {
  const std::string good = "rapporteur: 1\nid: a\ntitle: A\nlanguages: fr\n";
  CHECK(plan_faults(good) == "");
  CHECK(plan_faults(good + "colour: blue\n") == "/colour: not allowed\n");
  CHECK(plan_faults("rapporteur: 1\nid: a\nlanguages: [fr]\n") == ": fails required\n");
  CHECK(plan_faults(good + "currency: F CFA\n") == "/currency: fails pattern\n");
  CHECK(plan_faults(good + "date: 2012-13\n") == "/date: fails pattern\n");
  CHECK(plan_faults(good + "severity: { sum-row: grave }\n") == "/severity/sum-row: fails enum\n");
  CHECK(plan_faults(good + "levels: [{ id: a, numbering: i }]\n") == "/levels: fails anyOf\n");
  CHECK(plan_faults(good + "periods: [2012, { id: 2013, parts: [H1] }]\n") == "");
  CHECK(plan_faults(good + "title: { french: A }\n") != "");
}

TEST_CASE("schema export: every sample's export is valid, with and without places") {
  for (const std::filesystem::path& folder : test::samples_of_text()) {
    INFO(folder);
    CHECK(export_faults(folder, Origins::cells) == "");
    CHECK(export_faults(folder, Origins::none) == "");
  }
}

TEST_CASE("schema export: every kind of value is valid; what is no export is not") {
  PlanFolder folder;
  folder.remove("tables/nodes.csv");
  write_full_plan(folder);
  CHECK(export_faults(folder.path(), Origins::cells) == "");
  const json::Value schema = export_schema("en");
  json::Problem problem;
  const auto bad = json::parse(
      R"({"rapporteur_export": 2, "plan": {}, "nodes": [{"id": 1}], "colours": []})", problem);
  CHECK(SchemaCheck(schema).faults(*bad) ==
        "/rapporteur_export: fails const\n/plan: fails required\n/nodes/0/id: fails type\n"
        "/nodes/0: fails required\n: fails required\n/colours: not allowed\n");
}

TEST_CASE("export: every key of plan.yaml goes along") {
  PlanFolder folder;
  folder.remove("tables/nodes.csv");
  write_full_plan(folder);
  Diagnostics diagnostics;
  const auto plan = load_plan(folder.path(), diagnostics);
  REQUIRE(plan.has_value());
  std::vector<std::string> names;
  for (const json::Member& member : plan_json(*plan).members) {
    names.push_back(member.name);
  }
  const std::vector<std::string_view> keys = key_names("plan.yaml");
  CHECK(names == std::vector<std::string>(keys.begin(), keys.end()));
}

TEST_CASE("docs/schema and docs/plan-guide are generated from the lists that the readers use") {
  compare("docs/schema/plan.json", json::write(plan_schema("en")));
  compare("docs/schema/export.json", json::write(export_schema("en")));
  compare("docs/plan-guide.en.md", plan_guide("en"));
  compare("docs/plan-guide.fr.md", plan_guide("fr"));
}

}  // namespace
}  // namespace rapporteur::exchange
