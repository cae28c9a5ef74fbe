// Places to fill in that are no plain text in a document – content controls, form fields, merge
// fields, drawn boxes – as marks in its text, so that one scan finds them beside dotted lines.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "template/template.hpp"

namespace rapporteur::takeover {

/// A mark is mark_begin, what it is, the name that the document gives it, mark_end.
inline constexpr std::string_view mark_begin = "\uE010";
inline constexpr std::string_view mark_end = "\uE011";
inline constexpr char text_mark = 't';  ///< words are typed here
inline constexpr char box_mark = 'b';   ///< a box is ticked here

/// Puts a mark in the place of every such thing below `root`, and takes away what editors wrap
/// around text. Controls lose their wrapping: it would be lost when the template is filled.
void mark_fields(template_::Markup markup, pugi::xml_node root);

}  // namespace rapporteur::takeover
