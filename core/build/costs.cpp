#include "build/costs.hpp"

#include <algorithm>

namespace rapporteur::build {

namespace fs = std::filesystem;

namespace {

std::int64_t bytes_below(const fs::path& path) {
  std::error_code error;
  std::uintmax_t bytes = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
  for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code unknown;
    const bool is_hidden = entry->path().filename().string().starts_with(".");
    bytes += !is_hidden && entry->is_regular_file(unknown) ? entry->file_size(unknown) : 0;
  }
  return static_cast<std::int64_t>(bytes);
}

/// Any document costs this much, and so many bytes a millisecond more: the samples' order of size.
constexpr std::int64_t least = 500;
constexpr std::int64_t bytes_in_a_millisecond = 100;

}  // namespace

std::int64_t estimated_cost(const fs::path& plan) {
  std::int64_t bytes = 0;
  std::error_code error;
  if (fs::is_regular_file(plan, error)) {
    bytes = bytes_below(plan);
  } else {
    for (const char* part :
         {"plan.yaml", "plan.xlsx", "plan.ods", "tables", "results", "narrative"}) {
      bytes += bytes_below(plan / part);
    }
  }
  return least + bytes / bytes_in_a_millisecond;
}

std::vector<std::int64_t> costs_of(const Roster& roster, const std::vector<fs::path>& plans,
                                   const Costs& measured) {
  std::map<std::size_t, std::int64_t> estimates;
  std::int64_t known = 0;
  std::int64_t estimate_of_known = 0;
  for (const Entry& entry : roster) {
    if (!estimates.contains(entry.plan)) {
      estimates[entry.plan] = estimated_cost(plans[entry.plan]);
    }
    if (const auto found = measured.find(entry.name); found != measured.end()) {
      known += found->second;
      estimate_of_known += estimates[entry.plan];
    }
  }
  std::vector<std::int64_t> costs;
  for (const Entry& entry : roster) {
    const auto found = measured.find(entry.name);
    std::int64_t cost = estimates[entry.plan];
    if (found != measured.end()) {
      cost = found->second;
    } else if (known > 0) {
      cost = static_cast<std::int64_t>(static_cast<double>(cost) * static_cast<double>(known) /
                                       static_cast<double>(estimate_of_known));
    }
    costs.push_back(std::max<std::int64_t>(1, cost));
  }
  return costs;
}

}  // namespace rapporteur::build
