// What the rules of the topic `text` find in the samples, and nothing else.
#include "sample_findings.hpp"

namespace rapporteur {
namespace {

TEST_CASE("samples: findings of the topic text") {
  test::check_samples("text", check::text_rules());
}

}  // namespace
}  // namespace rapporteur
