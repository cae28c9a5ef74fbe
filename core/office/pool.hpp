// Warm offices, one per core at most, each with its own process group and profile.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "office/job.hpp"

namespace rapporteur::office {

struct PoolOptions {
  int offices = 1;
  std::chrono::milliseconds start_deadline{60'000};
  std::chrono::milliseconds job_deadline{120'000};
  int jobs_per_office = 100;                               ///< then a fresh one takes its place
  std::int64_t memory_per_office = std::int64_t{1} << 30;  ///< bytes held after a job; the same
  std::filesystem::path program;                           ///< LibreOffice's program directory
  std::filesystem::path component;                         ///< filler.uno.so
};

/// Defaults: the program directory the binary was built against, the component beside the binary
/// (or in its lib folder).
[[nodiscard]] PoolOptions default_options();

/// One office, living or gone.
struct OfficeReport {
  int pid = 0;
  int jobs = 0;
  std::int64_t peak_bytes = 0;  ///< memory that it held at most
};

class Instance;
enum class Ending { answered, lost, hung };

class Pool {
 public:
  /// Starts nothing: an office starts with the first job, or with warm_up().
  explicit Pool(PoolOptions options);
  ~Pool();  ///< ends every office, removes profiles, pipes and temporary files

  /// Starts offices in the background, up to `most` of them in all; run() waits for one.
  void warm_up(int most = std::numeric_limits<int>::max());
  /// Runs one job on a free office; may be called from several threads. A lost or hung office is
  /// killed by pid, and the job retried once on a fresh one. Faults: office-lost, office-hung,
  /// office-missing, office-start, office-load, office-store; nothing is left at the job's paths.
  [[nodiscard]] Result<Outcome> run(const Job& job, Diagnostics& diagnostics);
  /// The same for other work in an office, by a function that says how a try ended. Nothing when no
  /// office could be had, after a fault: office-missing, office-start.
  using Work = std::function<Ending(Instance&, std::chrono::milliseconds deadline)>;
  [[nodiscard]] Result<Ending> attempt(const std::string& name, const Work& work,
                                       Diagnostics& diagnostics);
  [[nodiscard]] std::chrono::seconds deadline() const;

  /// Every office that has worked, in the order in which they went; the living ones last.
  [[nodiscard]] std::vector<OfficeReport> reports() const;

  /// Waits for offices that are being started, and hangs up on those that are idle, so that this
  /// process has no thread of theirs and may fork; they stay warm, and the next job calls again.
  void rest();

  /// Process ids of living offices (tests kill one).
  [[nodiscard]] std::vector<int> pids() const;
  /// True when offices run without network.
  [[nodiscard]] bool walled() const;

 private:
  [[nodiscard]] Result<Ending> attempt(const std::string& name, const Work& work,
                                       std::string& last_words, Diagnostics& diagnostics);
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::office
