// One batch on several machines: every target is made once, and the machines have as much to do.
#include "build/shards.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "base/files.hpp"
#include "build/costs.hpp"

namespace rapporteur::build {
namespace {

namespace fs = std::filesystem;

Variables variables(std::map<std::string, std::string> set) {
  return [set = std::move(set)](const std::string& name) {
    const auto found = set.find(name);
    return found == set.end() ? std::nullopt : std::optional(found->second);
  };
}

std::string told(const std::string& text, const std::map<std::string, std::string>& set = {}) {
  Diagnostics found;
  const auto shard = read_shard(text, variables(set), found);
  return shard ? std::to_string(shard->index) + "/" + std::to_string(shard->of)
               : found.all().at(0).id;
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  REQUIRE(write_file(file, text));
}

}  // namespace

TEST_CASE("read_shard") {
  CHECK(told("2/5") == "2/5");
  for (const char* text :
       {"", "0/5", "6/5", "2", "2/", "/5", "-1/5", "1/0", "a/b", "2/5x", "2/99999"}) {
    CAPTURE(text);
    CHECK(told(text) == "shard-malformed");
  }
  SUBCASE("GitLab counts from 1") {
    CHECK(told("auto", {{"CI_NODE_INDEX", "3"}, {"CI_NODE_TOTAL", "4"}}) == "3/4");
    CHECK(told("auto", {{"CI_NODE_INDEX", "3"}}) == "shard-unknown");
  }
  SUBCASE("a Slurm array from any number, by any step") {
    const std::map<std::string, std::string> array = {{"SLURM_ARRAY_TASK_ID", "14"},
                                                      {"SLURM_ARRAY_TASK_MIN", "10"},
                                                      {"SLURM_ARRAY_TASK_STEP", "2"},
                                                      {"SLURM_ARRAY_TASK_COUNT", "4"}};
    CHECK(told("auto", array) == "3/4");
    auto gap = array;
    gap["SLURM_ARRAY_TASK_ID"] = "13";
    CHECK(told("auto", gap) == "shard-unknown");
    gap["SLURM_ARRAY_TASK_ID"] = "40";
    CHECK(told("auto", gap) == "shard-unknown");
  }
  SUBCASE("Kubernetes counts from 0 and does not say how many") {
    CHECK(told("auto/3", {{"JOB_COMPLETION_INDEX", "0"}}) == "1/3");
    CHECK(told("auto/3", {{"JOB_COMPLETION_INDEX", "3"}}) == "shard-unknown");
    CHECK(told("auto", {{"JOB_COMPLETION_INDEX", "0"}}) == "shard-unknown");
  }
  SUBCASE("nothing is set") {
    CHECK(told("auto") == "shard-unknown");
    CHECK(told("auto/3") == "shard-unknown");
  }
}

TEST_CASE("deal: each target once, shards balanced, whatever the batch") {
  std::mt19937 random(1325);
  for (int round = 0; round < 200; ++round) {
    const int shards = 1 + static_cast<int>(random() % 9);
    Roster roster;
    std::vector<std::int64_t> costs;
    for (std::size_t i = 0, n = random() % 60; i < n; ++i) {
      roster.push_back({.plan = i, .name = "t" + std::to_string(i)});
      costs.push_back(1 + static_cast<std::int64_t>(random() % 5000));
    }
    const auto dealt = deal(roster, costs, shards);
    REQUIRE(dealt.size() == roster.size());
    std::vector<std::int64_t> loads(static_cast<std::size_t>(shards), 0);
    std::size_t made = 0;
    for (int shard = 1; shard <= shards; ++shard) {
      Request request;
      for (std::size_t i = 0; i < roster.size(); ++i) {
        request.plans.push_back("p" + std::to_string(i));
      }
      restrict_to(request, roster, dealt, {shard, shards});
      CHECK(request.plans.size() == request.only->size());
      made += request.only->size();
    }
    CHECK(made == roster.size());
    for (std::size_t i = 0; i < dealt.size(); ++i) {
      loads.at(static_cast<std::size_t>(dealt[i])) += costs[i];
    }
    // Graham 1969: no shard has more than the mean and one longest target.
    const std::int64_t all = std::accumulate(costs.begin(), costs.end(), std::int64_t{0});
    const std::int64_t longest = costs.empty() ? 0 : *std::ranges::max_element(costs);
    CHECK(*std::ranges::max_element(loads) <= all / shards + longest);
  }
}

TEST_CASE("deal: the order of the plans on the command line does not matter") {
  const Roster one = {{0, "a", "", ""}, {1, "b", "", ""}, {2, "c", "", ""}};
  const Roster other = {{0, "c", "", ""}, {1, "a", "", ""}, {2, "b", "", ""}};
  const auto first = deal(one, {5, 5, 5}, 2);
  const auto second = deal(other, {5, 5, 5}, 2);
  CHECK(first[0] == second[1]);
  CHECK(first[1] == second[2]);
  CHECK(first[2] == second[0]);
}

TEST_CASE("roster: what a batch has, from plan.yaml alone; a fault stays one entry") {
  const TemporaryDirectory root;
  const std::string settings =
      "rapporteur: 1\nid: good\ntitle: T\nlanguages: [fr, en]\nformats: {un-logframe: {}, nowhere: "
      "{}}\n";
  write(root.path() / "good/plan.yaml", settings);
  write(root.path() / "bad/plan.yaml", "languages: [");
  write(root.path() / "x/twin/plan.yaml", settings);
  write(root.path() / "y/twin/plan.yaml", settings);
  Request request;
  request.search = {.plugin_roots = {fs::path(SOURCE_DIR) / "plugins"},
                    .template_roots = {fs::path(SOURCE_DIR) / "templates"}};
  for (const char* name : {"good", "bad", "x/twin", "y/twin", "missing"}) {
    request.plans.push_back(root.path() / name);
  }
  std::string names;
  const Roster all = roster(request);
  for (const Entry& entry : all) {
    names += entry.name + " ";
  }
  CHECK(names == "good.nowhere good.un-logframe.fr good.un-logframe.en bad twin twin missing ");
  // Namesakes stay together: who has both can tell that neither can be built.
  const auto dealt = deal(all, costs_of(all, request.plans, {}), 6);
  CHECK(dealt[4] == dealt[5]);
}

TEST_CASE("costs_of: measured where known, else the estimate, scaled by what is known") {
  const TemporaryDirectory root;
  write(root.path() / "a/tables/t.csv", std::string(100'000, 'x'));
  write(root.path() / "b/tables/t.csv", std::string(100'000, 'x'));
  write(root.path() / "b/out/big.pdf", std::string(900'000, 'x'));  // nothing a plan is read from
  const std::vector<fs::path> plans = {root.path() / "a", root.path() / "b"};
  const Roster all = {{0, "a", "", ""}, {1, "b", "", ""}};
  const auto guessed = costs_of(all, plans, {});
  CHECK(guessed[0] == guessed[1]);
  const auto scaled = costs_of(all, plans, {{"a", guessed[0] * 3}, {"unknown", 7}});
  CHECK(scaled[0] == guessed[0] * 3);
  CHECK(scaled[1] == guessed[1] * 3);
}

}  // namespace rapporteur::build
