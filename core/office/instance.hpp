// One office: its folder, its process, the line to it, a watchdog for each job.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "office/command.hpp"
#include "office/connection.hpp"
#include "office/job.hpp"
#include "office/pool.hpp"
#include "office/process.hpp"
#include "office/workbook_job.hpp"

namespace rapporteur::office {

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
  /// `lost` and `hung` leave a dead office behind, and in the outcome the stage that it was at.
  [[nodiscard]] Ending run(const Job& job, std::chrono::milliseconds deadline, Outcome& outcome);

  /// Reads a copy of a workbook, writes one and moves it to its path; otherwise the same.
  [[nodiscard]] Ending read(const ReadJob& job, std::chrono::milliseconds deadline,
                            ReadOutcome& outcome);
  [[nodiscard]] Ending write(const WriteJob& job, std::chrono::milliseconds deadline,
                             WriteOutcome& outcome);

  /// Gives up the line, with its threads; the office stays warm. connect() takes it up again; false
  /// when the office does not answer.
  void hang_up() { connection_.reset(); }
  [[nodiscard]] bool connect(const Uno& uno);

  /// Runs an empty document through load and PDF, for the libraries that this loads.
  void warm(std::chrono::milliseconds deadline);

  [[nodiscard]] bool alive() { return !process_->ended(); }
  [[nodiscard]] int pid() const { return pid_; }
  [[nodiscard]] bool walled() const { return walled_; }
  [[nodiscard]] int jobs() const { return jobs_; }
  /// Bytes of memory that it holds now, and held at most. 0 when it is gone.
  [[nodiscard]] std::int64_t memory() const;
  [[nodiscard]] std::int64_t peak_memory() const;
  /// The end of what it said, for the report.
  [[nodiscard]] std::string last_words() const;

 private:
  explicit Instance(Cabin cabin) : cabin_(std::move(cabin)) {}
  /// One remote call under a watchdog; what `decode` makes of the answer.
  template <class Answer, class Decode>
  [[nodiscard]] Ending call(const char* order, const std::string& bytes,
                            std::chrono::milliseconds deadline, Decode decode, Answer& outcome);
  [[nodiscard]] std::filesystem::path new_folder();
  Cabin cabin_;
  std::unique_ptr<Process> process_;
  std::unique_ptr<Connection> connection_;
  int pid_ = 0;
  bool walled_ = false;
  int jobs_ = 0;
  std::int64_t peak_memory_ = 0;  ///< after the last job
};

}  // namespace rapporteur::office
