// rapporteur preview PLAN: a page in the browser that shows the report and follows every save.
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <iostream>
#include <memory>
#include <mutex>

#include "base/messages.hpp"
#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "load/load.hpp"
#include "preview/server.hpp"
#include "preview/session.hpp"

namespace rapporteur::cli {

namespace {

struct PreviewArguments {
  std::string plan;
  std::string format;
  std::string language;
  std::string period;
  std::string out = "out";
  std::string template_kind;
  std::uint16_t port = 0;
};

preview::Settings settings_of(const PreviewArguments& arguments, const Common& common) {
  preview::Settings settings;
  settings.plan = arguments.plan;
  settings.choice = {arguments.format, arguments.language};
  settings.period = arguments.period;
  settings.template_kind = arguments.template_kind;
  settings.out = arguments.out;
  settings.search = search_of(common);
  settings.pool = office::default_options();
  settings.stamp = office::stamp_from_environment();
  return settings;
}

int fail(Diagnostic fault, const Common& common) {
  Diagnostics diagnostics;
  diagnostics.add(std::move(fault));
  print(diagnostics, common, std::cerr);
  return exit_code_for_faults(diagnostics);
}

void wait_for(const std::stop_token& token) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  stopped.wait(lock, token, [] { return false; });
}

/// A name that was mistyped is told here; whatever else is wrong shows on the page, and is mended
/// while it is open.
bool is_there(const std::string& plan, Diagnostics& diagnostics) {
  std::error_code error;
  return std::filesystem::exists(plan, error) || load_plan(plan, diagnostics).has_value();
}

int run_preview(const PreviewArguments& arguments, const Common& common, bool is_fixed) {
  Diagnostics diagnostics;
  if (!is_there(arguments.plan, diagnostics)) {
    print(diagnostics, common, std::cerr);
    return exit_code_for_faults(diagnostics);
  }
  const Interrupt interrupt;  // before any thread
  std::unique_ptr<preview::Session> session;
  try {
    session = std::make_unique<preview::Session>(settings_of(arguments, common));
  } catch (const std::runtime_error& error) {
    return fail({.id = "preview-watch", .args = {{"detail", error.what()}}}, common);
  }
  std::unique_ptr<preview::Server> server;
  try {
    server = std::make_unique<preview::Server>(*session, arguments.port, common.messages, is_fixed);
  } catch (const std::runtime_error& error) {
    return fail({.id = "preview-port",
                 .args = {{"port", std::to_string(arguments.port)}, {"detail", error.what()}}},
                common);
  }
  std::cout << ui_text("preview_at", {{"x", arguments.plan}}, common.messages) << "\n\n  "
            << server->address() << "\n\n"
            << ui_text("preview_end", {}, common.messages) << std::endl;
  wait_for(interrupt.token());
  server.reset();
  session.reset();
  std::cout << ui_text("preview_ended", {}, common.messages) << "\n";
  return 0;
}

}  // namespace

Command add_preview(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<PreviewArguments>();
  CLI::App* command = app.add_subcommand("preview", help("help_preview"));
  add_common(*command, common);
  command->add_option("plan", arguments->plan, help("help_plan"))->required()->type_name("DIR");
  command->add_option("--format", arguments->format, help("help_preview_format"))->type_name("ID");
  command->add_option("--lang", arguments->language, help("help_preview_lang"))->type_name("fr|en");
  command->add_option("--period", arguments->period, help("help_period"))->type_name("ID");
  command->add_option("--port", arguments->port, help("help_preview_port"));
  command->add_option("--out", arguments->out, help("help_preview_out"))
      ->type_name("DIR")
      ->capture_default_str();
  command->add_option("--template", arguments->template_kind, help("help_template"))
      ->check(CLI::IsMember({"odt", "docx"}));
  return {command, [arguments, command, &common] {
            const bool is_fixed = command->get_option("--messages")->count() > 0;
            return run_preview(*arguments, common, is_fixed);
          }};
}

}  // namespace rapporteur::cli
