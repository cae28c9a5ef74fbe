// What came of a format's tests: for people, for programs, for CI services.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trial/trial.hpp"

namespace rapporteur::trial {

/// A line a test; below one that failed its place, the difference, what was said. Then the counts.
[[nodiscard]] std::string report_text(const std::vector<Outcome>& outcomes,
                                      std::string_view language);
/// {"tests":[{"name":…,"passed":…,"file":…,"line":…,"difference":…,"messages":…}],"passed":n,"failed":n}
[[nodiscard]] std::string report_json(const std::vector<Outcome>& outcomes,
                                      std::string_view language);
/// JUnit's XML: a testsuite for the format, a testcase a test.
[[nodiscard]] std::string report_junit(const std::vector<Outcome>& outcomes,
                                       std::string_view format, std::string_view language);

}  // namespace rapporteur::trial
