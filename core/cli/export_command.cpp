// rapporteur export PLAN: the plan for other programs (JSON), or its tables as a workbook.
#include <iostream>
#include <memory>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "cli/command.hpp"
#include "exchange/export.hpp"
#include "load/load.hpp"
#include "office/workbooks.hpp"
#include "starter/export.hpp"

namespace rapporteur::cli {

namespace {

struct ExportArguments {
  std::string plan;
  std::string period;
  std::string kind = "json";
  std::string out;
  std::string origins = "cells";
};

exchange::Origins origins_named(const std::string& name) {
  return name == "none"   ? exchange::Origins::none
         : name == "rows" ? exchange::Origins::rows
                          : exchange::Origins::cells;
}

/// A workbook goes into a file, in this folder unless it is said where, with the extension of its
/// kind.
std::filesystem::path workbook_path(const ExportArguments& arguments, const Plan& plan) {
  std::filesystem::path file = arguments.out.empty() ? plan.name : arguments.out;
  if (file.extension() != "." + arguments.kind) {
    file += "." + arguments.kind;
  }
  return file;
}

int run_export(const ExportArguments& arguments, const Common& common) {
  Diagnostics diagnostics;
  office::Pool pool(office::default_options());  // starts an office for a workbook only
  const LoadOptions options{.period = arguments.period, .workbooks = office::workbook_reader(pool)};
  if (const auto plan = load_plan(arguments.plan, diagnostics, options)) {
    if (arguments.kind != "json") {
      const std::filesystem::path file = workbook_path(arguments, *plan);
      if (office::write_workbook(pool, starter::workbook_of(*plan), file,
                                 office::stamp_from_environment(), diagnostics)) {
        std::cout << ui_text("built", {{"x", file.string()}}, common.messages) << "\n";
      }
      print(diagnostics, common, std::cerr);
      return exit_code_for_faults(diagnostics);
    }
    const std::string text = exchange::export_text(*plan, origins_named(arguments.origins));
    if (arguments.out.empty()) {
      std::cout << text << std::flush;
    } else if (!write_file(arguments.out, text)) {
      diagnostics.add({.id = "export-unwritable", .origin = {.file = arguments.out}});
    }
  }
  print(diagnostics, common, std::cerr);
  return exit_code_for_faults(diagnostics);
}

}  // namespace

Command add_export(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command = app.add_subcommand("export", help("help_export"));
  add_common(*command, common);
  command->add_option("plan", arguments->plan, help("help_plan"))->required()->type_name("PLAN");
  command->add_option("--period", arguments->period, help("help_period"))->type_name("ID");
  command->add_option("--to", arguments->kind, help("help_export_to"))
      ->check(CLI::IsMember({"json", "xlsx", "ods"}))
      ->capture_default_str();
  command->add_option("--out", arguments->out, help("help_export_out"))->type_name("FILE");
  command->add_option("--origins", arguments->origins, help("help_origins"))
      ->check(CLI::IsMember({"none", "rows", "cells"}))
      ->capture_default_str();
  return {command, [arguments, &common] { return run_export(*arguments, common); }};
}

}  // namespace rapporteur::cli
