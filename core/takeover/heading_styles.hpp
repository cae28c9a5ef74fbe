// Styles for the headings that texts of a plan bring along.
#pragma once

#include <pugixml.hpp>

#include "template/template.hpp"

namespace rapporteur::takeover {

/// Adds the heading styles of levels 1 to 6 that the form lacks, set after its body text: without
/// them the office takes its own, larger than any of the form's. `styles` is the root of the part.
void add_heading_styles(template_::Markup markup, pugi::xml_node styles);

}  // namespace rapporteur::takeover
