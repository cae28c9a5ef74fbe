// Builds a plan again and again: one office kept warm, a template kept while its file stays the
// same, everything else read anew.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/files.hpp"
#include "base/workbook.hpp"
#include "build/target.hpp"
#include "build/templates.hpp"
#include "office/pool.hpp"
#include "plan/plan.hpp"
#include "preview/settings.hpp"
#include "preview/state.hpp"
#include "preview/watcher.hpp"

namespace rapporteur::preview {

/// For one thread, but for workbook().
class Engine {
 public:
  /// `quiet` is held while plugins run: a plugin runs in a forked child, and a lock that another
  /// thread holds at that moment (ICU's, say) stays locked there.
  Engine(const Settings& settings, std::mutex& quiet);

  /// Loads, checks, makes the view, expands and lays out to PDF what `state.choice` asks for. Sets
  /// title, formats, choice (completed) and findings of `state`. Nothing when there was a fault.
  [[nodiscard]] std::shared_ptr<const Shown> lay_out(State& state);

  /// All three outputs of what was laid out last, into the output folder; nothing after a fault.
  [[nodiscard]] std::vector<build::Document> build(Diagnostics& diagnostics);

  /// Where the figures of what was laid out last stand and come from; it takes a second layout.
  /// Their files are named as all places of the plan are. None when the second layout differs.
  [[nodiscard]] std::vector<build::TracedFigure> trace(const Shown& shown);

  /// Everything that the last lay_out() depended on.
  [[nodiscard]] std::vector<Followed> files_used() const;

  /// A workbook of the plan as read last; call it with `quiet` held. nullptr when none was.
  [[nodiscard]] const Workbook* workbook(const std::string& file) const;

 private:
  [[nodiscard]] build::Request request() const;
  [[nodiscard]] plugin::Search search() const;  ///< with the formats that come with the plan
  [[nodiscard]] bool prepare(State& state, Diagnostics& diagnostics);
  void complete(State& state) const;

  const Settings& settings_;
  std::mutex& quiet_;
  TemporaryDirectory scratch_;
  office::Pool pool_;
  std::shared_ptr<build::Templates> templates_ = std::make_shared<build::Templates>();
  std::map<std::filesystem::path, Workbook> workbooks_;
  std::unique_ptr<build::Formats> formats_;  ///< outlives the target
  std::optional<Plan> plan_;
  std::optional<build::Target> target_;
  Choice choice_;
  int layouts_ = 0;
};

}  // namespace rapporteur::preview
