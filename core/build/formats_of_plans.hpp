// The lists of formats that the plans of a batch see.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

#include "build/target.hpp"

namespace rapporteur::build {

/// The formats that each plan sees. Most plans bring none of their own and share one list.
class FormatsOfPlans {
 public:
  explicit FormatsOfPlans(const plugin::Search& search) : search_(search) {}
  /// What is wrong with a list as a whole is told to the first plan that asks for it.
  Formats& of(const std::filesystem::path& plan, Diagnostics& diagnostics) {
    const plugin::Search search = plugin::with_plan(search_, plan);
    std::unique_ptr<Formats>& formats = by_roots_[search.plugin_roots];
    if (!formats) {
      formats = std::make_unique<Formats>(search, diagnostics);
    }
    return *formats;
  }

 private:
  const plugin::Search& search_;
  std::map<std::vector<std::filesystem::path>, std::unique_ptr<Formats>> by_roots_;
};

}  // namespace rapporteur::build
