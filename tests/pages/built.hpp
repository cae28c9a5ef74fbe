// The documents of all reports, built once for all tests of the program.
#pragma once

#include <algorithm>

#include "base/files.hpp"
#include "document_set.hpp"
#include "fault.hpp"

namespace rapporteur::pages {

inline const std::vector<DocumentSet>& built_sets() {
  static const TemporaryDirectory folder;
  static const std::vector<DocumentSet> sets = build_sets(folder.path().string());
  return sets;
}

/// The faults that the report does not waive.
inline Faults without_waived(Faults faults, const Report& report) {
  for (const Waiver& waiver : report.waivers) {
    faults.erase(std::remove_if(faults.begin(), faults.end(),
                                [&](const Fault& fault) {
                                  return fault.rule == waiver.rule &&
                                         described(fault).find(waiver.text) != std::string::npos;
                                }),
                 faults.end());
  }
  return faults;
}

}  // namespace rapporteur::pages
