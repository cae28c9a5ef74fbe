// Takes away what stands between the drawn text and its tags, so that the scan sees plain runs.
#include <array>
#include <string_view>

#include "template/document.hpp"

namespace rapporteur::template_ {
namespace {

constexpr std::array<std::string_view, 3> dropped{"w:proofErr", "w:lastRenderedPageBreak",
                                                  "text:soft-page-break"};
constexpr std::array<std::string_view, 3> unwrapped{"w:smartTag", "w:customXml", "text:text-input"};

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  for (const std::string_view candidate : names) {
    if (name == candidate) {
      return true;
    }
  }
  return false;
}

// The children of `inner` take the place of `outer`; the first of them is returned, or what
// followed `outer`.
pugi::xml_node replace_by_children(pugi::xml_node outer, pugi::xml_node inner) {
  pugi::xml_node parent = outer.parent();
  pugi::xml_node first;
  while (pugi::xml_node child = inner.first_child()) {
    const pugi::xml_node moved = parent.insert_move_before(child, outer);
    if (!first) {
      first = moved;
    }
  }
  const pugi::xml_node next = outer.next_sibling();
  parent.remove_child(outer);
  return first ? first : next;
}

// A contents list that Word keeps in a content control is no field of the author's.
bool is_contents_list(pugi::xml_node control) {
  return static_cast<bool>(control.child("w:sdtPr").child("w:docPartObj"));
}

}  // namespace

void simplify(Markup markup, pugi::xml_node root) {
  for (pugi::xml_node node = root.first_child(); node;) {
    const std::string_view name = node.name();
    const pugi::xml_node next = node.next_sibling();
    if (is_one_of(name, dropped)) {
      root.remove_child(node);
      node = next;
    } else if (name == "w:sdt" && !is_contents_list(node)) {
      node = replace_by_children(node, node.child("w:sdtContent"));
    } else if (is_one_of(name, unwrapped)) {
      node.remove_child("w:smartTagPr");
      node.remove_child("w:customXmlPr");
      node = replace_by_children(node, node);
    } else {
      if (name == "mc:AlternateContent" && node.child("mc:Choice")) {
        node.remove_child("mc:Fallback");
      }
      simplify(markup, node);
      node = next;
    }
  }
}

}  // namespace rapporteur::template_
