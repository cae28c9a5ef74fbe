// plan.yaml from a stranger: a plan or diagnostics, never a crash; each diagnostic can be told.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/report.hpp"
#include "base/text.hpp"
#include "load/plan_yaml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (rapporteur::first_invalid_utf8(text) != std::string::npos) {
    return 0;
  }
  rapporteur::Plan plan;
  rapporteur::Diagnostics diagnostics;
  const bool usable = rapporteur::load::read_plan_yaml(text, "plan.yaml", plan, diagnostics);
  if (!usable && !diagnostics.has_fault()) {
    std::abort();
  }
  (void)rapporteur::report_text(diagnostics, "fr");
  return 0;
}
