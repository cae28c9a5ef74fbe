#include <fmt/format.h>

#include "base/text.hpp"
#include "summary/render.hpp"

namespace rapporteur::summary {

namespace {

std::string told(const std::vector<Finding>& found) {
  std::string text;
  for (const Finding& one : found) {
    text += one.severity + "[" + one.id + "] " + one.place + (one.place.empty() ? "" : ": ") +
            one.message + "\n";
    for (const std::string& more : {one.cause, one.remedy}) {
      text += more.empty() ? "" : "  " + more + "\n";
    }
  }
  return text;
}

std::vector<Finding> faults(const std::vector<Finding>& found) {
  std::vector<Finding> some;
  for (const Finding& one : found) {
    if (one.exit != 0) {
      some.push_back(one);
    }
  }
  return some;
}

struct Case {
  std::string name;
  std::string suite;
  std::int64_t milliseconds = 0;
  bool is_failed = false;
  bool is_stopped = false;
  std::vector<Finding> faults;
  std::vector<Finding> found;
};

std::string written(const Case& one) {
  std::string text = fmt::format("    <testcase name=\"{}\" classname=\"{}\" time=\"{:.3f}\">\n",
                                 escaped(one.name), escaped(one.suite),
                                 static_cast<double>(one.milliseconds) / 1000);
  if (one.is_stopped) {
    text += "      <skipped/>\n";
  } else if (one.is_failed) {
    const std::string message = one.faults.empty() ? one.name : one.faults.front().message;
    const std::string type = one.faults.empty() ? "failed" : one.faults.front().id;
    text += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                        escaped(message), escaped(type), escaped(told(one.faults)));
  }
  if (!one.found.empty()) {
    text += "      <system-out>" + escaped(told(one.found)) + "</system-out>\n";
  }
  return text + "    </testcase>\n";
}

/// A plan that gave no target is a case of its own, and so is a fault that no target shows.
std::vector<Case> cases_of(const Plan& plan) {
  std::vector<Case> cases;
  const auto plan_faults = faults(plan.found);
  bool is_shown = false;
  for (const Target& target : plan.targets) {
    const bool is_failed = target.state == "failed";
    auto own = faults(target.found);
    if (is_failed && own.empty()) {
      own = plan_faults;
    }
    is_shown = is_shown || is_failed;
    cases.push_back({target.name, plan.name, target.milliseconds, is_failed,
                     target.state == "stopped", own, target.found});
  }
  if (cases.empty() || (!plan_faults.empty() && !is_shown) || !plan.found.empty()) {
    cases.push_back({plan.name, plan.name, 0, !plan_faults.empty() && !is_shown, false, plan_faults,
                     plan.found});
  }
  return cases;
}

std::string suite(const std::string& name, const std::vector<Case>& cases, int& tests,
                  int& failures) {
  std::string text;
  int failed = 0;
  int stopped = 0;
  std::int64_t milliseconds = 0;
  for (const Case& one : cases) {
    text += written(one);
    failed += one.is_failed ? 1 : 0;
    stopped += one.is_stopped ? 1 : 0;
    milliseconds += one.milliseconds;
  }
  tests += static_cast<int>(cases.size());
  failures += failed;
  return fmt::format(
             "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" "
             "time=\"{:.3f}\">\n",
             escaped(name), cases.size(), failed, stopped,
             static_cast<double>(milliseconds) / 1000) +
         text + "  </testsuite>\n";
}

}  // namespace

std::string write_junit(const Account& account) {
  int tests = 0;
  int failures = 0;
  std::string suites;
  for (const Plan& plan : account.plans) {
    suites += suite(plan.name, cases_of(plan), tests, failures);
  }
  if (!account.found.empty()) {
    const auto all = faults(account.found);
    suites += suite("batch", {{"batch", "batch", 0, !all.empty(), false, all, account.found}},
                    tests, failures);
  }
  return fmt::format(
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rapporteur\" "
             "tests=\"{}\" failures=\"{}\" time=\"{:.3f}\">\n",
             tests, failures, static_cast<double>(account.milliseconds) / 1000) +
         suites + "</testsuites>\n";
}

}  // namespace rapporteur::summary
