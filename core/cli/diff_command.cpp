// rapporteur diff OLD NEW: what differs between two plans. Exit codes as diff(1): 0 nothing, 1
// something, 2 a plan cannot be read.
#include <iostream>
#include <memory>

#include "base/messages.hpp"
#include "cli/command.hpp"
#include "exchange/difference.hpp"
#include "load/load.hpp"
#include "office/workbooks.hpp"

namespace rapporteur::cli {

namespace {

struct DiffArguments {
  std::string before;
  std::string after;
};

int run_diff(const DiffArguments& arguments, const Common& common) {
  Diagnostics diagnostics;
  office::Pool pool(office::default_options());  // starts an office for a workbook only
  const LoadOptions options{.workbooks = office::workbook_reader(pool)};
  const auto before = load_plan(arguments.before, diagnostics, options);
  const auto after = load_plan(arguments.after, diagnostics, options);
  if (!before || !after) {
    print(diagnostics, common, std::cerr);
    return 2;
  }
  const exchange::Comparison comparison = exchange::compare(*before, *after);
  std::cout << (common.report == "json" ? json::write(exchange::comparison_json(comparison), 2)
                                        : exchange::comparison_text(comparison, common.messages));
  return comparison.empty() ? 0 : 1;
}

}  // namespace

Command add_diff(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<DiffArguments>();
  CLI::App* command = app.add_subcommand("diff", help("help_diff"));
  add_common(*command, common);
  command->add_option("old", arguments->before, help("help_diff_old"))
      ->required()
      ->type_name("PLAN");
  command->add_option("new", arguments->after, help("help_diff_new"))
      ->required()
      ->type_name("PLAN");
  command->add_option("--report", common.report, help("help_diff_report"))
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->footer(help("help_diff_codes"));
  return {command, [arguments, &common] { return run_diff(*arguments, common); }};
}

}  // namespace rapporteur::cli
