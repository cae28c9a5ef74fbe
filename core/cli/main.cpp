// rapporteur: the command line. One file a command; this one chooses and turns faults of use into
// messages.
#include <iostream>

#include "base/messages.hpp"
#include "base/report.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"

namespace rapporteur::cli {

namespace {

Diagnostic usage_fault(const CLI::ParseError& error, const std::vector<std::string>& arguments,
                       const std::vector<std::string>& known) {
  const auto* extras = dynamic_cast<const CLI::ExtrasError*>(&error);
  if (extras != nullptr || error.get_name() == "ExtrasError") {
    // CLI11 names what is left over; the first argument that is no known word is what was meant.
    for (const std::string& argument : arguments) {
      const std::string name = argument.substr(0, argument.find('='));
      if (std::string(error.what()).find(argument) != std::string::npos) {
        return {.id = "usage-unknown-argument",
                .args = {{"argument", argument}},
                .suggestion = nearest(name, known)};
      }
    }
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return {.id = "usage-missing-argument", .args = {{"detail", error.what()}}};
  }
  return {.id = "usage-bad-argument", .args = {{"detail", error.what()}}};
}

std::vector<std::string> known_words(const CLI::App& app) {
  std::vector<std::string> words;
  for (const CLI::App* command : app.get_subcommands({})) {
    words.push_back(command->get_name());
    for (const CLI::Option* option : command->get_options()) {
      words.push_back(option->get_name());
    }
  }
  return words;
}

/// CLI11's own words in the reader's language.
void translate_labels(CLI::App& app, const std::string& language) {
  for (const char* word : {"Usage", "Options", "OPTIONS", "Positionals", "POSITIONALS",
                           "Subcommand", "Subcommands", "SUBCOMMAND", "SUBCOMMANDS", "REQUIRED"}) {
    app.get_formatter()->label(word, ui_text(std::string("word_") + word, {}, language));
  }
}

int run(int argc, const char* const* argv) {
  Common common;
  common.messages = message_language(argc, argv) == "fr" ? "fr" : "en";
  CLI::App app(ui_text("help_product", {}, common.messages), "rapporteur");
  translate_labels(app, common.messages);
  app.set_help_flag("-h,--help", ui_text("help_help", {}, common.messages));
  app.set_version_flag("--version", std::string("rapporteur ") + RAPPORTEUR_VERSION,
                       ui_text("help_version", {}, common.messages));
  app.require_subcommand(1);
  std::vector<Command> commands = {
      add_build(app, common),    add_matrix(app, common),   add_merge(app, common),
      add_check(app, common),    add_formats(app, common),  add_rules(app, common),
      add_doctor(app, common),   add_new_plan(app, common), add_new_format(app, common),
      add_export(app, common),   add_schema(app, common),   add_diff(app, common),
      add_preview(app, common),  add_lua(app, common),      add_test(app, common),
      add_template(app, common), add_explain(app, common),  add_review(app, common)};
  for (CLI::App* command : app.get_subcommands({})) {
    command->group(ui_text("word_Subcommands", {}, common.messages));
  }
  for (const auto add : {add_completion, add_complete, add_man}) {
    commands.push_back(add(app, common));
    commands.back().app->group("");  // nobody types them
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    Diagnostics diagnostics;
    diagnostics.add(usage_fault(error, {argv + 1, argv + argc}, known_words(app)));
    std::cerr << report_text(diagnostics, common.messages);
    return exit_code_for_faults(diagnostics);
  }
  for (const Command& command : commands) {
    if (command.app->parsed()) {
      return command.run();
    }
  }
  return 2;
}

}  // namespace

}  // namespace rapporteur::cli

int main(int argc, char** argv) {
  try {
    return rapporteur::cli::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "rapporteur: " << error.what() << "\n";
    return 4;
  }
}
