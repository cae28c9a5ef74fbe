// The summaries of a batch's shards as that of one build.
#pragma once

#include <string>
#include <vector>

#include "summary/account.hpp"

namespace rapporteur::summary {

/// Plans by folder, in the order in which they come; what several shards say of a plan is said
/// once; times of offices add up, the batch took as long as its longest shard. Faults, findings of
/// the joined account: shard-twice (a target was made in two), shard-missing (in none),
/// shard-other-batch (a summary of another batch). `accounts` must not be empty.
[[nodiscard]] Account merge(const std::vector<Account>& accounts,
                            const std::vector<std::string>& files, const std::string& language);

}  // namespace rapporteur::summary
