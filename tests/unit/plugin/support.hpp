// A small plan built by hand, and formats written into a private folder.
#pragma once

#include <string>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "plan/plan.hpp"
#include "plugin/format.hpp"

namespace rapporteur::plugin::testing {

/// Two axes, three activities, two years. The second activity declares 95 where its years add up to
/// 90; the third has no amount at all. Titles in French only but for the first axis.
[[nodiscard]] Plan small_plan();

/// A format in a temporary folder of its own.
class ScratchFormat {
 public:
  /// `declaration`: fields added to a valid one. `view`: text of view.lua.
  explicit ScratchFormat(const std::string& view, const std::string& declaration = "");

  void add_file(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::vector<Declaration> list(Diagnostics& diagnostics) const;
  /// Lists, makes the context and runs; quick limits.
  [[nodiscard]] std::optional<view::Value> run(const Plan& plan, Diagnostics& diagnostics,
                                               const std::string& language = "fr") const;
  [[nodiscard]] std::string file(const std::string& name) const {
    return (folder_ / name).string();
  }

 private:
  TemporaryDirectory root_;
  std::filesystem::path folder_;
};

/// Value of an argument as text, empty when there is none.
[[nodiscard]] std::string argument(const Diagnostic& diagnostic, std::string_view name);
/// The one diagnostic, or a readable failure.
[[nodiscard]] Diagnostic only(const Diagnostics& diagnostics);

}  // namespace rapporteur::plugin::testing
