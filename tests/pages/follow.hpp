// Follows the words of each page through the paragraphs of the document (see layout.hpp).
#pragma once

#include "layout.hpp"

namespace rapporteur::pages {

/// Fills in `words` and `missing`; `bands[page]` tells which words stand in a header or footer.
void follow(Layout& layout, const std::vector<std::vector<bool>>& bands);

}  // namespace rapporteur::pages
