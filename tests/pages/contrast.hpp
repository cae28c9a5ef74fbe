// Contrast of two colours, as WCAG 2.1 defines it (success criterion 1.4.3).
#pragma once

#include <string>

namespace rapporteur::pages {

/// From 1 (the same) to 21 (black on white); "#rrggbb". Anything else counts as black.
[[nodiscard]] double contrast(const std::string& one, const std::string& other);

}  // namespace rapporteur::pages
