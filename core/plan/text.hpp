// Text of a plan in one or several languages.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/origin.hpp"

namespace rapporteur {

/// Language ("fr", "en") -> text. A plan in one language only is a valid plan.
struct LocalText {
  std::map<std::string, std::string, std::less<>> by_language;
  Origin origin;

  struct Choice {
    std::string_view text;      ///< empty when there is no text at all
    std::string_view language;  ///< the language it is really in
  };
  /// The text in `language`; else in the first of the others, alphabetically.
  [[nodiscard]] Choice in(std::string_view language) const;
  [[nodiscard]] bool empty() const { return by_language.empty(); }
};

}  // namespace rapporteur
