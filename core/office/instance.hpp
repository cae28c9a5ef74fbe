// One office: its folder, its process, the line to it, a watchdog for each job.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "office/command.hpp"
#include "office/connection.hpp"
#include "office/job.hpp"
#include "office/pool.hpp"
#include "office/process.hpp"

namespace rapporteur::office {

enum class Ending { answered, lost, hung };

class Instance {
 public:
  /// Starts an office and waits until it answers. Nothing when it does not within the deadline of
  /// `options`; then `error` says why, in the office's words.
  [[nodiscard]] static std::unique_ptr<Instance> start(const Uno& uno, const PoolOptions& options,
                                                       std::string& error);
  ~Instance();
  Instance(const Instance&) = delete;
  Instance& operator=(const Instance&) = delete;

  /// Runs a job on copies in the office's own folder and moves what was stored to the job's paths.
  /// `lost` and `hung` leave a dead office behind.
  [[nodiscard]] Ending run(const Job& job, std::chrono::milliseconds deadline, Outcome& outcome);

  /// Runs an empty document through load and PDF, for the libraries that this loads.
  void warm(std::chrono::milliseconds deadline);

  [[nodiscard]] bool alive() { return !process_->ended(); }
  [[nodiscard]] int pid() const { return pid_; }
  [[nodiscard]] bool walled() const { return walled_; }
  [[nodiscard]] int jobs() const { return jobs_; }

 private:
  explicit Instance(Cabin cabin) : cabin_(std::move(cabin)) {}
  [[nodiscard]] Ending call(const Job& job, std::chrono::milliseconds deadline, Outcome& outcome);
  Cabin cabin_;
  std::unique_ptr<Process> process_;
  std::unique_ptr<Connection> connection_;
  int pid_ = 0;
  bool walled_ = false;
  int jobs_ = 0;
};

}  // namespace rapporteur::office
