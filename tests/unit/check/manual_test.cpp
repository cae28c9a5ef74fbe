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

/// Entries of the specifications, "B1" to "B21": each has a rule, or a reason why it has none.
void check_entries(const std::string& document, const std::string& series, int last) {
  const std::string manual = rules_manual();
  for (int i = 1; i <= last; ++i) {
    const std::string row = "\n| " + document + " | " + series + std::to_string(i) + " | ";
    INFO(row);
    CHECK(manual.find(row) != std::string::npos);
  }
}

TEST_CASE("every entry of the specifications has a rule or a reason") {
  check_entries("national-plans", "C", 12);
  check_entries("national-plans", "K", 26);
  check_entries("project-document", "B", 21);
  check_entries("project-document", "I", 14);
  check_entries("project-document", "X", 13);
  check_entries("project-document", "T", 3);
  check_entries("project-document", "K", 3);
  check_entries("mptf-narrative", "C", 20);
  check_entries("mptf-narrative", "M", 11);
  check_entries("mptf-narrative", "T", 10);
  check_entries("mptf-narrative", "X", 21);
}

TEST_CASE("every finding can be explained in both languages") {
  for (const std::string& id : finding_ids()) {
    INFO(id);
    CHECK_FALSE(explain(id, "fr").empty());
    CHECK_FALSE(explain(id, "en").empty());
  }
}

}  // namespace rapporteur::check
