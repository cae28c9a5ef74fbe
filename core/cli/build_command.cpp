// rapporteur build PLAN…: the finished documents.
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <memory>

#include "base/messages.hpp"
#include "build/build.hpp"
#include "build/store.hpp"
#include "cli/command.hpp"
#include "cli/interrupt.hpp"

namespace rapporteur::cli {

namespace {

struct BuildArguments {
  std::vector<std::string> plans;
  std::string period;
  std::string formats;
  std::string languages;
  std::string kinds = "odt,docx,pdf";
  std::string out = "out";
  std::string template_kind;
  std::string fail_on = "fault";
  bool trace = false;
  bool annotate = false;
  bool force = false;
  bool why = false;
  std::string store;
  int store_megabytes = 1024;
  int jobs = 0;
};

/// One line that is written over on a terminal; plain lines elsewhere, and nothing when standard
/// output carries what machines read.
class ProgressLine {
 public:
  explicit ProgressLine(const Common& common)
      : language_(common.messages),
        silent_(common.report != "text"),
        terminal_(::isatty(STDOUT_FILENO) != 0) {}

  void passing(const std::string& text) {
    if (terminal_ && !silent_) {
      std::cout << "\r\033[K" << text << std::flush;
    }
  }
  void lasting(const std::string& text) {
    if (!silent_) {
      std::cout << (terminal_ ? "\r\033[K" : "") << text << std::endl;
    }
  }
  void done() {
    if (terminal_ && !silent_) {
      std::cout << "\r\033[K" << std::flush;
    }
  }
  [[nodiscard]] std::string say(std::string_view key, const Argument& x) const {
    return ui_text(key, {{"x", x}}, language_);
  }

 private:
  std::string language_;
  bool silent_;
  bool terminal_;
};

bool known_kinds(const std::vector<std::string>& kinds, Diagnostics& diagnostics) {
  bool known = !kinds.empty();
  if (!known) {
    diagnostics.add({.id = "output-kind-unknown", .args = {{"kind", std::string()}}});
  }
  for (const std::string& kind : kinds) {
    if (kind != "odt" && kind != "docx" && kind != "pdf") {
      diagnostics.add({.id = "output-kind-unknown", .args = {{"kind", kind}}});
      known = false;
    }
  }
  return known;
}

/// "PLAN: why", and what was done about it.
std::string reason(const build::TargetReport& target, const Common& common) {
  const bool current = target.state == build::State::current;
  return ui_text("why_line",
                 {{"name", target.name},
                  {"why", ui_text("why", {{"key", target.why.key}, {"x", target.why.subject}},
                                  common.messages)},
                  {"current", current && !target.why.key.empty() ? "yes" : "no"}},
                 common.messages);
}

void tell_end(const build::Summary& summary, const BuildArguments& arguments,
              const Common& common) {
  if (arguments.why) {
    for (const build::PlanReport& plan : summary.plans) {
      for (const build::TargetReport& target : plan.targets) {
        std::cout << reason(target, common) << "\n";
      }
    }
  }
  if (!summary.walled) {
    std::cout << ui_text("no_wall", {}, common.messages) << "\n";
  }
  std::int64_t documents = 0;
  for (const build::PlanReport& plan : summary.plans) {
    for (const build::TargetReport& target : plan.targets) {
      const bool is_new =
          target.state == build::State::built || target.state == build::State::restored;
      documents += is_new ? static_cast<std::int64_t>(target.documents.size()) : 0;
    }
  }
  const auto failed = build::failed(summary);
  std::cout << ui_text("summary",
                       {{"built", documents},
                        {"current", std::int64_t{count(summary, build::State::current)}},
                        {"failed", static_cast<std::int64_t>(failed.size())}},
                       common.messages)
            << "\n";
  for (const std::string& name : failed) {
    std::cout << ui_text("failed", {{"x", name}}, common.messages) << "\n";
  }
}

build::Request request_of(const BuildArguments& arguments, const Common& common) {
  build::Request request;
  request.plans.assign(arguments.plans.begin(), arguments.plans.end());
  request.load.period = arguments.period;
  request.formats = comma_list(arguments.formats);
  request.languages = comma_list(arguments.languages);
  request.kinds = comma_list(arguments.kinds);
  request.out = arguments.out;
  request.template_kind = arguments.template_kind;
  request.trace = arguments.trace;
  request.annotate = arguments.annotate;
  request.force = arguments.force;
  request.store = arguments.store;
  request.jobs = arguments.jobs;
  request.search = search_of(common);
  request.pool = office::default_options();
  request.stamp = office::stamp_from_environment();
  return request;
}

int run_build(const BuildArguments& arguments, const Common& common) {
  build::Request request = request_of(arguments, common);
  Diagnostics diagnostics;
  build::Summary summary;
  ProgressLine line(common);
  if (known_kinds(request.kinds, diagnostics)) {
    const Interrupt interrupt;
    request.stop = interrupt.token();
    const build::Progress progress{
        .starting_office = [&] { line.passing(ui_text("starting_office", {}, common.messages)); },
        .building = [&](const std::string& name) { line.passing(line.say("building", name)); },
        .done =
            [&](const build::TargetReport& target) {
              const bool is_new =
                  target.state == build::State::built || target.state == build::State::restored;
              for (const build::Document& document : target.documents) {
                if (is_new) {
                  line.lasting(line.say("built", document.path.string()) + " (" +
                               line.say("pages", std::int64_t{document.pages}) + ")");
                }
              }
            }};
    summary = build::build(request, progress);
    diagnostics.append(found(summary));
    if (!request.store.empty()) {
      build::Store(request.store)
          .trim(static_cast<std::uintmax_t>(arguments.store_megabytes) << 20U);
    }
  }
  line.done();
  print(diagnostics, common, std::cerr);
  if (common.report == "text") {
    tell_end(summary, arguments, common);
  }
  if (summary.interrupted) {
    return 130;  // as a shell tells of a program that Ctrl-C ended
  }
  return exit_code(diagnostics, arguments.fail_on);
}

}  // namespace

Command add_build(CLI::App& app, Common& common) {
  const auto help = [&](const char* key) { return ui_text(key, {}, common.messages); };
  auto arguments = std::make_shared<BuildArguments>();
  CLI::App* command = app.add_subcommand("build", help("help_build"));
  add_common(*command, common);
  command->add_option("plan", arguments->plans, help("help_plan"))->required()->type_name("DIR");
  command->add_option("--format", arguments->formats, help("help_format"))->type_name("ID,…");
  command->add_option("--lang", arguments->languages, help("help_lang"))->type_name("fr,en");
  command->add_option("--period", arguments->period, help("help_period"))->type_name("ID");
  command->add_option("--to", arguments->kinds, help("help_to"))
      ->type_name("odt,docx,pdf")
      ->capture_default_str();
  command->add_option("--out", arguments->out, help("help_out"))
      ->type_name("DIR")
      ->capture_default_str();
  command->add_option("--template", arguments->template_kind, help("help_template"))
      ->check(CLI::IsMember({"odt", "docx"}));
  command->add_flag("--trace", arguments->trace, help("help_trace"));
  command->add_flag("--annotate", arguments->annotate, help("help_annotate"));
  command->add_flag("--force", arguments->force, help("help_force"));
  command->add_flag("--why", arguments->why, help("help_why"));
  command->add_option("--store", arguments->store, help("help_store"))->type_name("DIR");
  command->add_option("--store-size", arguments->store_megabytes, help("help_store_size"))
      ->type_name("MB")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  command->add_option("-j,--jobs", arguments->jobs, help("help_jobs"))->check(CLI::Range(0, 64));
  add_outcome(*command, common, arguments->fail_on);
  return {command, [arguments, &common] { return run_build(*arguments, common); }};
}

}  // namespace rapporteur::cli
