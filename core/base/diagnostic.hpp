// The one type for everything that is wrong or worth saying, in every stage.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/origin.hpp"

namespace rapporteur {

enum class Severity { information, warning, error };

/// What a diagnostic means for the run. A `finding` never stops a build; every other kind is a
/// fault: it stops the plan's targets and fixes the exit code (plan 1, usage 2, template and
/// plugin 3, office 4).
enum class Kind { finding, plan, usage, template_, plugin, office };

/// A named value for a message. Whole numbers are grouped for the reader's language.
using Argument = std::variant<std::string, std::int64_t>;
using Arguments = std::vector<std::pair<std::string, Argument>>;

/// Another place that belongs to the same cause. `key` names its text in the catalogue
/// (messages: <id>: related: <key>).
struct Related {
  std::string key;
  Arguments args;
  Origin origin;
};

/// One cause. Its text (message, cause, remedy) is found by `id` in core/messages/*.yaml, in French
/// and English; `id` is stable and never translated. Consequences stand in `related`.
struct Diagnostic {
  std::string id;
  Origin origin;
  Arguments args;
  std::vector<Related> related;
  std::string suggestion;  ///< "did you mean": the nearest valid name, or empty

  /// Severity when it differs from the catalogue's (plan.yaml can change it).
  std::variant<std::monostate, Severity> severity_override;
};

/// Collects the diagnostics of a run in the order of discovery: all of them, but that one id is
/// kept 5,000 times. Who mends those finds the rest; told-too-often says so.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void append(const Diagnostics& other);
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return items_; }
  [[nodiscard]] bool empty() const { return items_.empty(); }

  /// True when any item is a fault (Kind other than finding).
  [[nodiscard]] bool has_fault() const;
  /// True when any item is a finding (or fault) at least this severe.
  [[nodiscard]] bool has(Severity at_least) const;
  /// Sorted by file, row, column, id; exact duplicates removed. What is printed.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> items_;
  std::map<std::string, std::size_t, std::less<>> counts_;  ///< by id
};

/// Kind and severity as registered in the catalogue (an override wins). Throws std::logic_error on
/// an id that has no catalogue entry: every id must have its texts.
[[nodiscard]] Kind kind_of(const Diagnostic& diagnostic);
[[nodiscard]] Severity severity_of(const Diagnostic& diagnostic);

/// Exit code of a run with these diagnostics: the highest of 1 plan, 2 usage, 3 template or plugin,
/// 4 office among the faults; 0 when there is no fault.
[[nodiscard]] int exit_code_for_faults(const Diagnostics& diagnostics);

}  // namespace rapporteur
