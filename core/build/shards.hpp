// One batch on several machines: which of them makes which targets.
//
// Every machine computes the whole split for itself, from the same files, and takes its part. The
// longest targets are dealt first, each to the shard that has least to do so far (LPT: at most 4/3
// of the best split). Entries of one name stay together.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "build/roster.hpp"

namespace rapporteur::build {

struct Shard {
  int index = 1;  ///< from 1
  int of = 1;
  bool operator==(const Shard&) const = default;
};

/// What a machine says of itself in variables: nothing when one is not set.
using Variables = std::function<std::optional<std::string>(const std::string& name)>;

/// "2/5"; "auto" = as GitLab (CI_NODE_INDEX, CI_NODE_TOTAL) or a Slurm array (SLURM_ARRAY_TASK_ID
/// with _MIN, _STEP and _COUNT) say; "auto/5" = as an indexed job of Kubernetes says
/// (JOB_COMPLETION_INDEX), of five. Faults: shard-malformed, shard-unknown.
[[nodiscard]] std::optional<Shard> read_shard(const std::string& text, const Variables& variables,
                                              Diagnostics& diagnostics);

/// The number of the shard, from 0, that makes each entry.
[[nodiscard]] std::vector<int> deal(const Roster& roster, const std::vector<std::int64_t>& costs,
                                    int shards);

/// Cuts the request down to the entries dealt to `shard`.
void restrict_to(Request& request, const Roster& roster, const std::vector<int>& dealt,
                 const Shard& shard);

}  // namespace rapporteur::build
