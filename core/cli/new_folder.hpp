// What the commands that make a folder share: is it free, may it be written.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"

namespace rapporteur::cli {

/// Last part of a path, also of "." and of "folder/".
[[nodiscard]] std::string last_part(const std::filesystem::path& folder);

/// The fault new-folder-unwritable, with the reason in words where it is a usual one.
[[nodiscard]] Diagnostic folder_unwritable(const std::filesystem::path& place,
                                           std::error_code error);

/// A folder that is not there yet, or holds nothing but hidden files (.git). Faults:
/// new-folder-not-empty, new-folder-unwritable.
[[nodiscard]] bool is_free(const std::filesystem::path& folder, Diagnostics& diagnostics);

/// fr, en or both, each once.
[[nodiscard]] bool are_starter_languages(const std::vector<std::string>& languages);

/// Writes files (path in the folder, bytes), with the folders that they stand in. False after
/// new-folder-unwritable.
[[nodiscard]] bool write_into(const std::filesystem::path& folder,
                              const std::vector<std::pair<std::string, std::string>>& files,
                              Diagnostics& diagnostics);

}  // namespace rapporteur::cli
