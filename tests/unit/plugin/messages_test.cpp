#include <doctest/doctest.h>

#include "base/messages.hpp"

TEST_CASE("every message of this part exists in both languages and can be set") {
  const std::vector<std::string> faults = rapporteur::catalogue_faults();
  std::string told;
  for (const std::string& fault : faults) {
    if (fault.starts_with("plugin-") || fault.starts_with("option-") ||
        fault.starts_with("catalogue-") || fault.starts_with("text-") ||
        fault.starts_with("narrative-") || fault.starts_with("format-")) {
      told += fault + "\n";
    }
  }
  CHECK(told == "");
}
