// The rules told: for `rapporteur rules`, `check --explain` and docs/rules.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::check {

/// Ids of all findings of a plan, sorted: those of rules, and those that loading tells.
[[nodiscard]] std::vector<std::string> finding_ids();

/// One id: severity, what it looks for, what its message says, its remedy, and how to change it in
/// plan.yaml. Empty when there is no such finding.
[[nodiscard]] std::string explain(std::string_view id, std::string_view language);

/// Its severity, and how plan.yaml changes it or accepts one finding.
[[nodiscard]] std::string how_to_change(std::string_view id, std::string_view language);

/// docs/rules.md: every rule with severity and help, and the table that maps each entry of the
/// document specifications to its rule.
[[nodiscard]] std::string rules_manual();

}  // namespace rapporteur::check
