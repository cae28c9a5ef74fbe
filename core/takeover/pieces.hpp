// The pieces that a paragraph's text is made of, so that a stretch of it can be replaced in the
// runs where it stands.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "template/template.hpp"

namespace rapporteur::takeover {

struct Piece {
  pugi::xml_node node;  ///< text node, or the element of a space; null = a picture, a field
  std::string text;
  std::size_t start = 0;  ///< in the text of the paragraph, bytes
};

[[nodiscard]] std::vector<Piece> pieces_of(template_::Markup markup, pugi::xml_node paragraph);

}  // namespace rapporteur::takeover
