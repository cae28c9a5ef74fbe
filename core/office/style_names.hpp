// Names of automatic styles, which Writer numbers by where it happens to keep them in memory.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::office {

/// A part of an ODT with its automatic styles P1, P2 … (paragraphs) and T1, T2 … (text), or MP1,
/// MT1 … in styles.xml, numbered anew in the order in which the text uses them, and defined in that
/// order; those that nothing uses come last. Other names stay.
[[nodiscard]] std::string with_steady_styles(std::string_view xml);

}  // namespace rapporteur::office
