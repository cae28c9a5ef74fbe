// The state of a preview, before it becomes a snapshot.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "build/trace.hpp"
#include "plan/plan.hpp"
#include "preview/places.hpp"
#include "preview/snapshot.hpp"

namespace rapporteur::preview {

enum class Phase { starting, building, ready, failed };
enum class OutputPhase { idle, building, built, failed };
enum class FiguresPhase { none, tracing, ready };

struct OfferedFormat {
  std::string id;
  LocalText name;
  std::vector<std::string> languages;
  bool is_of_plan = false;  ///< plan.yaml names it
};

struct State {
  Phase phase = Phase::starting;
  std::string folder;  ///< of the plan, as given
  LocalText title;     ///< of the plan; empty until it could be read
  std::vector<OfferedFormat> formats;
  Choice choice;  ///< what is shown or, when it failed, was asked for
  std::vector<Diagnostic> findings;
  std::shared_ptr<const Shown> shown;
  std::shared_ptr<const Shown> previous;
  std::vector<int> changed_pages;  ///< against the layout before
  std::chrono::milliseconds took{0};
  FiguresPhase figures_phase = FiguresPhase::none;
  std::vector<build::TracedFigure> figures;
  OutputPhase output = OutputPhase::idle;
  std::string out;  ///< folder of the Build button
  std::vector<ReadyFile> files;
};

}  // namespace rapporteur::preview
