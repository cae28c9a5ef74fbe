// rapporteur check PLAN…: everything that is wrong in a plan, without building it.
#include <iostream>
#include <memory>

#include "base/messages.hpp"
#include "base/report.hpp"
#include "base/text.hpp"
#include "build/texts.hpp"
#include "check/check.hpp"
#include "check/coverage.hpp"
#include "check/manual.hpp"
#include "cli/command.hpp"
#include "load/load.hpp"
#include "office/workbooks.hpp"

namespace rapporteur::cli {

namespace {

struct CheckArguments {
  std::vector<std::string> plans;
  std::string period;
  std::string explain;
  bool coverage = false;
  std::string fail_on = "error";
};

int run_explain(const std::string& id, const Common& common) {
  const std::string text = check::explain(id, common.messages);
  if (!text.empty()) {
    std::cout << text;
    return 0;
  }
  Diagnostics diagnostics;
  diagnostics.add({.id = "usage-unknown-rule",
                   .args = {{"rule", id}},
                   .suggestion = nearest(id, check::finding_ids())});
  print(diagnostics, common, std::cerr);
  return exit_code_for_faults(diagnostics);
}

/// Which amounts of the plans nothing cross-checks. Faults of loading are told as ever.
int run_coverage(const CheckArguments& arguments, const LoadOptions& options,
                 const Common& common) {
  Diagnostics diagnostics;
  for (const std::string& folder : arguments.plans) {
    if (const auto plan = load_plan(folder, diagnostics, options)) {
      const Coverage coverage = coverage_of(*plan);
      std::cout << (common.report == "json" ? coverage_json(coverage)
                                            : coverage_text(coverage, common.messages));
    }
  }
  if (diagnostics.has_fault()) {
    std::cerr << report_text(diagnostics, common.messages);
  }
  return exit_code_for_faults(diagnostics);
}

int run_check(const CheckArguments& arguments, const Common& common) {
  if (!arguments.explain.empty()) {
    return run_explain(arguments.explain, common);
  }
  Diagnostics diagnostics;
  office::Pool pool(office::default_options());  // starts an office for the first workbook only
  const LoadOptions options{.period = arguments.period, .workbooks = office::workbook_reader(pool)};
  if (arguments.coverage) {
    return run_coverage(arguments, options, common);
  }
  for (const std::string& folder : arguments.plans) {
    Diagnostics found;
    if (const auto plan = load_plan(folder, found, options)) {
      check_plan(*plan, found);
      build::check_texts(*plan, found);
    }
    if (found.empty() && common.report == "text") {
      std::cout << ui_text("check_clean", {{"x", folder}}, common.messages) << "\n";
    }
    diagnostics.append(found);
  }
  print(diagnostics, common, std::cout);
  return exit_code(diagnostics, arguments.fail_on);
}

}  // namespace

Command add_check(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command = app.add_subcommand("check", help("help_check"));
  add_common(*command, common);
  CLI::Option* plan =
      command->add_option("plan", arguments->plans, help("help_plan"))->type_name("DIR");
  CLI::Option* explain =
      command->add_option("--explain", arguments->explain, help("help_explain"))->type_name("ID");
  command->callback([plan, explain] {
    if (plan->empty() && explain->empty()) {
      throw CLI::RequiredError("plan");
    }
  });
  command->add_flag("--coverage", arguments->coverage, help("help_coverage"));
  command->add_option("--period", arguments->period, help("help_period"))->type_name("ID");
  add_outcome(*command, common, arguments->fail_on);
  return {command, [arguments, &common] { return run_check(*arguments, common); }};
}

}  // namespace rapporteur::cli
