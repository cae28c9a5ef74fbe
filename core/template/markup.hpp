// The one table of names that makes the engine's algorithm fit both markups.
#pragma once

#include <pugixml.hpp>

#include <span>
#include <string>
#include <string_view>

#include "template/template.hpp"

namespace rapporteur::template_ {

/// What an element is to the engine.
enum class Role {
  other,  ///< no text of its own, looked through
  paragraph,
  inline_,     ///< a run, span or link: holds text of its paragraph
  text,        ///< w:t: text and nothing else
  space,       ///< text:s, tabs, line breaks
  invisible,   ///< marks without content: bookmarks, proofing
  properties,  ///< looks of a paragraph, run, cell …: never content
  table,
  rows,  ///< a group of rows
  row,
  cell,
  covered,  ///< ODF: a cell that another one covers
  item,     ///< of a list
  wall,     ///< a block cannot cross it: section, list, frame
  story,    ///< its paragraphs are a text of their own: text box, note, header
  opaque,   ///< content without tags: comments, pictures, fields, deleted text
};

struct Names {
  Markup markup;
  const char* paragraph;
  const char* run;
  const char* run_properties;
  const char* cell_properties;
  const char* row;
  const char* cell;
};

[[nodiscard]] const Names& names_of(Markup markup);
[[nodiscard]] Role role_of(Markup markup, std::string_view element);
/// "header", "text box" … of a story element; empty = that of its surroundings.
[[nodiscard]] std::string_view part_of(Markup markup, std::string_view element);

/// A tag in the tree: <rap:tag n="…"/>, n = index into the tags.
inline constexpr const char* tag_element = "rap:tag";
[[nodiscard]] inline bool is_tag(pugi::xml_node node) {
  return std::string_view(node.name()) == tag_element;
}
[[nodiscard]] inline int tag_number(pugi::xml_node node) {
  return node.attribute("n").as_int();
}
/// On a cell: "group:item", the clone of a {{#cols}} group that it is.
inline constexpr const char* clone_attribute = "rap:clone";

/// On a drawn picture: the number of the tag in its alternative text.
inline constexpr const char* picture_attribute = "rap:picture";

/// The nearest element around `node` (not itself) of that role, or null.
[[nodiscard]] pugi::xml_node around(Markup markup, pugi::xml_node node, Role role);

/// Text to be put into `{{…}}` neighbourhoods: visible text of an element, shortened.
[[nodiscard]] std::string visible_text(Markup markup, pugi::xml_node node);

}  // namespace rapporteur::template_
