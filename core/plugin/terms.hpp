// The words of a format: its own, those of the formats that it extends, those that formats share.
#pragma once

#include <string>

#include "plugin/format.hpp"

namespace rapporteur::plugin {

/// The words in `language`, with those of the format's other languages beside them: a donor may fix
/// the language of a section. A format's own words win over those of a base, these over shared
/// ones. A format that extends another needs no file of its own.
[[nodiscard]] Result<locale::Catalogue> load_terms(const Declaration& format,
                                                   const std::string& language,
                                                   Diagnostics& diagnostics);

}  // namespace rapporteur::plugin
