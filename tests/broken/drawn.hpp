// A template of a case, drawn from its description: see README.md.
#pragma once

#include <filesystem>
#include <string>

namespace rapporteur::broken {

/// The bytes of template.<kind> ("odt", "docx") of a case; what the case lacks comes from `base`.
[[nodiscard]] std::string draw_template(const std::filesystem::path& folder,
                                        const std::filesystem::path& base, const std::string& kind);

}  // namespace rapporteur::broken
