// A copy of a document in which a comment behind each figure tells what it comes from.
#pragma once

#include <filesystem>
#include <vector>

#include "base/diagnostic.hpp"
#include "build/build.hpp"
#include "build/target.hpp"
#include "office/pool.hpp"

namespace rapporteur::build {

/// "odt", "docx" as far as they are asked for; "odt" when neither is (a PDF shows no comments).
[[nodiscard]] std::vector<std::string> annotated_kinds(const Request& request);

/// <name>.annotated.odt and .docx in `workshop`, of these kinds. Empty when it failed, with a
/// fault.
[[nodiscard]] std::vector<Document> annotate(const Target& target, const Request& request,
                                             const std::filesystem::path& workshop,
                                             office::Pool& pool, Diagnostics& diagnostics);

}  // namespace rapporteur::build
