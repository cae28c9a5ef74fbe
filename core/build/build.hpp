// From plan folders to finished documents: targets, their stages, and what came of each.
//
// A target is plan × format × language; its outputs are <out>/<plan>.<format>.<lang>.<ext>. Views
// are made one after the other before offices build (a plugin runs in a forked child, and a process
// that forks should have one thread); documents then go to the offices as they get free. An office
// that starts earlier, for a plan's workbook, is the first of them.
#pragma once

#include <filesystem>
#include <functional>
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
  int jobs = 0;           ///< offices at once; 0 = one a core, at most one a target
  plugin::Search search;
  office::PoolOptions pool;
  office::Stamp stamp;
  std::stop_token stop;  ///< asked to stop: no further document is begun, what began is ended
};

struct Document {
  std::filesystem::path path;
  int pages = 0;
};

struct Summary {
  std::vector<Document> built;      ///< by path
  std::vector<std::string> failed;  ///< names of targets that gave nothing
  bool interrupted = false;
  bool walled = true;  ///< offices had no network (true when none was needed)
};

/// What happens, told while it happens; calls come one at a time, from any thread.
struct Progress {
  std::function<void()> starting_office = [] {};
  std::function<void(const std::string& target)> building = [](const std::string&) {};
  std::function<void(const Document&)> built = [](const Document&) {};
};

/// Builds everything that can be built. A plan with a fault loses its own targets only; no output
/// is ever half-written, and an output that could not be made anew keeps its old bytes.
[[nodiscard]] Summary build(const Request& request, const Progress& progress,
                            Diagnostics& diagnostics);

}  // namespace rapporteur::build
