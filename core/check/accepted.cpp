#include "check/accepted.hpp"

#include <utility>

namespace rapporteur::check {
namespace {

bool is_about(const Accepted& accepted, const Finding& finding) {
  const Diagnostic& diagnostic = finding.diagnostic;
  return accepted.rule == diagnostic.id && accepted.row == finding.row &&
         (accepted.column.empty() || accepted.column == diagnostic.origin.column_name);
}

void accept(const Accepted& accepted, Diagnostic& diagnostic) {
  diagnostic.severity_override = Severity::information;
  diagnostic.related.push_back({"accepted", {{"reason", accepted.reason}}, accepted.origin});
}

Finding about(const char* id, const Accepted& accepted) {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = accepted.origin;
  finding.diagnostic.args = {{"rule", accepted.rule},
                             {"row", accepted.row},
                             {"whole", accepted.row.empty() ? "yes" : "no"}};
  return finding;
}

}  // namespace

void apply_accepted(const Plan& plan, std::vector<Finding>& findings) {
  const std::size_t count = findings.size();  // what is added below is not looked at
  for (const Accepted& accepted : plan.accepted) {
    bool is_met = false;
    bool is_stale = false;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_about(accepted, findings[i])) {
        continue;
      }
      is_met = true;
      if (accepted.values.empty() || accepted.values == findings[i].values) {
        accept(accepted, findings[i].diagnostic);
      } else {
        is_stale = true;
      }
    }
    if (is_stale || !is_met) {
      findings.push_back(about(is_stale ? "accepted-stale" : "accepted-unused", accepted));
    }
  }
}

}  // namespace rapporteur::check
