// One soffice.bin, watched by a small process of its own.
//
// We fork a keeper; the keeper takes itself out of the network, starts the office (again when it
// exits with status 81, which asks for that) and waits for the office to end or for us to end. We
// hold one end of a line: when we write to it, or die, however that happens, the keeper kills the
// office and removes its folders. Keeper and office are a process group of their own, so that
// Ctrl-C reaches only us; the office dies with its keeper.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace rapporteur::office {

struct Launch {
  std::vector<std::string> command;
  std::vector<std::string> environment;
  std::filesystem::path log;                  ///< standard output and error
  std::vector<std::filesystem::path> remove;  ///< what goes when we die
};

class Process {
 public:
  /// Nothing when the system has no process or pipe left.
  [[nodiscard]] static std::unique_ptr<Process> start(const Launch& launch);
  ~Process();  ///< kills
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// True when the office is gone for good.
  [[nodiscard]] bool ended();
  /// The office itself; 0 before it was started.
  [[nodiscard]] int pid();
  /// True when it runs without network. Known as soon as pid() is.
  [[nodiscard]] bool walled();
  /// Ends office and keeper at once. May be called from another thread, and twice.
  void kill();

 private:
  Process(int keeper, int control, int report)
      : keeper_(keeper), control_(control), report_(report) {}
  void read_reports();
  int keeper_;
  int control_;
  int report_;
  int pid_ = 0;
  bool walled_ = false;
  std::atomic<bool> ended_ = false;
};

}  // namespace rapporteur::office
