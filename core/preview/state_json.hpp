// A state as the page reads it. The one who builds makes it, in both languages at once: texts need
// ICU, and those who serve may not use it (session.hpp says why).
#pragma once

#include <string_view>

#include "preview/places.hpp"
#include "preview/state.hpp"

namespace rapporteur::preview {

/// {"phase", "folder", "title", "formats": [{"id", "name", "languages", "ofPlan"}],
///  "choice": {"format", "language"}, "document": {"number", "name", "format", "language",
///  "pages": [[width, height]], "changed": [page], "took"} or null, "faults": n,
///  "findings": [{"id", "severity", "fault", "place", "message", "cause", "remedy", "suggestion",
///  "source", "page", "figures": [n], "related": [{"message", "place", "source"}]}],
///  "rules": {id: what it looks for},
///  "figures": "none" | "tracing" | "ready",
///  "output": {"phase", "folder", "files": [{"id", "name"}]}}
/// "source" is a place's number (Places), -1 when it cannot be shown.
[[nodiscard]] std::string state_json(const State& state, Places& places, std::string_view language);

/// {"document": number, "figures": [{"printed", "boxes": [[page, x, y, width, height]], "place",
///  "source", "text": "Sum of:", "groups": [{"place", "source"}]}]}
[[nodiscard]] std::string figures_json(const State& state, Places& places,
                                       std::string_view language);

}  // namespace rapporteur::preview
