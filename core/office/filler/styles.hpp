// Styles of the open document.
#pragma once

#include <com/sun/star/container/XNameContainer.hpp>

#include "base/fill.hpp"
#include "office/filler/work.hpp"

namespace rapporteur::filler {

/// "ParagraphStyles", "NumberingStyles" …
[[nodiscard]] Reference<css::container::XNameContainer> styles_of(const Document& document,
                                                                  const char* family);
[[nodiscard]] bool has_style(const Document& document, const char* family, const OUString& name);

/// Style, level, number and box of a list item.
void set_list(const Document& document, const Reference<css::beans::XPropertySet>& paragraph,
              const Block& block);

}  // namespace rapporteur::filler
