// Tests of a format written in Lua: functions test_* of a module in its folder tests/.
#pragma once

#include <string>
#include <vector>

#include "plugin/format.hpp"

namespace rapporteur::plugin {

/// What a test sees: `plan` and `context` are its arguments, require reads the format's modules.
struct TestSetup {
  const Declaration& format;
  const Plan* plan;  ///< nullptr = none: the first argument is nil
  const Context& context;
  const locale::Catalogue& terms;
};

/// Names of the functions test_* of `module` ("tests.sums_test"), sorted: those of the table that
/// it returns, else its globals. Nothing after a fault: plugin-error and the like.
[[nodiscard]] Result<std::vector<std::string>> list_tests(const TestSetup& setup,
                                                          const std::string& module,
                                                          Diagnostics& diagnostics);

/// Runs one of them in a child of its own, with the limits of a view. False when it raised an
/// error, which is then a diagnostic with its line.
[[nodiscard]] bool run_test(const TestSetup& setup, const std::string& module,
                            const std::string& name, Diagnostics& diagnostics);

}  // namespace rapporteur::plugin
