// Short forms in prose: which words are acronyms, and what a text says that they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/texts.hpp"

namespace rapporteur::check {

/// Mostly capitals, two to ten letters: "VBG", "CSRéf", "CoPil". No Roman number, no currency, and
/// none of those that everybody knows ("ONU", "VIH").
[[nodiscard]] bool is_acronym(std::string_view word);
/// Without the s of a plural: "OSCs" -> "OSC".
[[nodiscard]] std::string_view singular(std::string_view acronym);

/// "Direction nationale de la pédagogie (DNP)" or "CAP (connaissances, attitudes et pratiques)":
/// only when each letter begins a word.
struct Definition {
  std::string acronym;
  std::string meaning;
  const Passage* passage = nullptr;
  std::size_t begin = 0;  ///< bytes of the meaning
  std::size_t end = 0;
};
[[nodiscard]] std::vector<Definition> find_definitions(const Texts& texts);

/// The letters begin words of the meaning, in this order.
[[nodiscard]] bool fits(std::string_view acronym, std::string_view meaning);
/// Two wordings of one thing: the same words but for fillers, or one within the other.
[[nodiscard]] bool mean_the_same(std::string_view a, std::string_view b);

}  // namespace rapporteur::check
