// What the engine says of a broken format.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace rapporteur::broken {

/// What is told of the case in `folder`, in French and in English, for the ODT and for the DOCX
/// when they differ. Names of this machine's folders are left out. The ids told go into `ids`.
[[nodiscard]] std::string told(const std::filesystem::path& folder,
                               const std::filesystem::path& base, std::set<std::string>& ids);

}  // namespace rapporteur::broken
