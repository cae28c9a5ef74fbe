// What lies in an output folder from earlier builds: <out>/.rapporteur/, one file a target and one
// a plan, each replaced whole, so that two processes never see half of one.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "build/build.hpp"
#include "build/fingerprint.hpp"
#include "build/reads.hpp"

namespace rapporteur::build {

/// A written document as it was left.
struct Output {
  std::string name;    ///< "pan-1325.national-budget.fr.odt"
  std::string digest;  ///< SHA-256
  /// Of the bytes that were about to be put in its place; a build that was killed then may have
  /// done so or not. Empty = nothing was under way.
  std::string coming;
  FileStamp stamp;
};

/// Documents that were made at one time from the same.
struct Edition {
  std::string key;   ///< digest of all that they were made from (compile.hpp)
  std::string told;  ///< encode(Told)
  std::map<std::string, std::string> digests;  ///< by the document's name
};

struct TargetRecord {
  std::string name;  ///< "pan-1325.national-budget.fr"
  std::vector<Output> outputs;
  std::vector<Edition> editions;  ///< the last few, the newest at the end
};
/// The edition with this key; nullptr when there is none.
[[nodiscard]] const Edition* find_edition(const TargetRecord& record, const std::string& key);

struct PlanTarget {
  std::string name;
  std::string format;
  std::string language;
  std::string key;    ///< of the edition
  Diagnostics found;  ///< what was said of it, to be said again
  double seconds = 0;
};

/// One plan of one request, all of whose targets were made.
struct PlanRecord {
  std::string plan;  ///< digest of its path
  std::string wish;  ///< digest of what was asked for
  Fingerprint fingerprint;
  Reads reads;
  std::string name;
  Diagnostics found;
  std::vector<PlanTarget> targets;
};

enum class OutputState {
  same,     ///< as it was left
  missing,  ///< gone
  changed,  ///< someone wrote to it
  foreign   ///< there, but no record says that it is ours
};

class Ledger {
 public:
  explicit Ledger(std::filesystem::path out);

  [[nodiscard]] std::optional<TargetRecord> target(const std::string& name) const;
  /// By `plan` and `wish`.
  [[nodiscard]] std::optional<PlanRecord> plan(const std::string& plan,
                                               const std::string& wish) const;
  /// True when there is a record of this plan for any wish.
  [[nodiscard]] bool knows(const std::string& plan) const;
  /// False when it cannot be written: the next build then makes the documents anew.
  bool keep(const TargetRecord& record) const;
  bool keep(const PlanRecord& record) const;

  /// The state of `name` in the output folder, by the record when there is one.
  [[nodiscard]] OutputState state(const std::string& name, const TargetRecord* record) const;

  /// True when these documents lie there as that edition left them.
  [[nodiscard]] bool stands(const Edition& edition, const TargetRecord& record,
                            const std::vector<std::string>& names) const;

  /// Held while documents are put in place: two builds in one folder take turns. Nothing when the
  /// folder cannot be written.
  class Turn;
  [[nodiscard]] std::shared_ptr<Turn> take_turn() const;

  [[nodiscard]] const std::filesystem::path& out() const { return out_; }

 private:
  std::filesystem::path out_;
};

}  // namespace rapporteur::build
