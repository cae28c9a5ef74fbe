#include "plan/text.hpp"

namespace rapporteur {

LocalText::Choice LocalText::in(std::string_view language) const {
  const auto wanted = by_language.find(language);
  if (wanted != by_language.end() && !wanted->second.empty()) {
    return {wanted->second, wanted->first};
  }
  for (const auto& [other, text] : by_language) {
    if (!text.empty()) {
      return {text, other};
    }
  }
  return {};
}

}  // namespace rapporteur
