// What tests of whole batches in trouble share: plans of one small format, and the offices that a
// process runs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "scratch.hpp"

namespace rapporteur::test {

/// Plans p1000, p1001 … of one format, in French.
class TroubledBatch {
 public:
  explicit TroubledBatch(int plans, const std::string& text = "Un texte.");
  [[nodiscard]] static std::string name(int plan);
  [[nodiscard]] const std::filesystem::path& root() const { return scratch_.root(); }
  [[nodiscard]] std::filesystem::path out() const { return root() / "out"; }
  /// For the temporary files of start().
  [[nodiscard]] std::filesystem::path temporary() const;

  /// A build of all plans by one office.
  [[nodiscard]] build::Request request() const;
  /// The binary on all plans, without a shell around it; its process.
  [[nodiscard]] int start() const;

  /// Documents that lie in the output folder, and what should not.
  [[nodiscard]] std::set<std::string> outputs() const;
  /// Those that these plans make.
  [[nodiscard]] static std::set<std::string> documents(const std::vector<int>& plans);

 private:
  ScratchReport scratch_{"return { text = plan.narratives.context }"};
  std::vector<std::filesystem::path> plans_;
};

/// A file that can end under its reader, as those of /proc do.
[[nodiscard]] std::string words_of(const std::filesystem::path& file);

struct Office {
  int pid = 0;
  std::int64_t kilobytes = 0;
};

/// The offices under a process: children of its keepers.
[[nodiscard]] std::vector<Office> offices_of(int ancestor);
/// True while an office works at a document: its folder then holds the stage.
[[nodiscard]] bool at_work(int pid);

}  // namespace rapporteur::test
