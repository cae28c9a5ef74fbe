// rapporteur explain [ID]: what a message means, why it is told and what to do.
#include <iostream>
#include <map>
#include <memory>

#include "base/explain.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "check/manual.hpp"
#include "cli/command.hpp"

namespace rapporteur::cli {

namespace {

std::string topic_of(const std::string& id) {
  switch (kind_of({.id = id})) {
    case Kind::template_:
      return "template";
    case Kind::plugin:
      return "plugin";
    case Kind::plan:
      return "plan";
    case Kind::office:
      return "office";
    case Kind::usage:
      return "usage";
    case Kind::finding:
      break;
  }
  for (const char* prefix : {"template-", "plugin-", "markdown-", "picture-", "limit-"}) {
    if (id.starts_with(prefix)) {
      return std::string(prefix) == "template-" || std::string(prefix) == "limit-" ? "template"
             : std::string(prefix) == "plugin-"                                    ? "plugin"
                                                                                   : "text";
    }
  }
  return "check";
}

void list_ids(const Common& common) {
  std::map<std::string, std::vector<std::string>> by_topic;
  for (const std::string& id : message_ids()) {
    by_topic[topic_of(id)].push_back(id);
  }
  for (const char* topic : {"plan", "check", "text", "template", "plugin", "office", "usage"}) {
    std::cout << ui_text("explain_" + std::string(topic), {}, common.messages) << "\n";
    for (const std::string& id : by_topic[topic]) {
      std::cout << "  " << id << "\n";
    }
  }
  std::cout << ui_text("explain_one", {}, common.messages) << "\n";
}

int run_explain(const std::string& id, const Common& common) {
  if (id.empty()) {
    list_ids(common);
    return 0;
  }
  const std::vector<std::string> ids = message_ids();
  if (std::ranges::find(ids, id) == ids.end()) {
    Diagnostics diagnostics;
    diagnostics.add(
        {.id = "usage-unknown-message", .args = {{"id", id}}, .suggestion = nearest(id, ids)});
    print(diagnostics, common, std::cerr);
    return exit_code_for_faults(diagnostics);
  }
  std::cout << explain_message(id, common.messages);
  if (topic_of(id) == "check") {
    std::cout << "\n" << check::how_to_change(id, common.messages);
  }
  return 0;
}

}  // namespace

Command add_explain(CLI::App& app, Common& common) {
  auto id = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("explain", ui_text("help_explain_id", {}, common.messages));
  add_common(*command, common);
  command->add_option("id", *id, ui_text("help_explain_which", {}, common.messages))
      ->type_name("ID");
  return {command, [id, &common] { return run_explain(*id, common); }};
}

}  // namespace rapporteur::cli
