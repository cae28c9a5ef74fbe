#include "plan/severity.hpp"

namespace rapporteur {

bool apply_severity(const Plan& plan, Diagnostic& diagnostic) {
  const auto set = plan.severity.find(diagnostic.id);
  if (set == plan.severity.end() || kind_of(diagnostic) != Kind::finding) {
    return true;
  }
  const std::string& name = set->second.value;
  if (name == "off") {
    return false;
  }
  diagnostic.severity_override = name == "error"     ? Severity::error
                                 : name == "warning" ? Severity::warning
                                                     : Severity::information;
  return true;
}

}  // namespace rapporteur
