// A text of the plan taken apart at its headings of the first level, so that a format can put its
// tables between the parts.
#pragma once

#include <string>
#include <vector>

#include "view/value.hpp"

namespace rapporteur::plugin {

struct Section {
  std::string title;  ///< as typed, without its marks; empty for what stands before the first one
  view::Markdown text;
  int line = 0;  ///< of the heading in the whole, counted from 0
};

/// What stands before the first heading, then one section a heading "# …". Each keeps the line
/// numbers, language and place of the whole, and the footnotes that it calls, wherever they stand.
[[nodiscard]] std::vector<Section> sections_of(const view::Markdown& whole);

}  // namespace rapporteur::plugin
