// One target to its finished documents: expand; leave alone, take from the store, or fill and store
// in an office; put in place.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "build/build.hpp"
#include "build/ledger.hpp"
#include "build/store.hpp"
#include "build/target.hpp"
#include "office/pool.hpp"

namespace rapporteur::build {

/// Where the targets of a build are made.
struct Desk {
  const Request& request;
  std::filesystem::path workshop;  ///< a private folder on the file system of request.out
  office::Pool& pool;
  std::string fingerprint;  ///< digest_of(fingerprint(…))
};

struct Compiled {
  State state = State::failed;
  std::vector<Document> documents;
  /// Digest of all that the documents were made from: the expanded template, what is filled in, the
  /// installation. Two targets with one key have the same documents, to the byte.
  std::string key;
};

/// `failed` with at least one fault; then the outputs are as they were.
[[nodiscard]] Compiled compile(const Target& target, const Desk& desk, Diagnostics& diagnostics);

/// The same for one document of a build of its own.
[[nodiscard]] std::vector<Document> compile(const Target& target, const Request& request,
                                            const std::filesystem::path& workshop,
                                            office::Pool& pool, Diagnostics& diagnostics);

}  // namespace rapporteur::build
