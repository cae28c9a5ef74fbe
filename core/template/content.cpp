#include "template/content.hpp"

#include "base/text.hpp"

namespace rapporteur::template_ {
namespace {

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

bool has_content(const Document& document, pugi::xml_node parent, bool in_paragraph) {
  for (const pugi::xml_node child : parent.children()) {
    if (is_tag(child)) {
      if (!is_block(document.tags[static_cast<std::size_t>(tag_number(child))].kind)) {
        return true;
      }
      continue;
    }
    if (is_text(child)) {
      if (in_paragraph && !trimmed(child.value()).empty()) {
        return true;
      }
      continue;
    }
    switch (role_of(document.markup, child.name())) {
      case Role::invisible:
      case Role::properties:
      case Role::space:
        break;
      case Role::opaque:
        if (in_paragraph && std::string_view(child.name()) != "office:annotation") {
          return true;
        }
        break;
      case Role::table:
        return true;
      case Role::paragraph:
        if (has_content(document, child, true)) {
          return true;
        }
        break;
      case Role::inline_:
      case Role::text:
        if (has_content(document, child, in_paragraph)) {
          return true;
        }
        break;
      default:
        if (in_paragraph || has_content(document, child, false)) {
          return true;
        }
    }
  }
  return false;
}

bool content_beside(const Document& document, pugi::xml_node unit, pugi::xml_node inner,
                    Side side) {
  const auto role = [&](pugi::xml_node node) { return role_of(document.markup, node.name()); };
  for (pugi::xml_node at = inner; at != unit; at = at.parent()) {
    const bool in_paragraph = role(unit) == Role::paragraph || role(at) == Role::inline_ ||
                              static_cast<bool>(around(document.markup, at, Role::paragraph));
    pugi::xml_document beside;
    for (pugi::xml_node sibling = side == Side::before ? at.previous_sibling() : at.next_sibling();
         sibling;
         sibling = side == Side::before ? sibling.previous_sibling() : sibling.next_sibling()) {
      beside.append_copy(sibling);
    }
    if (has_content(document, beside, in_paragraph)) {
      return true;
    }
  }
  return false;
}

}  // namespace rapporteur::template_
