// The process that reads plans and makes views, beside the one that has offices and threads.
//
// A plugin runs in a forked child, and who forks should have one thread (plugin/child.hpp). So this
// process is forked off before any office is started, and keeps to one thread. It works one plan
// ahead of whoever takes them: views do not pile up in memory, however long the batch.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "build/prepared.hpp"

namespace rapporteur::build {

class Preparer {
 public:
  /// Reads the plans of these numbers, in this order, with the formats at the same numbers in
  /// `formats`. Nothing when the system starts no process.
  [[nodiscard]] static std::unique_ptr<Preparer> start(const Request& request,
                                                       const std::vector<std::size_t>& plans,
                                                       const std::vector<Formats*>& formats);
  ~Preparer();  ///< ends the process
  Preparer(const Preparer&) = delete;
  Preparer& operator=(const Preparer&) = delete;

  /// The next plan; waits for it. Nothing when there is none, or when the process was lost.
  [[nodiscard]] std::optional<Prepared> next();
  /// Ends the process. May be called from another thread than next().
  void stop();

 private:
  Preparer(int pid, int line, const Request& request, std::vector<Formats*> formats)
      : pid_(pid),
        line_(line),
        template_kind_(request.template_kind),
        formats_(std::move(formats)) {}
  int pid_;
  int line_;
  std::string template_kind_;
  std::vector<Formats*> formats_;
};

}  // namespace rapporteur::build
