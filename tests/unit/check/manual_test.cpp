// docs/rules.md follows the rules. RAPPORTEUR_ACCEPT=1 rewrites it.
#include "check/manual.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "base/files.hpp"

namespace rapporteur::check {

TEST_CASE("docs/rules.md is as the rules are") {
  const char* const file = SOURCE_DIR "/docs/rules.md";
  if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
    REQUIRE(write_file(file, rules_manual()));
  }
  CHECK(read_file(file) == rules_manual());
}

TEST_CASE("every finding can be explained in both languages") {
  for (const std::string& id : finding_ids()) {
    INFO(id);
    CHECK_FALSE(explain(id, "fr").empty());
    CHECK_FALSE(explain(id, "en").empty());
  }
}

}  // namespace rapporteur::check
