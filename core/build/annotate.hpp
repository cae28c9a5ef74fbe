// A copy of a document in which a comment behind each figure tells what it comes from.
#pragma once

#include <filesystem>
#include <vector>

#include "base/diagnostic.hpp"
#include "build/build.hpp"
#include "build/target.hpp"
#include "office/pool.hpp"

namespace rapporteur::build {

/// <name>.annotated.odt and .docx in `workshop`, of the kinds that are asked for; the ODT when
/// neither is (a PDF shows no comments). Empty when it failed, with a fault.
[[nodiscard]] std::vector<Document> annotate(const Target& target, const Request& request,
                                             const std::filesystem::path& workshop,
                                             office::Pool& pool, Diagnostics& diagnostics);

}  // namespace rapporteur::build
