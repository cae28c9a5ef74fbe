// The plans of a build that must be made again: prepared in a process of their own, their documents
// handed to the offices as they get free, recorded when all is in place.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "build/build.hpp"
#include "build/fingerprint.hpp"
#include "build/ledger.hpp"

namespace rapporteur::build {

struct Batch {
  const Request& request;
  const Progress& progress;
  std::vector<PlanReport>& reports;  ///< of all plans of the request, filled in here
  Ledger ledger;
  Fingerprint fingerprint;
  std::vector<std::size_t> plans;  ///< numbers of those to make, in this order
  std::map<std::size_t, Why> why;  ///< by number
};

/// Fills in the reports; of the summary what offices tell.
void run(Batch& batch, Summary& summary);

}  // namespace rapporteur::build
