// An export from a stranger: a plan or diagnostics, never a crash; what was read as JSON can be
// written and read again.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/json.hpp"
#include "base/report.hpp"
#include "base/text.hpp"
#include "load/budget_rows.hpp"
#include "load/chain.hpp"
#include "load/indicator_rows.hpp"
#include "load/json_plan.hpp"
#include "load/measures.hpp"
#include "load/references.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapporteur;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (first_invalid_utf8(text) != std::string::npos || text.find('\0') != std::string::npos) {
    return 0;  // refused at the door
  }
  json::Problem problem;
  if (const auto value = json::parse(text, problem)) {
    const auto again = json::parse(json::write(*value), problem);
    if (!again || !json::same(*value, *again)) {
      std::abort();
    }
  }
  Plan plan;
  Diagnostics diagnostics;
  if (load::read_json_text(text, "fuzz.json", plan, diagnostics)) {
    load::resolve_references(plan, {}, diagnostics);
    load::build_chain(plan, diagnostics);
    load::build_budget(plan, diagnostics);
    load::build_indicators(plan);
    load::build_measures(plan, diagnostics);
  } else if (!diagnostics.has_fault()) {
    std::abort();
  }
  for (const char* const language : {"en", "fr"}) {
    (void)report_text(diagnostics, language);
  }
  return 0;
}
