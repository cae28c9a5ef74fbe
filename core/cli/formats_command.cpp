// rapporteur formats: the donor formats that can be built, with their languages and options.
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "cli/command.hpp"

namespace rapporteur::cli {

namespace {

std::string joined(const std::vector<std::string>& items, const char* separator) {
  std::string text;
  for (const std::string& item : items) {
    text += (text.empty() ? "" : separator) + item;
  }
  return text;
}

void print_format(const plugin::Declaration& format, const std::string& language) {
  const auto say = [&](std::string_view key, const std::string& x) {
    return ui_text(key, {{"x", x}}, language);
  };
  std::cout << format.id << " " << format.version << " - " << format.name.in(language).text << "\n";
  std::cout << "  " << say("format_from", shown(format.folder)) << "\n";
  if (!format.bases.empty()) {
    std::vector<std::string> bases;
    for (const plugin::Layer& base : format.bases) {
      bases.push_back(base.id);
    }
    std::cout << "  " << say("format_extends", joined(bases, ", ")) << "\n";
  }
  std::cout << "  " << say("format_languages", joined(format.languages, ", ")) << "\n";
  std::vector<std::string> kinds;
  for (const auto& [kind, file] : format.templates) {
    kinds.push_back(kind);
  }
  std::cout << "  " << say("format_templates", joined(kinds, ", ")) << "\n";
  if (!format.options.empty()) {
    std::cout << "  " << ui_text("format_options", {}, language) << "\n";
  }
  for (const plugin::Option& option : format.options) {
    std::cout << "    " << option.name << " (";
    std::cout << (option.choices.empty() ? option.type : joined(option.choices, " | ")) << "; "
              << say("format_default", option.default_value)
              << "): " << option.help.in(language).text << "\n";
  }
}

int run_formats(const std::vector<std::string>& plans, const Common& common) {
  Diagnostics diagnostics;
  plugin::Search search = search_of(common);
  for (const std::string& plan : plans) {
    search = plugin::with_plan(std::move(search), plan);
  }
  for (const auto& format : plugin::list_formats(search, diagnostics)) {
    print_format(format, common.messages);
  }
  print(diagnostics, common, std::cerr);
  return exit_code_for_faults(diagnostics);
}

}  // namespace

Command add_formats(CLI::App& app, Common& common) {
  CLI::App* command = app.add_subcommand("formats", ui_text("help_formats", {}, common.messages));
  const auto plans = std::make_shared<std::vector<std::string>>();
  command->add_option("plans", *plans, ui_text("help_formats_plan", {}, common.messages))
      ->type_name("PLAN");
  add_common(*command, common);
  return {command, [plans, &common] { return run_formats(*plans, common); }};
}

}  // namespace rapporteur::cli
