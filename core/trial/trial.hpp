// A format's own tests: folders with a plan and what is expected of it, and functions in Lua.
//
//   <format>/tests/<name>/plan            a plan folder, or a file with the path of one
//   <format>/tests/<name>/test.yaml       language, options, view (names of the view that count)
//   <format>/tests/<name>/expected.view   the view as text (view::to_text)
//   <format>/tests/<name>/expected.text   the document as text (outline.hpp)
//   <format>/tests/<name>_test.lua        functions test_*(plan, context)
//   <format>/tests/plan                   the plan of the functions; they may do without
//
// No office is needed, but for a plan that is a workbook.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "load/load.hpp"
#include "plugin/format.hpp"

namespace rapporteur::trial {

struct Outcome {
  std::string name;  ///< "budget/expected.view", "sums_test/test_grand_total"
  bool passed = false;
  bool written = false;     ///< --accept wrote the expected file anew
  Origin place;             ///< of the first difference or of the error
  std::string difference;   ///< unified; empty when nothing was compared
  Diagnostics diagnostics;  ///< what was said on the way
  std::chrono::milliseconds took{0};
};

struct Request {
  std::filesystem::path format;  ///< the format's folder
  plugin::Search search;         ///< where bases and shared modules are
  bool accept = false;           ///< write what is there into the expected files
  LoadOptions load;
};

/// Runs all tests, in the order of their names. Without any, or when the format cannot be used, a
/// fault: test-none, or what is wrong with the format.
[[nodiscard]] std::vector<Outcome> run(const Request& request, Diagnostics& diagnostics);

}  // namespace rapporteur::trial
