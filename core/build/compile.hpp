// One target to its finished documents: expand, fill and store in an office, normalise, put in
// place.
#pragma once

#include <filesystem>
#include <vector>

#include "base/diagnostic.hpp"
#include "build/build.hpp"
#include "build/target.hpp"
#include "office/pool.hpp"

namespace rapporteur::build {

/// Writes into `workshop`, a folder on the file system of request.out, and renames from there.
/// Nothing when it failed, with at least one fault; then the outputs are as they were.
[[nodiscard]] std::vector<Document> compile(const Target& target, const Request& request,
                                            const std::filesystem::path& workshop,
                                            office::Pool& pool, Diagnostics& diagnostics);

}  // namespace rapporteur::build
