// Builds a report once and hands out its documents, one set a language.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "reports.hpp"

namespace rapporteur::pages {

struct DocumentSet {
  std::string name;  ///< "pan-1325.national-budget.fr", with the report's name when it has one
  std::string odt;   ///< paths
  std::string docx;
  std::string pdf;
  const Report* report = nullptr;
};

/// plan.yaml with the options of a format in place of those it had.
[[nodiscard]] std::string with_options(const std::string& yaml, const std::string& format,
                                       const std::vector<std::string>& options);

/// Every set of reports(), built into `folder` with the project's binary. Throws
/// std::runtime_error with what the binary said when a build fails.
[[nodiscard]] std::vector<DocumentSet> build_sets(const std::string& folder);

}  // namespace rapporteur::pages
