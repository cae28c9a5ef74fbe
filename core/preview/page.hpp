// The page itself: what is embedded, with the words of a language in it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "preview/snapshot.hpp"

namespace rapporteur::preview {

struct Asset {
  std::string type;  ///< "text/css; charset=utf-8"
  std::string text;
};

/// page.html with every {{word}} replaced from the catalogue (ui texts page_…), escaped; {{words}}
/// are all of them as JSON. Throws std::logic_error on a word that the catalogue lacks.
[[nodiscard]] std::string page_html(std::string_view language);

/// What the page loads, by name: style, scripts, icon.
[[nodiscard]] const std::map<std::string, Asset, std::less<>>& assets();

/// "fr" or "en" after the header Accept-Language, whichever the reader likes better; `otherwise`
/// when it names neither.
[[nodiscard]] std::string preferred_language(std::string_view accepted, std::string_view otherwise);

}  // namespace rapporteur::preview
