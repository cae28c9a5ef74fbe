// What is refused before the office sees a template: broken or hostile packages, macros,
// encryption, links to anything outside of the document.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "package/package.hpp"
#include "template/template.hpp"

namespace rapporteur::template_ {

using package::Package;

/// Reads and checks a whole package; the kind of document, or nothing with all faults said. A link
/// to the Word template that a document was made from is harmless and common: it is cut.
[[nodiscard]] std::optional<Markup> admit(const std::string& file, std::string bytes,
                                          Package& package, Diagnostics& diagnostics);

}  // namespace rapporteur::template_
