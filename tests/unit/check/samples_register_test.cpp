// What the rules of the topic `register` find in the samples, and nothing else.
#include "sample_findings.hpp"

namespace rapporteur {
namespace {

TEST_CASE("samples: findings of the topic register") {
  test::check_samples("register", check::register_rules());
}

}  // namespace
}  // namespace rapporteur
