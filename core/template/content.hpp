// Whether something drawn holds more than block tags.
#pragma once

#include <pugixml.hpp>

#include "template/document.hpp"

namespace rapporteur::template_ {

/// True when text, a value tag, a picture, a field or a table stands in `parent`.
[[nodiscard]] bool has_content(const Document& document, pugi::xml_node parent, bool in_paragraph);

/// The same for what stands in `unit` before or after `inner`.
enum class Side { before, after };
[[nodiscard]] bool content_beside(const Document& document, pugi::xml_node unit,
                                  pugi::xml_node inner, Side side);

}  // namespace rapporteur::template_
