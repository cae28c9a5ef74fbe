// One target to its finished documents: expand, fill and store in an office, normalise, put in
// place.
#pragma once

#include <filesystem>
#include <system_error>
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

/// The document that an office would open: the drawn template with the view in it. Faults:
/// template-*.
[[nodiscard]] Result<template_::Expansion> expand(const Target& target, Diagnostics& diagnostics);

/// The names that a {{limit NAME}} of the format's templates may have.
[[nodiscard]] std::vector<std::string> limit_names(const plugin::Declaration& format);

/// The fault output-unwritable, with the reason in words of the catalogue where it is a usual one.
[[nodiscard]] Diagnostic unwritable(const std::filesystem::path& place, std::error_code error);

}  // namespace rapporteur::build
