// What differs between an expected text and the one there is, as `diff -u` writes it.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::trial {

struct LineDifference {
  std::string text;  ///< unified, three lines of context, without the two lines of file names
  int line = 0;      ///< of the expected text, where the first difference stands; 0 = none
};

/// Equal texts give an empty one.
[[nodiscard]] LineDifference line_difference(std::string_view expected, std::string_view actual);

}  // namespace rapporteur::trial
