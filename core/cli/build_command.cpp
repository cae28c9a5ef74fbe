// rapporteur build PLAN…: the finished documents.
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <memory>
#include <span>

#include "base/messages.hpp"
#include "build/build.hpp"
#include "build/fingerprint.hpp"
#include "build/store.hpp"
#include "cli/batch_options.hpp"
#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "summary/render.hpp"

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
  std::vector<std::string> summaries;
  std::string shard;
  std::string costs;
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

/// Those that were put in place by this build.
std::span<const build::Document> new_documents(const build::TargetReport& target) {
  const bool is_new = target.state == build::State::built || target.state == build::State::restored;
  return is_new ? std::span(target.documents) : std::span<const build::Document>();
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
      documents += static_cast<std::int64_t>(new_documents(target).size());
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

/// The batch that the request is a part of, or all of. Cuts the request down to its shard; nothing
/// after a fault of use.
std::optional<summary::Frame> frame_of(build::Request& request, const BuildArguments& arguments,
                                       const Common& common, Diagnostics& diagnostics) {
  summary::Frame frame{.language = common.messages};
  if (arguments.shard.empty() && arguments.summaries.empty()) {
    return frame;
  }
  const build::Roster roster = build::roster(request);
  frame.versions = build::fingerprint(request.pool);
  frame.batch = names_of(roster);
  frame.own = frame.batch;
  if (!arguments.shard.empty()) {
    frame.shard = build::read_shard(arguments.shard, variable, diagnostics);
    const auto measured = read_costs(arguments.costs, diagnostics);
    if (!frame.shard || !measured) {
      return std::nullopt;
    }
    const auto dealt =
        build::deal(roster, build::costs_of(roster, request.plans, *measured), frame.shard->of);
    build::restrict_to(request, roster, dealt, *frame.shard);
    frame.own.assign(request.only->begin(), request.only->end());
  }
  return frame;
}

int run_build(const BuildArguments& arguments, const Common& common) {
  build::Request request = request_of(arguments, common);
  Diagnostics diagnostics;
  build::Summary built;
  ProgressLine line(common);
  const bool is_right = known_kinds(request.kinds, diagnostics) &&
                        summary::are_known(arguments.summaries, diagnostics);
  const auto frame = is_right ? frame_of(request, arguments, common, diagnostics) : std::nullopt;
  if (frame) {
    const Interrupt interrupt;
    request.stop = interrupt.token();
    const build::Progress progress{
        .starting_office = [&] { line.passing(ui_text("starting_office", {}, common.messages)); },
        .building = [&](const std::string& name) { line.passing(line.say("building", name)); },
        .done =
            [&](const build::TargetReport& target) {
              for (const build::Document& document : new_documents(target)) {
                line.lasting(line.say("built", document.path.string()) + " (" +
                             line.say("pages", std::int64_t{document.pages}) + ")");
              }
            }};
    built = build::build(request, progress);
    diagnostics.append(found(built));
    if (!arguments.summaries.empty()) {
      summary::write_files(summary::account_of(built, *frame), arguments.summaries, diagnostics);
    }
    if (!request.store.empty()) {
      build::Store(request.store)
          .trim(static_cast<std::uintmax_t>(arguments.store_megabytes) << 20U);
    }
  }
  line.done();
  print(diagnostics, common, std::cerr);
  if (common.report == "text") {
    tell_end(built, arguments, common);
  }
  if (built.interrupted) {
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
  command->add_option("--summary", arguments->summaries, help("help_summary"))
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--shard", arguments->shard, help("help_shard"))->type_name("I/N");
  command->add_option("--costs", arguments->costs, help("help_costs"))->type_name("FILE.json");
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
