#include "build/build.hpp"

#include <algorithm>
#include <map>

#include "base/stopwatch.hpp"
#include "build/batch.hpp"
#include "build/standing.hpp"

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

/// Two plans whose folders have one name would write over each other: neither is built.
void refuse_namesakes(std::vector<PlanReport>& plans) {
  std::map<std::string, int> counts;
  for (const PlanReport& plan : plans) {
    ++counts[plan.name];
  }
  for (PlanReport& plan : plans) {
    if (counts[plan.name] > 1) {
      plan.found.add({.id = "output-twice", .args = {{"name", plan.name}}});
    }
  }
}

std::uintmax_t bytes_below(const fs::path& path) {
  std::error_code error;
  std::uintmax_t bytes = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
  for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code unknown;
    bytes += entry->is_regular_file(unknown) ? entry->file_size(unknown) : 0;
  }
  return bytes;
}

/// Long ones first, so that no office works alone at the end. A plan's size on disk stands for the
/// time that it takes.
void put_long_first(std::vector<std::size_t>& plans, const Request& request) {
  std::map<std::size_t, std::uintmax_t> sizes;
  for (const std::size_t number : plans) {
    sizes[number] = bytes_below(request.plans[number]);
  }
  std::ranges::stable_sort(plans, std::greater{},
                           [&](std::size_t number) { return sizes[number]; });
}

}  // namespace

int count(const Summary& summary, State state) {
  int count = 0;
  for (const PlanReport& plan : summary.plans) {
    count += static_cast<int>(std::ranges::count(plan.targets, state, &TargetReport::state));
  }
  return count;
}

std::vector<std::string> failed(const Summary& summary) {
  std::vector<std::string> names;
  for (const PlanReport& plan : summary.plans) {
    for (const TargetReport& target : plan.targets) {
      if (target.state == State::failed || target.state == State::stopped) {
        names.push_back(target.name);
      }
    }
    if (plan.targets.empty() && plan.found.has_fault()) {
      names.push_back(plan.folder.string());
    }
  }
  std::ranges::sort(names);
  return names;
}

Diagnostics found(const Summary& summary) {
  Diagnostics all;
  for (const PlanReport& plan : summary.plans) {
    all.append(plan.found);
    for (const TargetReport& target : plan.targets) {
      all.append(target.found);
    }
  }
  return all;
}

Summary build(const Request& request, const Progress& progress) {
  const Stopwatch watch;
  Summary summary;
  for (const fs::path& folder : request.plans) {
    summary.plans.push_back({.folder = folder, .name = plan_name(folder)});
  }
  refuse_namesakes(summary.plans);
  Batch batch{.request = request,
              .progress = progress,
              .reports = summary.plans,
              .ledger = Ledger(request.out),
              .fingerprint = fingerprint(request.pool)};
  Digests digests;
  for (std::size_t number = 0; number < request.plans.size(); ++number) {
    PlanReport& plan = summary.plans[number];
    if (!plan.found.empty()) {
      continue;
    }
    Standing left = standing(plan.folder, request, batch.ledger, batch.fingerprint, digests);
    if (left.report) {
      plan = std::move(*left.report);
    } else {
      batch.plans.push_back(number);
      batch.why[number] = left.why;
    }
  }
  if (!batch.plans.empty()) {
    put_long_first(batch.plans, request);
    run(batch, summary);
  }
  summary.seconds = watch.seconds();
  return summary;
}

}  // namespace rapporteur::build
