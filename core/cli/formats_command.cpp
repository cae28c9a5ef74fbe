// rapporteur formats: the donor formats that can be built, with their languages and options.
#include <iostream>

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

int run_formats(const Common& common) {
  Diagnostics diagnostics;
  for (const auto& format : plugin::list_formats(search_of(common), diagnostics)) {
    print_format(format, common.messages);
  }
  print(diagnostics, common, std::cerr);
  return exit_code_for_faults(diagnostics);
}

}  // namespace

Command add_formats(CLI::App& app, Common& common) {
  CLI::App* command = app.add_subcommand("formats", ui_text("help_formats", {}, common.messages));
  add_common(*command, common);
  return {command, [&common] { return run_formats(common); }};
}

}  // namespace rapporteur::cli
