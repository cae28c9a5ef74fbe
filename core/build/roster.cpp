#include "build/roster.hpp"

#include <map>

#include "build/formats_of_plans.hpp"
#include "build/wanted.hpp"
#include "load/load.hpp"

namespace rapporteur::build {

namespace {

std::vector<Entry> entries_of(std::size_t number, const std::string& name, const Request& request,
                              FormatsOfPlans& formats) {
  Diagnostics told_by_the_build;
  const auto plan = load_settings(request.plans[number]);
  const auto ids =
      plan ? wanted_formats(*plan, request, told_by_the_build) : std::vector<std::string>{};
  if (ids.empty()) {
    return {{.plan = number, .name = name}};
  }
  std::vector<Entry> entries;
  for (const std::string& id : ids) {
    const auto* format =
        formats.of(request.plans[number], told_by_the_build).find(id, Origin{}, told_by_the_build);
    const auto languages = format != nullptr
                               ? wanted_languages(*plan, *format, request, told_by_the_build)
                               : std::vector<std::string>{};
    const std::string stem = name + "." + id;
    if (languages.empty()) {
      entries.push_back({.plan = number, .name = stem, .format = id});
    }
    for (const std::string& language : languages) {
      entries.push_back(
          {.plan = number, .name = stem + "." + language, .format = id, .language = language});
    }
  }
  return entries;
}

}  // namespace

Roster roster(const Request& request) {
  std::map<std::string, int> bearers;
  for (const auto& plan : request.plans) {
    ++bearers[plan_name(plan)];
  }
  FormatsOfPlans formats(request.search);
  Roster all;
  for (std::size_t number = 0; number < request.plans.size(); ++number) {
    const std::string name = plan_name(request.plans[number]);
    if (bearers[name] > 1) {
      all.push_back({.plan = number, .name = name});
      continue;
    }
    for (Entry& entry : entries_of(number, name, request, formats)) {
      all.push_back(std::move(entry));
    }
  }
  return all;
}

}  // namespace rapporteur::build
