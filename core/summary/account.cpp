#include "summary/account.hpp"

#include <algorithm>
#include <cmath>

#include "base/files.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"

namespace rapporteur::summary {

namespace {

std::string name_of(build::State state) {
  switch (state) {
    case build::State::built:
      return "built";
    case build::State::current:
      return "current";
    case build::State::restored:
      return "restored";
    case build::State::stopped:
      return "stopped";
    case build::State::failed:
      break;
  }
  return "failed";
}

std::string name_of(Severity severity) {
  return severity == Severity::error     ? "error"
         : severity == Severity::warning ? "warning"
                                         : "information";
}

std::int64_t milliseconds(double seconds) {
  return std::llround(seconds * 1000);
}

Target target_of(const build::TargetReport& report, const std::string& language) {
  Target target{.name = report.name,
                .format = report.format,
                .language = report.language,
                .state = name_of(report.state),
                .milliseconds = milliseconds(report.seconds),
                .why = report.why.key,
                .subject = report.why.subject,
                .documents = {},
                .found = findings_of(report.found, language)};
  for (const build::Document& document : report.documents) {
    const std::string extension = document.path.extension().string();
    const auto bytes = read_file(document.path);
    target.documents.push_back({.path = document.path.string(),
                                .kind = extension.empty() ? "" : extension.substr(1),
                                .pages = document.pages,
                                .bytes = static_cast<std::int64_t>(document.bytes),
                                .sha256 = bytes ? sha256(*bytes) : std::string()});
  }
  return target;
}

}  // namespace

std::vector<Finding> findings_of(const Diagnostics& diagnostics, const std::string& language) {
  std::vector<Finding> found;
  for (const Diagnostic& one : diagnostics.sorted()) {
    Diagnostics alone;
    alone.add(one);
    const Rendered words = render(one, language);
    found.push_back({.id = one.id,
                     .severity = name_of(severity_of(one)),
                     .exit = exit_code_for_faults(alone),
                     .place = place_text(one.origin, language),
                     .file = one.origin.file,
                     .row = one.origin.row,
                     .column = one.origin.column,
                     .message = words.message,
                     .cause = words.cause,
                     .remedy = words.remedy});
  }
  return found;
}

Account account_of(const build::Summary& built, const Frame& frame) {
  Account account{.language = frame.language,
                  .versions = frame.versions,
                  .shard = frame.shard,
                  .batch = frame.batch,
                  .own = frame.own,
                  .found = {},
                  .plans = {},
                  .milliseconds = milliseconds(built.seconds),
                  .interrupted = built.interrupted,
                  .walled = built.walled,
                  .offices = {}};
  for (const build::PlanReport& report : built.plans) {
    Plan plan{.folder = report.folder.string(),
              .name = report.name,
              .found = findings_of(report.found, frame.language),
              .targets = {}};
    for (const build::TargetReport& target : report.targets) {
      plan.targets.push_back(target_of(target, frame.language));
    }
    std::ranges::sort(plan.targets, {}, &Target::name);
    account.plans.push_back(std::move(plan));
  }
  for (const office::OfficeReport& office : built.offices) {
    account.offices.push_back({.jobs = office.jobs, .peak_bytes = office.peak_bytes});
  }
  return account;
}

std::vector<Finding> all_found(const Account& account) {
  std::vector<Finding> all;
  const auto add = [&all](const std::vector<Finding>& found) {
    for (const Finding& one : found) {
      if (std::ranges::find(all, one) == all.end()) {
        all.push_back(one);
      }
    }
  };
  add(account.found);
  for (const Plan& plan : account.plans) {
    add(plan.found);
    for (const Target& target : plan.targets) {
      add(target.found);
    }
  }
  return all;
}

int exit_code(const Account& account, const std::string& fail_on) {
  if (account.interrupted) {
    return 130;
  }
  int code = 0;
  bool is_met = false;
  for (const Finding& one : all_found(account)) {
    code = std::max(code, one.exit);
    is_met = is_met || (fail_on != "fault" && one.severity == "error") ||
             (fail_on == "warning" && one.severity == "warning");
  }
  return code != 0 ? code : (is_met ? 1 : 0);
}

build::Costs costs_in(const Account& account) {
  build::Costs costs;
  for (const Plan& plan : account.plans) {
    for (const Target& target : plan.targets) {
      if (target.state != "failed" && target.state != "stopped" && target.milliseconds > 0) {
        costs[target.name] = target.milliseconds;
      }
    }
  }
  return costs;
}

}  // namespace rapporteur::summary
