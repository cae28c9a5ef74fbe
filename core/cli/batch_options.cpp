#include "cli/batch_options.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/files.hpp"

namespace rapporteur::cli {

std::optional<summary::Account> read_summary(const std::string& file, Diagnostics& diagnostics) {
  const auto text = read_file(file, std::size_t{64} << 20U);
  if (!text) {
    diagnostics.add({.id = "summary-unreadable", .origin = {.file = file}});
    return std::nullopt;
  }
  return summary::read_json(*text, file, diagnostics);
}

std::optional<build::Costs> read_costs(const std::string& file, Diagnostics& diagnostics) {
  if (file.empty()) {
    return build::Costs{};
  }
  const auto account = read_summary(file, diagnostics);
  return account ? std::optional(summary::costs_in(*account)) : std::nullopt;
}

std::vector<std::string> names_of(const build::Roster& roster) {
  std::set<std::string> names;
  for (const build::Entry& entry : roster) {
    names.insert(entry.name);
  }
  return {names.begin(), names.end()};
}

std::optional<std::string> variable(const std::string& name) {
  const char* const value = std::getenv(name.c_str());
  return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

}  // namespace rapporteur::cli
