// rapporteur rules: what `check` looks for.
#include <iostream>
#include <memory>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "check/manual.hpp"
#include "check/rule.hpp"
#include "cli/command.hpp"

namespace rapporteur::cli {

namespace {

int run_rules(bool manual, const Common& common) {
  if (manual) {
    std::cout << check::rules_manual();
    return 0;
  }
  for (const check::Rule& rule : check::rules()) {
    for (const std::string& id : split(rule.ids, '|')) {
      std::cout << id << "\n  " << help_of(id, common.messages) << "\n";
    }
  }
  return 0;
}

}  // namespace

Command add_rules(CLI::App& app, Common& common) {
  auto manual = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("rules", ui_text("help_rules", {}, common.messages));
  add_common(*command, common);
  command->add_flag("--manual", *manual, ui_text("help_manual", {}, common.messages));
  return {command, [manual, &common] { return run_rules(*manual, common); }};
}

}  // namespace rapporteur::cli
