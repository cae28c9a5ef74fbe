// Finished documents put in their place, all of a target or none, and the record that they are
// ours.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "build/ledger.hpp"

namespace rapporteur::build {

struct Finished {
  std::string target;
  std::string key;                           ///< of what they were made from
  std::string told;                          ///< encode(Told)
  std::vector<std::filesystem::path> files;  ///< on the file system of the output folder
};

/// Moves the files into the ledger's output folder. Nothing is touched, and false returned, when
/// one of them stands in the way: written or edited by someone else (output-foreign, output-edited)
/// unless `force`, a folder, no right to write (output-unwritable).
[[nodiscard]] bool publish(const Finished& finished, const Ledger& ledger, bool force,
                           Diagnostics& diagnostics);

}  // namespace rapporteur::build
