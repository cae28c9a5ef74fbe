// What a summary file says of a build: what was to be made, what came of it, what was found.
//
// It is complete without the plans, and findings are in words already, so that the summaries of
// many machines can be joined anywhere. docs/summary.en.md tells the JSON's members.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "build/build.hpp"
#include "build/costs.hpp"
#include "build/shards.hpp"

namespace rapporteur::summary {

struct Finding {
  std::string id;
  std::string severity;  ///< "information", "warning", "error"
  int exit = 0;          ///< the exit code that a fault asks for; 0 = it stops nothing
  std::string place;     ///< in words
  std::string file;
  int row = 0;
  int column = 0;
  std::string message;
  std::string cause;
  std::string remedy;
  bool operator==(const Finding&) const = default;
};

struct Document {
  std::string path;  ///< as written: from the folder where the build ran
  std::string kind;  ///< "odt", "docx", "pdf", "json"
  std::int64_t pages = 0;
  std::int64_t bytes = 0;
  std::string sha256;
};

struct Target {
  std::string name;
  std::string format;
  std::string language;
  std::string state;  ///< "built", "current", "restored", "failed", "stopped"
  std::int64_t milliseconds = 0;
  std::string why;  ///< key, as build::Why
  std::string subject;
  std::vector<Document> documents;
  std::vector<Finding> found;
};

struct Plan {
  std::string folder;
  std::string name;
  std::vector<Finding> found;
  std::vector<Target> targets;
};

struct Office {
  std::int64_t jobs = 0;
  std::int64_t peak_bytes = 0;
};

struct Account {
  std::string language;                                       ///< of what is said: "en" or "fr"
  std::vector<std::pair<std::string, std::string>> versions;  ///< engine, office, ICU, fonts …
  std::optional<build::Shard> shard;
  std::vector<std::string> batch;  ///< names of all that the batch has
  std::vector<std::string> own;    ///< names of those that this build was to make
  std::vector<Finding> found;      ///< of the batch as a whole
  std::vector<Plan> plans;
  std::int64_t milliseconds = 0;
  bool interrupted = false;
  bool walled = true;
  std::vector<Office> offices;
};

struct Frame {
  std::string language;
  std::vector<std::pair<std::string, std::string>> versions;
  std::optional<build::Shard> shard;
  std::vector<std::string> batch;
  std::vector<std::string> own;
};
/// The account of a build; the bytes of its documents are read for their digests.
[[nodiscard]] Account account_of(const build::Summary& built, const Frame& frame);

[[nodiscard]] std::vector<Finding> findings_of(const Diagnostics& diagnostics,
                                               const std::string& language);

/// All findings, those of targets behind those of their plan; each once.
[[nodiscard]] std::vector<Finding> all_found(const Account& account);
/// As the build's own: 130 when it was interrupted, else that of the gravest fault; 1 when
/// `fail_on` ("fault", "error", "warning") is met.
[[nodiscard]] int exit_code(const Account& account, const std::string& fail_on);
/// What targets cost, for the split of the next batch. Failed ones are left out.
[[nodiscard]] build::Costs costs_in(const Account& account);

[[nodiscard]] std::string write_json(const Account& account);
/// Nothing after a fault: summary-broken, summary-shape, with the place.
[[nodiscard]] std::optional<Account> read_json(const std::string& text, const std::string& file,
                                               Diagnostics& diagnostics);

}  // namespace rapporteur::summary
