#include "plan/plan_keys.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>

#include "base/text.hpp"

namespace rapporteur {
namespace {

TEST_CASE("plan.yaml: every key stands once in its map and has its help in two languages") {
  std::set<std::string> seen;
  for (const PlanKey& key : plan_keys()) {
    CAPTURE(key.map);
    CAPTURE(key.name);
    CHECK(seen.insert(std::string(key.map) + "." + std::string(key.name)).second);
    CHECK_FALSE(key.help_en.empty());
    CHECK_FALSE(key.help_fr.empty());
    CHECK(key.help_en != key.help_fr);
  }
}

TEST_CASE("plan.yaml: a map has keys, a choice has choices, and nothing else has either") {
  std::set<std::string_view> maps = {"plan.yaml"};
  for (const PlanKey& key : plan_keys()) {
    CAPTURE(key.name);
    CHECK((key.type == KeyType::map) == !key.of.empty());
    const bool chooses = key.type == KeyType::choice || key.type == KeyType::choices_by_name;
    CHECK(chooses == !key.choices.empty());
    if (key.type == KeyType::map) {
      maps.insert(key.of);
      CHECK_FALSE(key_names(key.of).empty());
    }
  }
  for (const PlanKey& key : plan_keys()) {
    CAPTURE(key.map);
    CHECK(maps.contains(key.map));  // no map that nothing leads to
  }
}

TEST_CASE("plan.yaml: the four keys that a plan must have") {
  std::vector<std::string_view> names;
  for (const PlanKey& key : plan_keys()) {
    if (key.map == "plan.yaml" && key.required == Required::yes) {
      names.push_back(key.name);
    }
  }
  CHECK(names == std::vector<std::string_view>{"rapporteur", "id", "title", "languages"});
}

TEST_CASE(
    "plan.yaml: names and choices are asked for by map; an unknown one is a mistake of ours") {
  CHECK(key_names("numbers") == std::vector<std::string_view>{"group", "decimal"});
  const std::vector<std::string> missing = key_choices("plan.yaml", "missing");
  for (const char* const kind :
       {"not_applicable", "not_measured", "no_data", "pending", "nothing_to_report"}) {
    CAPTURE(kind);
    CHECK(std::ranges::count(missing, kind) == 1);
  }
  CHECK_THROWS_AS(static_cast<void>(key_names("colours")), std::logic_error);
  CHECK_THROWS_AS(static_cast<void>(key_choices("plan.yaml", "colour")), std::logic_error);
}

}  // namespace
}  // namespace rapporteur
