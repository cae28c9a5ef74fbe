// What the commands share: the reader's language, where formats are, how results are printed.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "plugin/format.hpp"

namespace rapporteur::cli {

/// Options that every command takes.
struct Common {
  std::string messages;              ///< "fr" or "en": the language of what is said
  std::string report = "text";       ///< "text", "json", "sarif", "github" or "gitlab"
  std::vector<std::string> plugins;  ///< further folders with formats
  std::vector<std::string> templates;
};

/// A subcommand adds itself to the app; when it was chosen, `run` gives the exit code.
struct Command {
  CLI::App* app = nullptr;
  std::function<int()> run;
};

[[nodiscard]] Command add_build(CLI::App& app, Common& common);
[[nodiscard]] Command add_matrix(CLI::App& app, Common& common);
[[nodiscard]] Command add_merge(CLI::App& app, Common& common);
[[nodiscard]] Command add_check(CLI::App& app, Common& common);
[[nodiscard]] Command add_formats(CLI::App& app, Common& common);
[[nodiscard]] Command add_rules(CLI::App& app, Common& common);
[[nodiscard]] Command add_doctor(CLI::App& app, Common& common);
[[nodiscard]] Command add_new_plan(CLI::App& app, Common& common);
/// After add_new_plan, whose parent `new` it joins.
[[nodiscard]] Command add_new_format(CLI::App& app, Common& common);
[[nodiscard]] Command add_export(CLI::App& app, Common& common);
[[nodiscard]] Command add_schema(CLI::App& app, Common& common);
[[nodiscard]] Command add_preview(CLI::App& app, Common& common);
[[nodiscard]] Command add_diff(CLI::App& app, Common& common);
[[nodiscard]] Command add_review(CLI::App& app, Common& common);
[[nodiscard]] Command add_lua(CLI::App& app, Common& common);
[[nodiscard]] Command add_test(CLI::App& app, Common& common);
[[nodiscard]] Command add_template(CLI::App& app, Common& common);
[[nodiscard]] Command add_explain(CLI::App& app, Common& common);
// Hidden: for shells and for the manual page. They look at all commands of `app`.
[[nodiscard]] Command add_completion(CLI::App& app, Common& common);
[[nodiscard]] Command add_complete(CLI::App& app, Common& common);
[[nodiscard]] Command add_man(CLI::App& app, Common& common);

/// "fr" or "en": --messages on the command line, else LC_ALL, LC_MESSAGES, LANG, else English.
[[nodiscard]] std::string message_language(int argc, const char* const* argv);

/// The folder that holds the product's plugins/ and templates/: the checkout, or share/rapporteur
/// of an install, found upwards from the binary, wherever that was moved; empty when there is none.
[[nodiscard]] std::filesystem::path product_root();

/// Formats of --plugins, then the user's own ($XDG_DATA_HOME/rapporteur/formats), then the
/// product's (product_root). A plan's own: with_plan.
[[nodiscard]] plugin::Search search_of(const Common& common);

void add_common(CLI::App& command, Common& common);

/// --report and --fail-on, for commands that tell diagnostics; `fail_on` holds its default.
void add_outcome(CLI::App& command, Common& common, std::string& fail_on);

/// The code of a run with these diagnostics: a fault's own, else 1 when `fail_on` ("fault",
/// "error", "warning") is reached.
[[nodiscard]] int exit_code(const Diagnostics& diagnostics, const std::string& fail_on);

/// Diagnostics in the wanted form: what machines read on standard output, text on `stream`.
void print(const Diagnostics& diagnostics, const Common& common, std::ostream& stream);

/// "fr,en" -> {"fr", "en"}, blanks trimmed, empty parts dropped.
[[nodiscard]] std::vector<std::string> comma_list(const std::string& text);

}  // namespace rapporteur::cli
