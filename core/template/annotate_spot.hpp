// Where in a paragraph a text stands, so that a comment can be put there.
#pragma once

#include <pugixml.hpp>

#include <string>

#include "template/markup.hpp"

namespace rapporteur::template_ {

/// ODF: `before` is the node that begins with the text (a text is cut in two for it). OOXML: the
/// runs in which it begins and ends. Null when the text is not there: the paragraph as a whole.
struct Spot {
  pugi::xml_node paragraph;
  pugi::xml_node before;
  pugi::xml_node last;
};
[[nodiscard]] Spot spot_of(Markup markup, pugi::xml_node paragraph, const std::string& needle);

}  // namespace rapporteur::template_
