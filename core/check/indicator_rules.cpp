// Values of indicators: series, parts, directions, scales.
#include "check/rule.hpp"

namespace rapporteur::check {

std::span<const Rule> indicator_rules() {
  return {};
}

}  // namespace rapporteur::check
