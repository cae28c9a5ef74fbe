// The documents of all reports, built once for all tests of the program.
#pragma once

#include "base/files.hpp"
#include "document_set.hpp"
#include "fault.hpp"

namespace rapporteur::pages {

inline const std::vector<DocumentSet>& built_sets() {
  static const TemporaryDirectory folder;
  static const std::vector<DocumentSet> sets = build_sets(folder.path().string());
  return sets;
}

struct Waived {
  Faults faults;      ///< those that stay
  std::string stale;  ///< waivers that met no fault: "rule text", empty when all did
};

/// Takes the faults away that the report waives for this part of the tests.
inline Waived without_waived(const Faults& faults, const Report& report, Waiver::Of part) {
  Waived result{faults, {}};
  for (const Waiver& waiver : report.waivers) {
    if (waiver.of() != part) {
      continue;
    }
    const auto met = [&](const Fault& fault) {
      return fault.rule == waiver.rule && described(fault).find(waiver.text) != std::string::npos;
    };
    if (std::erase_if(result.faults, met) == 0) {
      result.stale += waiver.rule + " " + waiver.text;
    }
  }
  return result;
}

}  // namespace rapporteur::pages
