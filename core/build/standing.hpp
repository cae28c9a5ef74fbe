// Whether what an earlier build left of a plan still stands, told from the disk alone: no plan is
// loaded, no plugin run, no office started.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "build/fingerprint.hpp"
#include "build/ledger.hpp"
#include "build/reads.hpp"

namespace rapporteur::build {

/// Names of the files that a target is asked for: "pan-1325.national-budget.fr.odt", …
[[nodiscard]] std::vector<std::string> output_names(const std::string& target,
                                                    const Request& request);

/// Digests that a record of this plan and request bears.
[[nodiscard]] std::string plan_digest(const std::filesystem::path& plan);
[[nodiscard]] std::string wish_digest(const Request& request);

struct Standing {
  std::optional<PlanReport> report;  ///< when all of it stands, findings told again
  Why why;                           ///< else
};
/// An output that someone edited stands in the way (output-edited) unless the request forces.
[[nodiscard]] Standing standing(const std::filesystem::path& plan, const Request& request,
                                const Ledger& ledger, const Fingerprint& fingerprint,
                                Digests& digests);

/// The documents of a target as they lie in the output folder.
[[nodiscard]] std::vector<Document> documents_of(const std::string& target, const Request& request,
                                                 int pages);

/// The fault output-edited, or output-foreign when no build is known to have written it.
[[nodiscard]] Diagnostic in_the_way(const std::filesystem::path& file, OutputState state);

}  // namespace rapporteur::build
