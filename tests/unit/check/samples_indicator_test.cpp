// What the rules of the topic `indicator` find in the samples, and nothing else.
#include "sample_findings.hpp"

namespace rapporteur {
namespace {

TEST_CASE("samples: findings of the topic indicator") {
  test::check_samples("indicator", check::indicator_rules());
}

}  // namespace
}  // namespace rapporteur
