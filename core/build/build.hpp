// From plan folders to finished documents: targets, their stages, and what came of each.
//
// A target is plan × format × language; its outputs are <out>/<plan>.<format>.<lang>.<ext>. What
// an earlier build left and nothing has touched is left alone (ledger.hpp). Plans that must be
// built are read, and their views made, in a process of their own (preparer.hpp); documents go to
// the offices as they get free.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "load/load.hpp"
#include "office/normalise.hpp"
#include "office/pool.hpp"
#include "plugin/format.hpp"

namespace rapporteur::build {

struct Request {
  std::vector<std::filesystem::path> plans;
  LoadOptions load;
  std::vector<std::string> formats;    ///< empty = those that plan.yaml names
  std::vector<std::string> languages;  ///< empty = those of the plan
  std::vector<std::string> kinds = {"odt", "docx", "pdf"};
  std::filesystem::path out = "out";
  std::string
      template_kind;      ///< "odt" or "docx": which drawn template; empty = ODT when there is one
  bool trace = false;     ///< <name>.trace.json beside the documents: trace.hpp
  bool annotate = false;  ///< <name>.annotated.*: annotate.hpp
  bool force = false;     ///< also write over what someone else wrote or edited
  std::filesystem::path store;  ///< documents shared between builds (store.hpp); empty = none
  /// Names of the targets to build; the others of these plans are left out, in silence.
  std::optional<std::set<std::string>> only;
  int jobs = 0;           ///< offices at once; 0 = one a core, at most one a target
  plugin::Search search;  ///< formats of a plan's own (plugin::with_plan) come behind
  office::PoolOptions pool;
  office::Stamp stamp;
  std::stop_token stop;  ///< asked to stop: no further document is begun, what began is ended
};

struct Document {
  std::filesystem::path path;
  int pages = 0;
  std::uintmax_t bytes = 0;
};

enum class State {
  built,     ///< made anew
  current,   ///< up to date: left as it was
  restored,  ///< taken from the store
  failed,    ///< nothing was written; `found` says why
  stopped    ///< the build was asked to stop before its turn
};

/// Why a target was looked at again. `key` is one of "first" (no build is on record), "read" (a
/// file, a folder or a missing file, named by `subject`, is not as it was), "asked" (another
/// period, template … was asked for), "engine", "component", "office", "icu", "fonts", "output"
/// (`subject` is gone), "edited" (someone wrote to `subject`); empty when it was left alone.
struct Why {
  std::string key;
  std::string subject;
};

struct TargetReport {
  std::string name;  ///< "pan-1325.national-budget.fr"
  std::string format;
  std::string language;
  State state = State::failed;
  std::vector<Document> documents;  ///< what lies there already when it is current
  Diagnostics found;                ///< what concerns this target alone
  double seconds = 0;               ///< view, expansion and office, in the build that made it
  Why why;
};

struct PlanReport {
  std::filesystem::path folder;  ///< as given
  std::string name;
  Diagnostics found;  ///< of reading and checking it, of its formats
  std::vector<TargetReport> targets;
};

struct Summary {
  std::vector<PlanReport> plans;  ///< in the order of the request
  double seconds = 0;
  bool interrupted = false;
  std::vector<office::OfficeReport> offices;  ///< those that built
  bool walled = true;  ///< offices had no network (true when none was needed)
};
/// How many targets ended in this way.
[[nodiscard]] int count(const Summary& summary, State state);
/// Names of the targets that gave nothing, and of the plans that gave no target.
[[nodiscard]] std::vector<std::string> failed(const Summary& summary);
/// All that was found, in one.
[[nodiscard]] Diagnostics found(const Summary& summary);

/// What happens, told while it happens; calls come one at a time, from any thread.
struct Progress {
  std::function<void()> starting_office = [] {};
  std::function<void(const std::string& target)> building = [](const std::string&) {};
  std::function<void(const TargetReport&)> done = [](const TargetReport&) {};
};

/// Builds everything that can be built. A plan with a fault loses its own targets only; no output
/// is ever half-written, and an output that could not be made anew keeps its old bytes.
[[nodiscard]] Summary build(const Request& request, const Progress& progress);

}  // namespace rapporteur::build
