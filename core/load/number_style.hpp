// `numbers:` of plan.yaml: how figures are typed.
#pragma once

#include "load/yaml.hpp"

namespace rapporteur::load {

/// Reads {group, decimal}; absent: no groups, a decimal point. Faults: plan-value, plan-shape,
/// plan-key-unknown.
[[nodiscard]] NumberStyle read_number_style(YamlReader& yaml, const YAML::Node& numbers);

}  // namespace rapporteur::load
