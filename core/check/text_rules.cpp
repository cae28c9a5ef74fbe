// Prose, acronyms, typography.
#include "check/rule.hpp"

namespace rapporteur::check {

std::span<const Rule> text_rules() {
  return {};
}

}  // namespace rapporteur::check
