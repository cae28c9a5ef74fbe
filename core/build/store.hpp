// Documents kept by what they were made from, shared between output folders, builds and machines.
//
// <store>/<first two letters>/<key>/: the files of a target, and `entry.json` with their digests.
// An entry is made beside and renamed into place, so that it is there whole or not at all; of two
// processes that make one the first wins.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace rapporteur::build {

struct Stored {
  std::string told;                          ///< encode(Told)
  std::vector<std::filesystem::path> files;  ///< copies in the folder that was named
};

class Store {
 public:
  /// Makes the folder at the first put().
  explicit Store(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Copies of an entry's files in `to`. Nothing when there is none; an entry that is damaged is
  /// removed, with the finding store-damaged.
  [[nodiscard]] std::optional<Stored> get(const std::string& key, const std::filesystem::path& to,
                                          Diagnostics& diagnostics) const;
  /// False, with the finding store-unwritable, when it cannot be kept: a build goes on without.
  bool put(const std::string& key, const std::string& told,
           const std::vector<std::filesystem::path>& files, Diagnostics& diagnostics) const;
  /// Removes the entries that were not used for longest until at most `bytes` are left.
  void trim(std::uintmax_t bytes) const;

 private:
  [[nodiscard]] std::filesystem::path place(const std::string& key) const;
  std::filesystem::path folder_;
};

}  // namespace rapporteur::build
