// `results:` of plan.yaml: what is known of each file in results/.
#pragma once

#include "load/yaml.hpp"

namespace rapporteur::load {

/// Reads a list of {file, agency, period, numbers}: each source types its figures in a style of its
/// own. The periods of the plan must be known.
void read_result_files(YamlReader& yaml, const YAML::Node& results, Plan& plan);

}  // namespace rapporteur::load
