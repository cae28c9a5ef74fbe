// rapporteur matrix PLAN…: the batch as JSON, for CI services that make a job of each entry.
#include <iostream>
#include <memory>

#include "base/json.hpp"
#include "base/messages.hpp"
#include "cli/batch_options.hpp"

namespace rapporteur::cli {

namespace {

struct MatrixArguments {
  std::vector<std::string> plans;
  std::string formats;
  std::string languages;
  std::string costs;
  int shards = 0;
};

json::Value by_target(const build::Roster& roster, const build::Request& request,
                      const std::vector<std::int64_t>& costs) {
  json::Value list = json::array();
  for (std::size_t i = 0; i < roster.size(); ++i) {
    json::Value entry = json::object();
    entry.set("plan", json::string(request.plans[roster[i].plan].string()));
    entry.set("format", json::string(roster[i].format));
    entry.set("language", json::string(roster[i].language));
    entry.set("name", json::string(roster[i].name));
    entry.set("cost", json::number(costs[i]));
    list.push(std::move(entry));
  }
  return list;
}

json::Value by_shard(const build::Roster& roster, const std::vector<std::int64_t>& costs,
                     int shards) {
  const auto dealt = build::deal(roster, costs, shards);
  json::Value list = json::array();
  for (int shard = 0; shard < shards; ++shard) {
    build::Roster own;
    std::int64_t cost = 0;
    for (std::size_t i = 0; i < roster.size(); ++i) {
      if (dealt[i] == shard) {
        own.push_back(roster[i]);
        cost += costs[i];
      }
    }
    json::Value entry = json::object();
    entry.set("shard", json::number(shard + 1));
    entry.set("of", json::number(shards));
    entry.set("targets", json::strings(names_of(own)));
    entry.set("cost", json::number(cost));
    list.push(std::move(entry));
  }
  return list;
}

/// On one line: it goes into a variable of the CI service.
std::string one_line(const json::Value& value) {
  std::string text = json::write(value, 0);
  while (!text.empty() && text.back() == '\n') {
    text.pop_back();
  }
  return text;
}

int run_matrix(const MatrixArguments& arguments, const Common& common) {
  build::Request request;
  request.plans.assign(arguments.plans.begin(), arguments.plans.end());
  request.formats = comma_list(arguments.formats);
  request.languages = comma_list(arguments.languages);
  request.search = search_of(common);
  Diagnostics diagnostics;
  const auto measured = read_costs(arguments.costs, diagnostics);
  if (!measured) {
    print(diagnostics, common, std::cerr);
    return exit_code_for_faults(diagnostics);
  }
  const build::Roster roster = build::roster(request);
  const auto costs = build::costs_of(roster, request.plans, *measured);
  json::Value root = json::object();
  root.set("include", arguments.shards > 0 ? by_shard(roster, costs, arguments.shards)
                                           : by_target(roster, request, costs));
  std::cout << one_line(root) << "\n";
  return 0;
}

}  // namespace

Command add_matrix(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<MatrixArguments>();
  CLI::App* command = app.add_subcommand("matrix", help("help_matrix"));
  add_common(*command, common);
  command->add_option("plan", arguments->plans, help("help_plan"))->required()->type_name("DIR");
  command->add_option("--format", arguments->formats, help("help_format"))->type_name("ID,…");
  command->add_option("--lang", arguments->languages, help("help_lang"))->type_name("fr,en");
  command->add_option("--costs", arguments->costs, help("help_costs"))->type_name("FILE.json");
  command->add_option("--shards", arguments->shards, help("help_matrix_shards"))
      ->type_name("N")
      ->check(CLI::Range(1, 10'000));
  return {command, [arguments, &common] { return run_matrix(*arguments, common); }};
}

}  // namespace rapporteur::cli
