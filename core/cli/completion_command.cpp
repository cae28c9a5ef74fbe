// Hidden commands for shells: `completion SHELL` prints the script that a shell reads,
// `complete -- WORD…` answers what that script asks at each press of the key.
#include <iostream>
#include <memory>

#include "base/embedded.hpp"
#include "base/messages.hpp"
#include "check/rule.hpp"
#include "cli/command.hpp"
#include "cli/completion.hpp"

namespace rapporteur::cli {

extern const std::span<const EmbeddedFile> completion_scripts;

namespace {

Candidates ids(const std::vector<std::string>& names) {
  Candidates candidates;
  for (const std::string& name : names) {
    candidates.push_back({name, {}});
  }
  return candidates;
}

Candidates formats(const Typed& typed, Common common) {
  common.plugins.insert(common.plugins.end(), typed.plugins.begin(), typed.plugins.end());
  plugin::Search search = search_of(common);
  for (const std::string& plan : typed.positionals) {
    search = plugin::with_plan(std::move(search), plan);
  }
  Diagnostics unheard;  // no place to tell them: the command itself will
  Candidates candidates;
  for (const auto& format : plugin::list_formats(search, unheard)) {
    candidates.push_back({format.id, std::string(format.name.in(common.messages).text)});
  }
  return candidates;
}

std::vector<std::string> rule_ids() {
  std::vector<std::string> found;
  for (const std::string& id : message_ids()) {
    if (!help_of(id, "en").empty()) {
      found.push_back(id);
    }
  }
  return found;
}

/// A line a candidate, its help behind a tab; ":files" or ":folders" asks the shell for its own.
int answer(const CLI::App& app, const std::vector<std::string>& words, const Common& common) {
  const Completion completion =
      complete(app, words,
               {.formats = [&](const Typed& typed) { return formats(typed, common); },
                .messages = [] { return ids(message_ids()); },
                .rules = [] { return ids(rule_ids()); }});
  for (const Candidate& candidate : completion.candidates) {
    std::cout << candidate.value << "\t" << candidate.help << "\n";
  }
  if (completion.paths != Paths::none) {
    std::cout << (completion.paths == Paths::files ? ":files\n" : ":folders\n");
  }
  return 0;
}

int print_script(const std::string& shell) {
  for (const EmbeddedFile& script : completion_scripts) {
    if (script.name == "rapporteur." + shell) {
      std::cout << script.text;
      return 0;
    }
  }
  return 2;
}

}  // namespace

Command add_completion(CLI::App& app, Common& common) {
  CLI::App* command =
      app.add_subcommand("completion", ui_text("help_completion", {}, common.messages));
  const auto shell = std::make_shared<std::string>();
  command->add_option("shell", *shell, ui_text("help_completion_shell", {}, common.messages))
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  add_common(*command, common);
  return {command, [shell] { return print_script(*shell); }};
}

Command add_complete(CLI::App& app, Common& common) {
  CLI::App* command = app.add_subcommand("complete", ui_text("help_complete", {}, common.messages));
  const auto words = std::make_shared<std::vector<std::string>>();
  command->add_option("words", *words)->type_name("WORD");
  return {command, [words, &app, &common] { return answer(app, *words, common); }};
}

}  // namespace rapporteur::cli
