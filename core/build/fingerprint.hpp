// What makes a document beside its plan, format and template: engine, office, ICU, fonts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "office/pool.hpp"

namespace rapporteur::build {

/// Name and digest or version of each, in a fixed order: "engine", "component", "office", "icu",
/// "fonts". Nothing is started for it. The same installation on another machine gives the same.
using Fingerprint = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Fingerprint fingerprint(const office::PoolOptions& pool);

/// All of it as one digest.
[[nodiscard]] std::string digest_of(const Fingerprint& fingerprint);
/// The first name whose value differs; empty when none does.
[[nodiscard]] std::string first_difference(const Fingerprint& now, const Fingerprint& then);

}  // namespace rapporteur::build
