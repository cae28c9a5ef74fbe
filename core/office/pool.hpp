// Warm offices, one per core at most, each with its own process group and profile.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "office/job.hpp"

namespace rapporteur::office {

struct PoolOptions {
  int offices = 1;
  std::chrono::milliseconds start_deadline{60'000};
  std::chrono::milliseconds job_deadline{120'000};
  int jobs_per_office = 100;        ///< then it is replaced by a fresh one
  std::filesystem::path program;    ///< LibreOffice's program directory
  std::filesystem::path component;  ///< filler.uno.so
};

/// Defaults: the program directory the binary was built against, the component beside the binary
/// (or in its lib folder).
[[nodiscard]] PoolOptions default_options();

class Pool {
 public:
  explicit Pool(PoolOptions options);
  ~Pool();  ///< ends every office, removes profiles, pipes and temporary files

  /// Starts offices in the background; run() waits for one.
  void warm_up();
  /// Runs one job on a free office; may be called from several threads. A lost or hung office is
  /// killed by pid, and the job retried once on a fresh one. Faults: office-lost, office-hung,
  /// office-missing, office-start, office-load, office-store; nothing is left at the job's paths.
  [[nodiscard]] Result<Outcome> run(const Job& job, Diagnostics& diagnostics);
  /// Process ids of living offices (tests kill one).
  [[nodiscard]] std::vector<int> pids() const;
  /// True when offices run without network.
  [[nodiscard]] bool walled() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::office
