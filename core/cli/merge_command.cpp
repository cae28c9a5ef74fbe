// rapporteur merge SUMMARY.json…: the shards of a batch as one build.
#include <iostream>
#include <memory>

#include "base/messages.hpp"
#include "base/report.hpp"
#include "cli/batch_options.hpp"
#include "summary/merge.hpp"
#include "summary/render.hpp"

namespace rapporteur::cli {

namespace {

struct MergeArguments {
  std::vector<std::string> files;
  std::vector<std::string> summaries;
  std::string fail_on = "fault";
};

int run_merge(const MergeArguments& arguments, const Common& common) {
  Diagnostics diagnostics;
  std::vector<summary::Account> accounts;
  if (summary::are_known(arguments.summaries, diagnostics)) {
    for (const std::string& file : arguments.files) {
      if (auto account = read_summary(file, diagnostics)) {
        accounts.push_back(std::move(*account));
      }
    }
  }
  if (diagnostics.has_fault()) {  // joined without one, the batch would seem to lack its reports
    print(diagnostics, common, std::cerr);
    return exit_code_for_faults(diagnostics);
  }
  const summary::Account joined = summary::merge(accounts, arguments.files, common.messages);
  summary::write_files(joined, arguments.summaries, diagnostics);
  print(diagnostics, common, std::cerr);
  std::cout << summary::write_text(joined);
  return std::max(exit_code_for_faults(diagnostics), summary::exit_code(joined, arguments.fail_on));
}

}  // namespace

Command add_merge(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<MergeArguments>();
  CLI::App* command = app.add_subcommand("merge", help("help_merge"));
  add_common(*command, common);
  command->add_option("summary", arguments->files, help("help_merge_files"))
      ->required()
      ->type_name("FILE.json");
  command->add_option("--summary", arguments->summaries, help("help_summary"))
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--fail-on", arguments->fail_on, help("help_fail_on"))
      ->check(CLI::IsMember({"fault", "error", "warning"}))
      ->capture_default_str();
  return {command, [arguments, &common] { return run_merge(*arguments, common); }};
}

}  // namespace rapporteur::cli
