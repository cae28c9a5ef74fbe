// rapporteur test DIR: the tests that a format brings along.
#include <algorithm>
#include <iostream>
#include <memory>

#include "base/messages.hpp"
#include "cli/command.hpp"
#include "office/workbooks.hpp"
#include "trial/report.hpp"

namespace rapporteur::cli {

namespace {

struct TestArguments {
  std::string folder;
  std::string report = "text";
  bool accept = false;
};

int run_tests(const TestArguments& arguments, const Common& common) {
  office::Pool pool(office::default_options());  // starts an office for a workbook only
  const trial::Request request{
      .format = arguments.folder,
      .search = search_of(common),
      .accept = arguments.accept,
      .load = {.workbooks = [&pool](const std::filesystem::path& file, Diagnostics& diagnostics) {
        auto workbook = office::read_workbook(pool, file, diagnostics);
        pool.rest();  // views run in forked children
        return workbook;
      }}};
  Diagnostics diagnostics;
  const auto outcomes = trial::run(request, diagnostics);
  print(diagnostics, common, std::cerr);
  if (arguments.report == "json") {
    std::cout << trial::report_json(outcomes, common.messages);
  } else if (arguments.report == "junit") {
    const auto name = std::filesystem::path(arguments.folder + "/").parent_path().filename();
    std::cout << trial::report_junit(outcomes, name.string(), common.messages);
  } else if (!outcomes.empty()) {
    std::cout << trial::report_text(outcomes, common.messages);
  }
  const bool failed =
      std::any_of(outcomes.begin(), outcomes.end(), [](const auto& one) { return !one.passed; });
  return failed ? 1 : exit_code_for_faults(diagnostics);
}

}  // namespace

Command add_test(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<TestArguments>();
  CLI::App* command = app.add_subcommand("test", help("help_test"));
  add_common(*command, common);
  command->add_option("folder", arguments->folder, help("help_test_folder"))
      ->required()
      ->type_name("DIR");
  command->add_flag("--accept", arguments->accept, help("help_test_accept"));
  command->add_option("--report", arguments->report, help("help_test_report"))
      ->check(CLI::IsMember({"text", "json", "junit"}))
      ->capture_default_str();
  command->footer(help("help_test_codes"));
  return {command, [arguments, &common] { return run_tests(*arguments, common); }};
}

}  // namespace rapporteur::cli
