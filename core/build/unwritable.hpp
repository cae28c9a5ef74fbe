#pragma once

#include <filesystem>
#include <system_error>

#include "base/diagnostic.hpp"

namespace rapporteur::build {

/// The fault output-unwritable, with the reason in words of the catalogue where it is a usual one.
[[nodiscard]] Diagnostic unwritable(const std::filesystem::path& place, std::error_code error);

}  // namespace rapporteur::build
