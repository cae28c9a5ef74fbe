// What a rule says about a finished document: one sentence with its place. Rules return lists of
// these; the tests print them and fail when a list is not empty.
#pragma once

#include <string>
#include <vector>

namespace rapporteur::pages {

struct Fault {
  std::string rule;  ///< stable id, as in page_rules.hpp and docx_rules.hpp
  int page = 0;      ///< from 1; 0 when the fault has no page (styles, DOCX parts)
  std::string text;  ///< the text to look for, shortened
  std::string what;  ///< what is wrong, with the figures
};
using Faults = std::vector<Fault>;

/// "page 3, « Total »: small-table-text: 7.0 pt, at least 7.5 wanted".
[[nodiscard]] inline std::string described(const Fault& fault) {
  std::string said = fault.page > 0 ? "page " + std::to_string(fault.page) : "document";
  if (!fault.text.empty()) {
    said += ", « " + fault.text + " »";
  }
  return said + ": " + fault.rule + ": " + fault.what;
}

[[nodiscard]] inline std::string described(const Faults& faults) {
  std::string said;
  for (const Fault& fault : faults) {
    said += described(fault) + "\n";
  }
  return said;
}

inline void append(Faults& all, Faults more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace rapporteur::pages
