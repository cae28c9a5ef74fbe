#include "cli/command.hpp"

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "base/messages.hpp"
#include "base/report.hpp"
#include "base/text.hpp"

namespace rapporteur::cli {

namespace fs = std::filesystem;

namespace {

/// The user's own formats, after the XDG base directory specification; empty without a home.
fs::path own_formats() {
  const auto folder_named = [](const char* name) {
    const char* value = std::getenv(name);
    // The specification: a relative path is to be ignored.
    return value != nullptr && *value == '/' ? fs::path(value) : fs::path();
  };
  const fs::path data = folder_named("XDG_DATA_HOME");
  const fs::path home = folder_named("HOME");
  if (data.empty() && home.empty()) {
    return {};
  }
  return (data.empty() ? home / ".local/share" : data) / "rapporteur/formats";
}

}  // namespace

fs::path product_root() {
  std::error_code error;
  for (fs::path at = fs::read_symlink("/proc/self/exe", error).parent_path();
       !at.empty() && at != at.root_path(); at = at.parent_path()) {
    for (const fs::path& root : {at, at / "share" / "rapporteur"}) {
      if (fs::is_directory(root / "plugins", error) &&
          fs::is_directory(root / "templates", error)) {
        return root;
      }
    }
  }
  return {};
}

std::string message_language(int argc, const char* const* argv) {
  const std::vector<std::string> arguments(argv, argv + argc);
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (arguments[i].starts_with("--messages=")) {
      return arguments[i].substr(11);
    }
    if (arguments[i] == "--messages" && i + 1 < arguments.size()) {
      return arguments[i + 1];
    }
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).starts_with("fr") ? "fr" : "en";
    }
  }
  return "en";
}

plugin::Search search_of(const Common& common) {
  plugin::Search search;
  search.plugin_roots.assign(common.plugins.begin(), common.plugins.end());
  std::error_code error;
  if (const fs::path own = own_formats(); fs::is_directory(own, error)) {
    search.plugin_roots.push_back(own);
  }
  if (const fs::path root = product_root(); !root.empty()) {
    search.plugin_roots.push_back(root / "plugins");
    search.template_roots.push_back(root / "templates");
  }
  search.template_roots.insert(search.template_roots.end(), common.templates.begin(),
                               common.templates.end());
  return search;
}

void add_common(CLI::App& command, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  command.add_option("--messages", common.messages, help("help_messages"))
      ->check(CLI::IsMember({"fr", "en"}));
  command.add_option("--plugins", common.plugins, help("help_plugins"))->type_name("DIR");
  command.add_option("--templates", common.templates, help("help_templates"))->type_name("DIR");
  command.set_help_flag("-h,--help", help("help_help"));
}

void add_outcome(CLI::App& command, Common& common, std::string& fail_on) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  command.add_option("--report", common.report, help("help_report"))
      ->check(CLI::IsMember({"text", "json", "sarif", "github", "gitlab"}))
      ->capture_default_str();
  command.add_option("--fail-on", fail_on, help("help_fail_on"))
      ->check(CLI::IsMember({"fault", "error", "warning"}))
      ->capture_default_str();
}

int exit_code(const Diagnostics& diagnostics, const std::string& fail_on) {
  const int fault = exit_code_for_faults(diagnostics);
  const bool findings_fail = (fail_on == "error" && diagnostics.has(Severity::error)) ||
                             (fail_on == "warning" && diagnostics.has(Severity::warning));
  return fault != 0 ? fault : (findings_fail ? 1 : 0);
}

void print(const Diagnostics& diagnostics, const Common& common, std::ostream& stream) {
  if (common.report == "json") {
    std::cout << report_json(diagnostics, common.messages);
  } else if (common.report == "sarif") {
    std::cout << report_sarif(diagnostics, common.messages);
  } else if (common.report == "github") {
    std::cout << report_github(diagnostics, common.messages);
  } else if (common.report == "gitlab") {
    std::cout << report_gitlab(diagnostics, common.messages);
  } else {
    stream << report_text(diagnostics, common.messages);
  }
}

std::vector<std::string> comma_list(const std::string& text) {
  std::vector<std::string> items;
  for (const std::string& part : split(text, ',')) {
    if (std::string item = trimmed(part); !item.empty()) {
      items.push_back(std::move(item));
    }
  }
  return items;
}

}  // namespace rapporteur::cli
